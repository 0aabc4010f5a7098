package org.vigie.crawler.loop;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.crawler.frontier.Seed;

/** How many pages each seed has had in this run. */
final class Budgets {
  private final Map<String, Long> pages = new ConcurrentHashMap<>();

  boolean isSpent(Seed seed) {
    return pages.getOrDefault(seed.url(), 0L) >= seed.maxPages();
  }

  void spend(Seed seed) {
    pages.merge(seed.url(), 1L, Long::sum);
  }
}
