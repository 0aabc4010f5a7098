package org.vigie.crawler.frontier;

/**
 * Keys that are known for sure, those that came by last.
 *
 * <p>A site's pages link to the same pages again and again; most links need no look at the store.
 * Each key has a few slots that it may stand in, so that two keys of a site seldom drive each other
 * out. Used by one thread at a time.
 */
final class RecentKeys {
  private static final int WAYS = 4;
  private static final int SETS = 1 << 14;

  private final long[] high = new long[SETS * WAYS];
  private final long[] low = new long[SETS * WAYS];

  boolean contains(UrlKey key) {
    int first = first(key);
    for (int slot = first; slot < first + WAYS; slot++) {
      if (high[slot] == key.high() && low[slot] == key.low()) {
        return true;
      }
    }
    return false;
  }

  /** Keeps a key that isn't here, in place of the oldest of those that share its slots. */
  void add(UrlKey key) {
    int first = first(key);
    System.arraycopy(high, first, high, first + 1, WAYS - 1);
    System.arraycopy(low, first, low, first + 1, WAYS - 1);
    high[first] = key.high();
    low[first] = key.low();
  }

  private static int first(UrlKey key) {
    return (int) (key.high() & (SETS - 1)) * WAYS;
  }
}
