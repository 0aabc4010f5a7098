package org.vigie.pipeline.contact;

import org.vigie.pipeline.state.SortedArrayMap;

/**
 * How many adverts of a cluster or of a contact have each value of one kind.
 *
 * <p>At most {@link #MAX_VALUES} values are kept, the alphabetically first. A value once dropped
 * never comes back, so those that are kept are counted in full, in whatever order they come.
 */
public final class Counts {
  /**
   * More sites, places or contacts than a person can read; it bounds the state of a huge cluster.
   */
  public static final int MAX_VALUES = 1_000;

  private Counts() {}

  /** Returns the counts with {@code times} more of a value; an empty value counts for nothing. */
  public static SortedArrayMap<String, Long> plus(
      SortedArrayMap<String, Long> counts, String value, long times) {
    return plus(counts, value, times, MAX_VALUES);
  }

  /** As above, with at most {@code most} values. */
  public static SortedArrayMap<String, Long> plus(
      SortedArrayMap<String, Long> counts, String value, long times, int most) {
    if (!value.isEmpty()) {
      counts.merge(value, times, Long::sum);
      if (counts.size() > most) {
        counts.remove(counts.lastKey());
      }
    }
    return counts;
  }

  /** Adds all counts of one map to another. */
  public static void addAll(
      SortedArrayMap<String, Long> counts, SortedArrayMap<String, Long> more) {
    more.forEach((value, times) -> counts.merge(value, times, Long::sum));
    while (counts.size() > MAX_VALUES) {
      counts.remove(counts.lastKey());
    }
  }
}
