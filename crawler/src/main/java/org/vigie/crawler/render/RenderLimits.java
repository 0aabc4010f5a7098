package org.vigie.crawler.render;

import java.time.Duration;

/**
 * What the rendering of one page may cost.
 *
 * @param time longest time until the page is taken as it is; positive
 * @param quiet how long it must have asked for nothing before it counts as done; positive
 * @param memoryBytes most memory of all processes of the browser, at least 64 MiB
 * @param requests most requests to sites, at least 0
 * @param documentBytes most bytes of the document, at least 1
 */
public record RenderLimits(
    Duration time, Duration quiet, long memoryBytes, int requests, int documentBytes) {
  private static final long LEAST_MEMORY = 64L << 20;

  public RenderLimits {
    require(time.isPositive(), "time must be positive", time);
    require(quiet.isPositive(), "quiet must be positive", quiet);
    require(memoryBytes >= LEAST_MEMORY, "memoryBytes must be at least 64 MiB", memoryBytes);
    require(requests >= 0, "requests must not be negative", requests);
    require(documentBytes >= 1, "documentBytes must be at least 1", documentBytes);
  }

  /**
   * Returns limits that leave room for a site with two seconds between requests: some 25 of them in
   * a minute. An idle browser takes about 100 MiB.
   */
  public static RenderLimits defaults() {
    return new RenderLimits(Duration.ofMinutes(1), Duration.ofSeconds(1), 1L << 30, 40, 8 << 20);
  }

  private static void require(boolean holds, String must, Object found) {
    if (!holds) {
      throw new IllegalArgumentException(must + ", but was " + found);
    }
  }
}
