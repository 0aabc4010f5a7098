package org.vigie.advert;

import java.util.List;
import java.util.Map;

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

  /**
   * Returns the pace that counts amount to.
   *
   * @param days UTC day since 1970 → adverts of it
   */
  public static Pace of(Map<Long, Long> days) {
    long busiest = 0;
    long most = 0;
    for (Map.Entry<Long, Long> day : days.entrySet()) {
      if (day.getValue() > most || (day.getValue() == most && day.getKey() < busiest)) {
        busiest = day.getKey();
        most = day.getValue();
      }
    }
    long first = busiest;
    List<Long> others =
        days.entrySet().stream()
            .filter(day -> day.getKey() != first)
            .map(Map.Entry::getValue)
            .sorted()
            .toList();
    return new Pace(busiest, most, others.isEmpty() ? 0 : others.get((others.size() - 1) / 2));
  }
}
