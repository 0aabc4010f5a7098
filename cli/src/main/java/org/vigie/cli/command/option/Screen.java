package org.vigie.cli.command.option;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.vigie.advert.Mandate;
import org.vigie.casework.budget.DisclosureBudget;
import org.vigie.casework.budget.Taking;
import org.vigie.casework.config.DisclosureSettings;
import org.vigie.casework.environment.Environment;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.MandateCheck;
import org.vigie.casework.mandate.ShownIds;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;

/** Where a command shows what it found, once the audit log has the ids of it. */
public final class Screen {
  private final Environment environment;
  private final Workspace workspace;
  private final Mandate mandate;
  private final AuditEvent event;
  private final DisclosureSettings settings;

  public Screen(
      Environment environment,
      Workspace workspace,
      Mandate mandate,
      AuditEvent event,
      DisclosureSettings settings) {
    this.environment = environment;
    this.workspace = workspace;
    this.mandate = mandate;
    this.event = event.because(mandate.purpose());
    this.settings = settings;
  }

  /** Logs the ids that stand in some lines, and prints them. */
  public void show(List<String> lines) {
    log(ShownIds.in(String.join("\n", lines)), "");
    lines.forEach(environment.out()::println);
  }

  /** Logs the hash of some lines, too, since they also name what has no id; then prints them. */
  public void showHashed(List<String> lines) {
    if (!lines.isEmpty()) {
      String text = String.join("\n", lines) + "\n";
      log(ShownIds.in(text), Sha256.of(text));
      lines.forEach(environment.out()::println);
    }
  }

  /** Logs what is about to be handed out. */
  public void log(ShownIds shown, String file) {
    log(event.detail(), shown, file);
  }

  /**
   * Logs what is about to be handed out.
   *
   * @param detail what in particular, instead of what the event says
   */
  public void log(String detail, ShownIds shown, String file) {
    if (!shown.isEmpty() || !file.isEmpty()) {
      append(
          new AuditEvent(
              "shown by " + event.command(),
              detail,
              event.words(),
              event.session(),
              event.reason(),
              event.disclosure(),
              shown,
              file));
    }
  }

  /**
   * Counts full adverts that are about to be shown.
   *
   * @throws UserError if that is more than one person may see without a second one
   */
  public void count(Collection<String> adverts) {
    Taking taking = asking(budget -> budget.take(people(), Optional.of(mandate.caseId()), adverts));
    log(taking);
    if (taking.isRefused()) {
      throw new UserError(
          Exit.BUDGET,
          taking.isRefusedForCase()
              ? "a case may be shown %d full adverts (disclosure.per-case in vigie.yaml), but these are more; ask for an export, which a second person grants, or the case lead to have it raised"
                  .formatted(settings.perCase())
              : "one person may be shown %d full adverts in an hour and %d in a day (disclosure in vigie.yaml), but these are more; ask for an export, which a second person grants, or wait"
                  .formatted(settings.perHour(), settings.perDay()));
    }
  }

  /**
   * Counts the snippets of a list that is about to be shown.
   *
   * @param snippets as {@link DisclosureBudget#show} takes them
   * @return ids of the adverts that must be shown without a snippet
   */
  public Set<String> withheld(Map<String, String> snippets) {
    DisclosureBudget.Snippets shown =
        asking(budget -> budget.show(people(), Optional.of(mandate.caseId()), snippets));
    log(shown.taking());
    return shown.withheld();
  }

  private List<String> people() {
    return List.of(DisclosureBudget.ofAccount(settings.accountOf(environment.person())));
  }

  private <T> T asking(Function<DisclosureBudget, T> question) {
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), DisclosureBudget.SCHEMA)) {
      return question.apply(new DisclosureBudget(database, settings, environment.clock()));
    }
  }

  private void log(Taking taking) {
    for (AuditEvent each : taking.events()) {
      String detail = each.detail() + " command=" + event.command();
      append(AuditEvent.of(each.command(), detail).because(event.reason()));
    }
  }

  private void append(AuditEvent said) {
    new MandateCheck(environment)
        .auditLog(workspace)
        .append(environment.clock().instant(), environment.logged(), said, mandate);
  }
}
