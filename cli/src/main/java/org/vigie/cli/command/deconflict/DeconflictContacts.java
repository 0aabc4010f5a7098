package org.vigie.cli.command.deconflict;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Mandate;
import org.vigie.casework.CaseFile;
import org.vigie.casework.Cases;
import org.vigie.casework.ExportRequest;
import org.vigie.casework.Restrictions;
import org.vigie.casework.Subject;
import org.vigie.casework.config.DeconflictFile;
import org.vigie.casework.config.Settings;
import org.vigie.casework.deconflict.ContactsOfCases;
import org.vigie.casework.deconflict.RequestResponder;
import org.vigie.casework.deconflict.SelectorList;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.guarded.SettingsInForce;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.cli.command.read.Reading;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which contacts an agency brings. */
final class DeconflictContacts {
  private static final Pattern CASE = Pattern.compile("k-[0-9]+");

  @Option(
      names = "--contacts",
      paramLabel = "FILE|CASE",
      description = "A file of one contact a line (and a desk behind a tab), or a case as k-7")
  private @Nullable String contacts;

  @Option(
      names = "--query",
      paramLabel = "WORDS",
      description = "Contacts of all adverts that this finds")
  private @Nullable String query;

  @Mixin private Reading reading = new Reading();

  /** What is brought, under which mandate. */
  record Brought(Mandate mandate, SelectorList selectors) {}

  Workspace workspace(Environment environment) {
    return reading.workspace(environment);
  }

  /** Lets a deed pass that brings no contacts. */
  Mandate pass(Environment environment, AuditEvent event) throws IOException {
    return reading.pass(environment, event);
  }

  void requireNamed() {
    if (contacts == null && query == null) {
      throw UserError.ofUsage(
          "--contacts or --query must say what to ask about, but neither is there");
    }
  }

  /**
   * Reads them, once a deed has passed; those of all open cases if none are named.
   *
   * @param desk whom to call about those for which nobody else is named
   */
  Brought read(Environment environment, AuditEvent event, String desk) throws IOException {
    if (contacts != null && query != null) {
      throw UserError.ofUsage("--contacts and --query must not stand together, but do");
    }
    if (contacts != null && !CASE.matcher(contacts).matches()) {
      Mandate mandate = reading.pass(environment, event);
      return new Brought(mandate, ofFile(environment, environment.path(contacts), desk));
    }
    try (Reading.Opened opened = reading.open(environment, event)) {
      ContactsOfCases found = new ContactsOfCases(opened.index());
      Set<String> keys =
          query == null
              ? found.of(subjects(environment, opened.workspace()))
              : found.ofQuery(query);
      // A case keeps the key of a contact, which the index can't hide.
      keys.removeAll(
          Restrictions.hidden(Restrictions.inForceIn(opened.workspace().database())).contacts());
      return new Brought(opened.mandate(), SelectorList.of(keys, desk));
    }
  }

  /**
   * Reads what we hold for an answer, each with the desk to call.
   *
   * @param known names that desk
   */
  Brought held(
      Environment environment,
      DeconflictFile known,
      RequestResponder.Received received,
      ExportRequest grant)
      throws IOException {
    if (known.desk().isEmpty()) {
      throw UserError.ofInput("deconflict.yaml must name the desk to call, but doesn't");
    }
    AuditEvent event =
        received
            .event("deconflict answer")
            .disclosing(RequestResponder.disclosure(received, grant));
    return read(environment, event, known.desk());
  }

  private SelectorList ofFile(Environment environment, Path file, String desk) throws IOException {
    Workspace workspace = reading.workspace(environment);
    ApprovedContactKeys keys =
        new ApprovedContactKeys(workspace, Settings.of(workspace, environment));
    SelectorList read = SelectorList.read(file, desk, keys);
    if (!read.unread().isEmpty()) {
      environment
          .err()
          .printf(
              "%d lines of --contacts name no contact that can be compared, or several: %s%n",
              read.unread().size(), firstOf(read.unread()));
    }
    return read;
  }

  private static String firstOf(List<Integer> lines) {
    List<String> first = lines.stream().limit(10).map(String::valueOf).toList();
    return String.join(", ", first) + (lines.size() > first.size() ? ", …" : "");
  }

  private List<Subject> subjects(Environment environment, Workspace workspace) {
    if (contacts == null) {
      return Cases.itemsIn(workspace.database()).stream()
          .filter(held -> held.closedAt() == null)
          .map(Cases.Held::subject)
          .toList();
    }
    String account =
        SettingsInForce.of(workspace, environment)
            .custody()
            .disclosure()
            .accountOf(environment.person());
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), Cases.SCHEMA)) {
      Cases cases = new Cases(database, environment.clock());
      CaseFile known =
          cases
              .find(account, contacts)
              .orElseThrow(() ->
                  UserError.ofInput(
                      "--contacts must be a case whose member you are, but "
                          + contacts
                          + " isn't"));
      return cases.items(known).stream().map(CaseFile.Item::subject).toList();
    }
  }
}
