package org.vigie.advert;

import java.util.Locale;

/** What a {@link Price} is paid for. */
public enum PricePeriod {
  HOUR,
  DAY,
  NIGHT,
  WEEK,
  MONTH,
  YEAR,
  /** Once, such as a fee or a lump sum. */
  ONCE,
  /** The text doesn't say. */
  UNSTATED;

  /** Returns the lower-case form used in files, queries and on screen. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
