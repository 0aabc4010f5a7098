package org.vigie.crawler.frontier;

import java.util.List;

/**
 * What the visits to a URL so far have shown, as far as the next one depends on it.
 *
 * @param pageMillis when the page was archived that is still its latest state, in milliseconds
 *     since 1970; 0 if there is none, because it was never fetched, has gone, or leads elsewhere
 * @param sourceIds the sites' own names of the adverts of the last visit, in their order; empty
 *     where an advert has none
 * @param linksHash hash of the set of its links
 * @param goneTimes how many visits in a row found it gone
 * @param comparisons how many visits could be compared with one before; older ones count less
 * @param changes how many of these found a change; likewise
 * @param watchedMillis the time between the visits compared, added up; likewise
 */
public record PageHistory(
    long pageMillis,
    List<String> sourceIds,
    long linksHash,
    int goneTimes,
    double comparisons,
    double changes,
    double watchedMillis) {
  /** So many comparisons tell a rate well; from here on, older ones fade. */
  private static final int MEMORY = 32;

  public PageHistory {
    sourceIds = List.copyOf(sourceIds);
  }

  /** Returns the history of a URL that was never visited. */
  public static PageHistory none() {
    return new PageHistory(0, List.of(), 0, 0, 0, 0, 0);
  }

  /** Returns this history with a visit that found the page changed, or not, after a while. */
  public PageHistory compared(boolean changed, long sinceMillis) {
    // Where no change is left to fade, the time without one is what tells.
    double kept = comparisons >= MEMORY && changes >= 0.5 ? 0.5 : 1;
    return new PageHistory(
        pageMillis,
        sourceIds,
        linksHash,
        goneTimes,
        comparisons * kept + 1,
        changes * kept + (changed ? 1 : 0),
        watchedMillis * kept + sinceMillis);
  }

  /** Returns this history with what the last visit found. */
  public PageHistory found(long page, List<String> ids, long links, int gone) {
    return new PageHistory(page, ids, links, gone, comparisons, changes, watchedMillis);
  }
}
