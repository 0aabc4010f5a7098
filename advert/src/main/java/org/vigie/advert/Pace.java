package org.vigie.advert;

/**
 * How many adverts of a cluster came a day.
 *
 * @param busiestDay UTC day with the most adverts, in days since 1970; the first of equals
 * @param most adverts of that day
 * @param usual median over its other days with adverts, of two middle ones the lower; 0 if there
 *     are none
 */
public record Pace(long busiestDay, long most, long usual) {
  /** Returns the pace of which nothing is known. */
  public static Pace none() {
    return new Pace(0, 0, 0);
  }
}
