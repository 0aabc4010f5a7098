package org.vigie.crawler.frontier;

/**
 * Where one host stands in a crawl.
 *
 * @param host its name
 * @param state what it is at
 * @param why the reason, if it is parked, or empty
 * @param seconds how long until its turn, at least 0
 * @param waiting its URLs that were never fetched
 * @param pages answers archived, over all crawls
 * @param adverts adverts found on them
 * @param disallowed its URLs that robots rules forbid
 */
public record HostStatus(
    String host,
    State state,
    String why,
    long seconds,
    long waiting,
    long pages,
    long adverts,
    long disallowed) {
  /** What a host is at. */
  public enum State {
    /** A URL of it is under way. */
    BUSY,
    /** It may be asked now. */
    DUE,
    /** It is given time between two requests. */
    DELAYED,
    /** Nothing of it is asked for, for a reason. */
    PARKED,
    /** Nothing of it is left, or due. */
    DONE
  }
}
