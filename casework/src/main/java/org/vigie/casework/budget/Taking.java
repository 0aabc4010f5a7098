package org.vigie.casework.budget;

import java.util.List;
import org.vigie.casework.budget.BudgetNotice.Per;
import org.vigie.casework.mandate.AuditEvent;

/**
 * What came of asking to be shown some adverts.
 *
 * @param outcome whether they may be shown
 * @param notices each budget that has no room for them; or, if all have, the shares of budgets that
 *     are reached with them and weren't within the last hour
 */
public record Taking(Outcome outcome, List<BudgetNotice> notices) {
  /** Nothing that counts was asked for. */
  static final Taking NOTHING = new Taking(Outcome.ADMITTED, List.of());

  public Taking {
    notices = List.copyOf(notices);
  }

  /** Whether adverts may be shown. */
  public enum Outcome {
    ADMITTED,
    /** One person's budget of an hour or a day hasn't room: that of a later hour has. */
    REFUSED,
    /** The case's budget hasn't room, and will have none unless it is raised. */
    CASE_REFUSED;

    /** Returns what follows from the budgets that have no room. */
    static Outcome of(List<BudgetNotice> refusals) {
      if (refusals.isEmpty()) {
        return ADMITTED;
      }
      return refusals.stream().anyMatch(notice -> notice.per() == Per.CASE)
          ? CASE_REFUSED
          : REFUSED;
    }
  }

  public boolean isRefused() {
    return outcome != Outcome.ADMITTED;
  }

  public boolean isRefusedForCase() {
    return outcome == Outcome.CASE_REFUSED;
  }

  /** Returns what the audit log must say: an event for each notice, which names the budget. */
  public List<AuditEvent> events() {
    return notices.stream().map(notice -> AuditEvent.of(notice.act(), notice.budget())).toList();
  }
}
