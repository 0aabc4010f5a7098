package org.vigie.advert;

import java.util.Locale;

/** What {@link WorkingHours} are counted in. */
public enum WorkingTime {
  /** 0 to 24. */
  HOURS_A_DAY(24),
  /** 0 to 168. */
  HOURS_A_WEEK(168),
  /** 0 to 7. */
  DAYS_A_WEEK(7),
  /** From one time of day to another in hours since midnight; the second may be past midnight. */
  TIME_OF_DAY(48);

  private final double limit;

  WorkingTime(double limit) {
    this.limit = limit;
  }

  /** Returns the most there can be of it. */
  public double limit() {
    return limit;
  }

  /** Returns the lower-case form used in files, queries and on screen. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
