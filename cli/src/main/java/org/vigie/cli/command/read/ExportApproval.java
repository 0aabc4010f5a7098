package org.vigie.cli.command.read;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.ExportRequest;
import org.vigie.casework.ExportRequests;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.export.Export;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.Disclosure;
import org.vigie.files.failure.UserError;

/**
 * Lets adverts leave: a few by one person alone, who has a budget for them; more by what a second
 * person granted within a day. The audit log has both before anything is out.
 */
final class ExportApproval {
  /** What an answer of the programs' interface holds at most, for which nobody is asked either. */
  private static final int MOST_ALONE = 100;

  private final Environment environment;
  private final Reading reading;
  private final String command;
  private final String detail;
  private final String recipient;

  /**
   * @param command what is done, for the audit log
   * @param detail what in particular, or empty
   * @param recipient who gets them; empty for a file that stays here until somebody sends it
   */
  ExportApproval(
      Environment environment, Reading reading, String command, String detail, String recipient) {
    this.environment = environment;
    this.reading = reading;
    this.command = command;
    this.detail = detail;
    this.recipient = recipient;
  }

  /** What takes adverts out. */
  @FunctionalInterface
  interface Way {
    /**
     * Takes them out.
     *
     * @param leaves which adverts may leave of those that the request finds, by their ids
     * @param before to be told what leaves before it does
     * @return the command's exit code
     */
    int take(Reading.Opened opened, String words, Predicate<String> leaves, Export.Before before)
        throws Exception;
  }

  /**
   * Lets adverts through.
   *
   * @param query what finds them; null if a grant does
   * @param granted the number of the grant, or null
   * @throws UserError if neither or both are given, or it is too much for one person
   */
  int pass(@Nullable String query, @Nullable Long granted, Way way) throws Exception {
    if ((query == null) == (granted == null)) {
      throw UserError.ofUsage(
          "%s needs either a query or --granted ID, but got both or none of them"
              .formatted(command));
    }
    return granted == null ? alone(String.valueOf(query), way) : granted(granted, way);
  }

  private int alone(String words, Way way) throws Exception {
    AuditEvent event =
        AuditEvent.of(command, detail)
            .typed("query", words)
            .disclosing(new Disclosure(recipient, ""));
    try (Reading.Opened opened = reading.open(environment, event)) {
      long found = opened.index().advertIds(words).size();
      if (found > MOST_ALONE) {
        throw UserError.ofUsage(
            "one person alone may %s %d adverts, but the query finds %d; ask for it on the page of exports and type ./vigie %s --granted ID once a second person granted it"
                .formatted(command, MOST_ALONE, found, command));
      }
      return way.take(opened, words, id -> true, before(opened, opened.screen()::count));
    }
  }

  private int granted(long id, Way way) throws Exception {
    ExportRequest grant = AdvertGrant.require(reading, environment, id);
    if (!recipient.isEmpty()) {
      AdvertGrant.requireRecipient(grant, recipient);
    }
    Set<String> granted = advertsOf(id);
    String by =
        "id=%d, asked by %s, granted by %s".formatted(id, grant.askedBy(), grant.decision().by());
    AuditEvent event =
        AuditEvent.of(command, detail.isEmpty() ? by : by + ", " + detail)
            .typed("query", grant.query())
            .disclosing(new Disclosure(grant.recipient(), grant.why()));
    try (Reading.Opened opened = reading.open(environment, event)) {
      return way.take(opened, grant.query(), granted::contains, before(opened, ids -> {}));
    }
  }

  /** Returns the ids of what the second person granted: what came since leaves with no grant. */
  private Set<String> advertsOf(long id) {
    return ExportRequests.grantedIn(reading.workspace(environment).database(), id)
        .orElseThrow(() ->
            UserError.ofInput(
                "export %d must have been granted with the list of its adverts, but has none; ask for it again"
                    .formatted(id)));
  }

  private static Export.Before before(Reading.Opened opened, Consumer<List<String>> counted) {
    return (adverts, shown, hash) -> {
      counted.accept(adverts);
      opened.screen().log(shown, hash);
    };
  }
}
