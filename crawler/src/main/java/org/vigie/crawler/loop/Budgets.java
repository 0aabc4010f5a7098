package org.vigie.crawler.loop;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.crawler.frontier.Seed;

/** How many pages each seed has had in this run, those being fetched included. */
final class Budgets {
  private final Map<String, Long> pages = new ConcurrentHashMap<>();

  boolean isSpent(Seed seed) {
    return pages.getOrDefault(seed.url(), 0L) >= seed.maxPages();
  }

  /** Takes a page before it is asked for, and returns whether there was one left. */
  boolean take(Seed seed) {
    boolean[] taken = {false};
    pages.compute(
        seed.url(),
        (url, before) -> {
          long had = before == null ? 0 : before;
          taken[0] = had < seed.maxPages();
          return taken[0] ? Long.valueOf(had + 1) : before;
        });
    return taken[0];
  }

  /** Gives back a page that came to nothing. */
  void giveBack(Seed seed) {
    pages.merge(seed.url(), -1L, Long::sum);
  }
}
