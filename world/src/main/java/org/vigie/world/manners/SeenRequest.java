package org.vigie.world.manners;

import java.time.Duration;

/**
 * One request as the server saw it. Times are those of {@link System#nanoTime}.
 *
 * @param host who was asked
 * @param address the address asked at
 * @param target path and query
 * @param startNanos when the first byte of the request was there
 * @param endNanos when the last byte of the answer was about to be sent
 * @param askedRest how long the answer asked to be left alone (Retry-After), or zero
 * @param crawlDelay the Crawl-delay that the answer told, or zero
 */
public record SeenRequest(
    String host,
    String address,
    String target,
    long startNanos,
    long endNanos,
    Duration askedRest,
    Duration crawlDelay) {

  /** Returns how long the answer took. */
  public Duration took() {
    return Duration.ofNanos(endNanos - startNanos);
  }

  /** Returns whether robots.txt was asked for. */
  public boolean isRobots() {
    return target.equals("/robots.txt");
  }
}
