package org.vigie.crawler.frontier;

/**
 * Keys that are known for sure, the last that came by each of many slots.
 *
 * <p>A site's pages link to the same pages again and again; most links need no look at the store.
 * Used by one thread at a time.
 */
final class RecentKeys {
  private static final int SLOTS = 1 << 16;

  private final long[] high = new long[SLOTS];
  private final long[] low = new long[SLOTS];

  boolean contains(UrlKey key) {
    int slot = slot(key);
    return high[slot] == key.high() && low[slot] == key.low();
  }

  void add(UrlKey key) {
    int slot = slot(key);
    high[slot] = key.high();
    low[slot] = key.low();
  }

  private static int slot(UrlKey key) {
    return (int) (key.high() & (SLOTS - 1));
  }
}
