package org.vigie.casework.budget;

import java.time.Instant;
import java.util.Locale;

/**
 * That somebody came to a share of a budget of full adverts, or was refused more than it has.
 *
 * @param at when
 * @param who the account, as {@code account NAME}; a token's session; or {@code case ID}
 * @param per of which budget
 * @param share 80 or 100, percent; above 100, the share that was asked for and refused
 * @param by whose reading brought it there, as {@code who}
 */
public record BudgetNotice(Instant at, String who, Per per, int share, String by) {
  /** What a budget is of. */
  public enum Per {
    HOUR,
    DAY,
    CASE;

    /** Returns the name in tables and phrases. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Returns whether what was asked for was more than the budget has. */
  public boolean isRefusal() {
    return share > 100;
  }

  /** Returns the act as the audit log names it. */
  String act() {
    if (isRefusal()) {
      return "disclosure budget refused";
    }
    return share == 100 ? "disclosure budget used up" : "disclosure budget at 80%";
  }

  /** Returns which budget it is, such as {@code account=NAME per=hour}. */
  String budget() {
    String holder = who.contains(" ") ? who.replaceFirst(" ", "=") : "token=" + who;
    return holder + " per=" + per.label();
  }
}
