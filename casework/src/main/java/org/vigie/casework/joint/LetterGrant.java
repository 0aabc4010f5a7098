package org.vigie.casework.joint;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vigie.casework.ExportRequest;
import org.vigie.casework.ExportRequests;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.guarded.SettingsInForce;
import org.vigie.casework.people.Account;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;

/**
 * The grant that something needs which goes to a partner and is no export of adverts: a second
 * person gives it where exports are granted, after password and code, for this one thing alone.
 */
public final class LetterGrant {
  private static final List<String> SCHEMA =
      Stream.of(ExportRequests.SCHEMA, Accounts.SCHEMA).flatMap(List::stream).toList();

  private final Workspace workspace;
  private final Environment environment;
  private final String format;

  /**
   * @param format what stands in the place of a format; no export can be taken out in it
   */
  public LetterGrant(Workspace workspace, Environment environment, String format) {
    this.workspace = workspace;
    this.environment = environment;
    this.format = format;
  }

  /**
   * Asks for it, unless the user has asked for the same and nobody has decided yet; returns its
   * number.
   *
   * @param words what names this one thing; a query where it is of adverts
   * @param recipient who gets it: what waits for another one is another request
   * @param why the grounds: so is what waits for another reason
   * @throws UserError if the console has accounts, but the user has none
   */
  public long ask(String words, String recipient, String why) {
    String user = user();
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), SCHEMA)) {
      List<Account> accounts = new Accounts(database, environment.clock()).all();
      if (!accounts.isEmpty()
          && accounts.stream().noneMatch(one -> one.enabled() && one.name().equals(user))) {
        throw UserError.ofInput(
            "who asks for a grant must have an account, so that somebody else can be told from them, but has none; disclosure.users in vigie.yaml says which is whose");
      }
      ExportRequests requests = new ExportRequests(database, environment.clock());
      if (requests.waiting(user, words, format, recipient, why).isEmpty()) {
        requests.ask(user, words, format, recipient, why);
      }
      return requests
          .waiting(user, words, format, recipient, why)
          .map(ExportRequest::id)
          .orElseThrow(() -> new IllegalStateException("what was just asked for must be there"));
    }
  }

  /** Returns what the user last asked for one thing, decided or not. */
  public Optional<ExportRequest> last(String words) {
    return inRequests(requests -> requests.last(user(), format, words));
  }

  /** Returns how many wishes of the user for somebody nobody has decided. */
  public long waiting(String recipient) {
    return inRequests(requests -> requests.pending(user(), format, recipient));
  }

  private <T> T inRequests(Function<ExportRequests, T> read) {
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), SCHEMA)) {
      return read.apply(new ExportRequests(database, environment.clock()));
    }
  }

  private String user() {
    return SettingsInForce.of(workspace, environment)
        .custody()
        .disclosure()
        .accountOf(environment.person());
  }

  /**
   * Returns the grant of a number.
   *
   * @param words as it was asked for
   * @param what what it must be for, in an error
   * @throws UserError if nobody gave it within a day, or it is of something else or of another
   */
  public ExportRequest require(String words, long number, String what) {
    ExportRequest grant =
        ExportRequests.requireOpenIn(
            workspace.database(), number, user(), environment.clock().instant());
    if (!isFor(grant, words)) {
      throw UserError.ofUsage(
          "--granted must be the export that stands for %s, but %d is another"
              .formatted(what, number));
    }
    return grant;
  }

  private boolean isFor(ExportRequest one, String words) {
    return one.format().equals(format) && one.query().equals(words);
  }
}
