package org.vigie.crawler;

import java.util.List;
import org.vigie.crawler.frontier.Seed;
import org.vigie.crawler.frontier.Target;

/**
 * What to crawl.
 *
 * @param seeds where to start, at least one
 * @param keepsGoing whether to wait for pages that become due again, instead of ending
 */
public record CrawlPlan(List<Seed> seeds, boolean keepsGoing) {
  public CrawlPlan {
    seeds = List.copyOf(seeds);
    if (seeds.isEmpty()) {
      throw new IllegalArgumentException("a crawl must have a seed, but has none");
    }
  }

  List<Target> targets() {
    return seeds.stream().map(seed -> new Target(seed.url(), 0, 0, 1, "")).toList();
  }
}
