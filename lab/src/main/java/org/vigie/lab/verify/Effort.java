package org.vigie.lab.verify;

/**
 * How much to do.
 *
 * @param runs how often a crawl is killed at random, at least 1; all else grows with it, up to what
 *     is promised at {@value #FULL_RUNS}
 * @param seed of everything that is drawn by chance
 */
public record Effort(int runs, long seed) {
  /** 500 hosts, 50,000 requests, 200,000 pairs. */
  public static final int FULL_RUNS = 200;

  public Effort {
    if (runs < 1) {
      throw new IllegalArgumentException("runs must be at least 1, but was " + runs);
    }
  }

  /** Returns hosts that fail at their robots.txt, for each way to fail. */
  int robotsHosts() {
    return Math.clamp(runs * 5L / 2, 2, 500);
  }

  /** Returns hosts whose pace is measured. */
  int paceHosts() {
    return Math.clamp(runs * 5L / 2, 30, 500);
  }

  /** Returns pages of an ordinary one of them. */
  int pacePages() {
    return Math.clamp(runs * 18L / 25, 20, 144);
  }

  /** Returns how often the crawl is killed whose pace is measured. */
  int paceKills() {
    return Math.clamp(runs / 20, 2, 10);
  }

  /** Returns how often each failpoint is met: in turn at its first occasion, and at a later one. */
  int failpointRounds() {
    return Math.clamp(runs / 25, 1, 8);
  }

  /** Returns pairs of a robots.txt and a page, a multiple of 1,000. */
  int robotsPairs() {
    return (int) Math.min(runs * 1_000L, 100_000_000);
  }

  /** Returns ways to misbehave beside ordinary hosts, each some 15 seconds; there are fewer. */
  int neighbours() {
    return Math.clamp(runs, 2, 500);
  }
}
