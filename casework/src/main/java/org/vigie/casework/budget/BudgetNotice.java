package org.vigie.casework.budget;

import java.time.Instant;
import java.util.Locale;

/**
 * That somebody came to a share of a budget of full adverts.
 *
 * @param at when
 * @param who the account, as {@code account NAME}; a token's session; or {@code case ID}
 * @param per of which budget
 * @param share 80 or 100, percent
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
}
