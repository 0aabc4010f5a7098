package org.vigie.crawler.politeness;

/**
 * What is remembered of a host's pace across restarts.
 *
 * @param host its name
 * @param address where it was last, or empty
 * @param crawlDelayMillis the delay that its robots rules ask for; 0 for none
 * @param tookMillis how long its last answer took
 * @param backOffs how often in a row it was overloaded
 * @param untilMillis when it may be asked again after that, or after a rest that it asked for, in
 *     milliseconds since 1970
 * @param addressUntilMillis when its address may be asked again, because the host asked for it
 */
public record HostPace(
    String host,
    String address,
    long crawlDelayMillis,
    long tookMillis,
    int backOffs,
    long untilMillis,
    long addressUntilMillis) {
  /** Returns the pace of a host of which nothing is known. */
  public static HostPace fresh(String host) {
    return new HostPace(host, "", 0, 0, 0, 0, 0);
  }

  HostPace at(String where) {
    return new HostPace(
        host, where, crawlDelayMillis, tookMillis, backOffs, untilMillis, addressUntilMillis);
  }

  HostPace withCrawlDelay(long millis) {
    return new HostPace(
        host, address, millis, tookMillis, backOffs, untilMillis, addressUntilMillis);
  }

  HostPace answeredIn(long millis) {
    return new HostPace(
        host, address, crawlDelayMillis, millis, backOffs, untilMillis, addressUntilMillis);
  }

  HostPace recovered() {
    return new HostPace(host, address, crawlDelayMillis, tookMillis, 0, 0, 0);
  }

  HostPace overloaded(int times, long until, long addressUntil) {
    return new HostPace(host, address, crawlDelayMillis, tookMillis, times, until, addressUntil);
  }

  /** Returns whether it says more than that our own delay holds. */
  boolean matters(long ownDelayMillis) {
    return crawlDelayMillis > ownDelayMillis
        || tookMillis > ownDelayMillis
        || backOffs > 0
        || untilMillis > 0;
  }
}
