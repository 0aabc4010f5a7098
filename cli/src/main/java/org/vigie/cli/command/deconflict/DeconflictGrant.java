package org.vigie.cli.command.deconflict;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.vigie.casework.ExportRequest;
import org.vigie.casework.ExportRequests;
import org.vigie.casework.config.Settings;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.people.Account;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.exchange.deconflict.DeconflictRequest;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.text.safe.SafeText;

/**
 * The grant that a request of deconfliction needs: a second person gives it where exports are
 * granted, after password and code, and for this request alone.
 */
final class DeconflictGrant {
  /** No export can be taken out in a format of this name. */
  private static final String FORMAT = "deconflict";

  private static final List<String> SCHEMA =
      Stream.of(ExportRequests.SCHEMA, Accounts.SCHEMA).flatMap(List::stream).toList();

  private static final int MOST_LOOKED_AT = 100;

  private final Workspace workspace;
  private final Environment environment;

  DeconflictGrant(Workspace workspace, Environment environment) {
    this.workspace = workspace;
    this.environment = environment;
  }

  /** Asks for it, unless it was asked for and nobody has decided yet; returns its number. */
  long ask(DeconflictRequest asked, String partner) {
    String user = Settings.of(workspace, environment).disclosure().accountOf(environment.user());
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), SCHEMA)) {
      List<Account> accounts = new Accounts(database, environment.clock()).all();
      if (!accounts.isEmpty()
          && accounts.stream().noneMatch(one -> one.enabled() && one.name().equals(user))) {
        throw UserError.ofInput(
            "who asks for a grant must have an account, so that somebody else can be told from them, but has none; disclosure.users in vigie.yaml says which is whose");
      }
      ExportRequests requests = new ExportRequests(database, environment.clock());
      Predicate<ExportRequest> waits = one -> one.isPending() && isFor(one, asked);
      if (requests.of(user, MOST_LOOKED_AT).stream().noneMatch(waits)) {
        requests.ask(
            user,
            wordsOf(asked),
            FORMAT,
            partner,
            "asks blindly which of up to %,d contacts we hold; its mandate %s; to be answered until %s"
                .formatted(asked.count(), SafeText.line(asked.mandate()), asked.expires()));
      }
      return requests.of(user, MOST_LOOKED_AT).stream()
          .filter(waits)
          .findFirst()
          .map(ExportRequest::id)
          .orElseThrow(() -> new IllegalStateException("what was just asked for must be there"));
    }
  }

  /**
   * Returns the grant of a number.
   *
   * @throws UserError if nobody gave it within a day, or it is of something else
   */
  ExportRequest require(DeconflictRequest asked, long number) {
    ExportRequest grant =
        ExportRequests.findIn(workspace.database(), number)
            .filter(one -> one.isOpen(environment.clock().instant()))
            .orElseThrow(() ->
                UserError.ofInput(
                    "export %d must have been granted by a second person within the last 24 hours, but wasn't"
                        .formatted(number)));
    if (!isFor(grant, asked)) {
      throw UserError.ofUsage(
          "--granted must be the export that stands for request %s, but %d is another"
              .formatted(asked.id(), number));
    }
    return grant;
  }

  private static boolean isFor(ExportRequest one, DeconflictRequest asked) {
    return one.format().equals(FORMAT) && one.query().equals(wordsOf(asked));
  }

  /** What finds no advert, and names one request. */
  private static String wordsOf(DeconflictRequest asked) {
    return "\"deconfliction request " + asked.hash().substring("sha256:".length()) + "\"";
  }
}
