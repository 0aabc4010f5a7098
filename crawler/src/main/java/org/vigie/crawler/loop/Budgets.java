package org.vigie.crawler.loop;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.crawler.frontier.Seed;

/** How many pages each seed has had in this run. */
final class Budgets {
  private final Map<Seed, Long> pages = new ConcurrentHashMap<>();

  boolean isSpent(Seed seed) {
    return pages.getOrDefault(seed, 0L) >= seed.maxPages();
  }

  void spend(Seed seed) {
    pages.merge(seed, 1L, Long::sum);
  }
}
