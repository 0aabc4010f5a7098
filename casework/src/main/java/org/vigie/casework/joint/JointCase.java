package org.vigie.casework.joint;

import java.util.List;
import org.vigie.casework.CaseFile;
import org.vigie.casework.Cases;
import org.vigie.casework.Subject;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.guarded.SettingsInForce;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeText;

/**
 * The cases of one person, as far as letters of partners are put into them: as notes without any
 * text of the letter, since a note stays when a letter is withdrawn.
 */
public final class JointCase {
  private final Workspace workspace;
  private final Environment environment;
  private final String account;

  public JointCase(Workspace workspace, Environment environment) {
    this.workspace = workspace;
    this.environment = environment;
    this.account =
        SettingsInForce.of(workspace, environment)
            .custody()
            .disclosure()
            .accountOf(environment.person());
  }

  /**
   * Returns what a case holds.
   *
   * @throws UserError if the person isn't a member of it, or it is closed
   */
  public List<Subject> subjects(String id) {
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), Cases.SCHEMA)) {
      Cases cases = new Cases(database, environment.clock());
      return cases.items(require(cases, id)).stream().map(CaseFile.Item::subject).toList();
    }
  }

  /** Requires that something can be put into a case by this person. */
  void require(String id) {
    subjects(id);
  }

  /** Returns whether a person is a member of a case, open or closed. */
  public boolean isMember(String id) {
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), Cases.SCHEMA)) {
      return new Cases(database, environment.clock()).find(account, id).isPresent();
    }
  }

  /** Opens a case, and returns its id. */
  String open(String title) {
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), Cases.SCHEMA)) {
      return new Cases(database, environment.clock()).open(account, title);
    }
  }

  /** Puts a note into a case, unless it is closed or the person isn't a member of it. */
  void note(String id, String text) {
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), Cases.SCHEMA)) {
      Cases cases = new Cases(database, environment.clock());
      cases
          .find(account, id)
          .filter(CaseFile::isOpen)
          .ifPresent(known -> cases.put(known, account, new Subject(Subject.Kind.CASE, id), text));
    }
  }

  private CaseFile require(Cases cases, String id) {
    return cases
        .find(account, id)
        .filter(CaseFile::isOpen)
        .orElseThrow(() ->
            UserError.ofInput(
                "%s must be an open case that %s is a member of, but isn't"
                    .formatted(SafeText.line(id), SafeText.line(account))));
  }
}
