package org.vigie.crawler.politeness;

/**
 * What is remembered of a host's pace across restarts.
 *
 * @param host its name
 * @param address where it was last, or empty
 * @param crawlDelayMillis the delay that its robots rules ask for; 0 for none
 * @param tookMillis how long its last answer took
 * @param backOffs how often in a row it was overloaded
 * @param untilMillis when it may be asked again after that, in milliseconds since 1970
 */
public record Pace(
    String host,
    String address,
    long crawlDelayMillis,
    long tookMillis,
    int backOffs,
    long untilMillis) {
  /** Returns the pace of a host of which nothing is known. */
  public static Pace fresh(String host) {
    return new Pace(host, "", 0, 0, 0, 0);
  }

  Pace at(String where) {
    return new Pace(host, where, crawlDelayMillis, tookMillis, backOffs, untilMillis);
  }

  Pace withCrawlDelay(long millis) {
    return new Pace(host, address, millis, tookMillis, backOffs, untilMillis);
  }

  Pace answeredIn(long millis) {
    return new Pace(host, address, crawlDelayMillis, millis, backOffs, untilMillis);
  }

  Pace recovered() {
    return new Pace(host, address, crawlDelayMillis, tookMillis, 0, 0);
  }

  Pace overloaded(int times, long until) {
    return new Pace(host, address, crawlDelayMillis, tookMillis, times, until);
  }

  /** Returns whether it says more than that our own delay holds. */
  boolean matters(long ownDelayMillis) {
    return crawlDelayMillis > ownDelayMillis || tookMillis > ownDelayMillis || backOffs > 0;
  }
}
