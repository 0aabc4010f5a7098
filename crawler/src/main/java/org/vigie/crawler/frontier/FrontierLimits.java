package org.vigie.crawler.frontier;

/**
 * How far a frontier goes in one run.
 *
 * @param maxPages most answers archived, at least 1
 * @param slowLane most URLs under way at a time on hosts that have not shown yet that they answer
 *     in time, at least 1
 * @param keepsGoing whether it waits for URLs that become due, instead of ending when none is
 */
public record FrontierLimits(long maxPages, int slowLane, boolean keepsGoing) {
  /** Returns limits that leave a quarter of the threads to hosts that answer. */
  public static FrontierLimits of(long maxPages, int threads, boolean keepsGoing) {
    return new FrontierLimits(maxPages, Math.max(1, threads * 3 / 4), keepsGoing);
  }
}
