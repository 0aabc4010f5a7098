package org.vigie.pipeline.state;

import java.time.Instant;

/** How many adverts came on each UTC day, the last {@link #MAX} of them. */
public final class Days {
  /** A year and a month: the days before are dropped, so that the last day is always known. */
  public static final int MAX = 400;

  private Days() {}

  /** Returns the UTC day of an instant, in days since 1970. */
  public static long of(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), 86_400L);
  }

  /** Counts adverts of a day; a negative number takes them back. */
  public static void count(SortedArrayMap<Long, Long> days, long day, long adverts) {
    days.merge(day, adverts, Long::sum);
    if (days.getOrDefault(day, 0L) <= 0) {
      days.remove(day);
    }
    if (days.size() > MAX) {
      days.remove(days.firstKey());
    }
  }
}
