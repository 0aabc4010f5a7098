package org.vigie.world.manners;

import java.time.Duration;

/**
 * A request that came too soon.
 *
 * @param reason what should have kept it back
 * @param of {@code host} or {@code address}
 * @param before the request after which a rest was due
 * @param tooSoon the request
 * @param due how long the rest should have been
 * @param found how long it was; negative if the answer wasn't over yet
 */
public record PaceBreach(
    Reason reason,
    String of,
    SeenRequest before,
    SeenRequest tooSoon,
    Duration due,
    Duration found) {
  /** What keeps a crawl from asking. */
  public enum Reason {
    OWN_DELAY,
    CRAWL_DELAY,
    RETRY_AFTER,
    LATENCY
  }
}
