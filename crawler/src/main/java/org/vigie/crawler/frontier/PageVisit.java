package org.vigie.crawler.frontier;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.vigie.advert.Capture;

/**
 * The last visit to a URL, as the next one needs it.
 *
 * @param atMillis when, in milliseconds since 1970
 * @param tookMillis from the request to the last byte
 * @param status HTTP status
 * @param kept the last whole answer; its parts stand beside the others in JSON
 * @param adverts ids of the adverts found there, in page order, at most {@link #MAX_ADVERTS}
 * @param times how often the URL was visited, at least 1
 * @param intervalMillis time until the next visit; 0 if there is to be none
 * @param history what this visit and those before it have shown
 */
public record PageVisit(
    long atMillis,
    int tookMillis,
    int status,
    @JsonUnwrapped KeptAnswer kept,
    List<String> adverts,
    int times,
    long intervalMillis,
    PageHistory history) {
  /** More adverts of one page are archived and read like any, but not watched. */
  public static final int MAX_ADVERTS = 1_000;

  public PageVisit {
    adverts = List.copyOf(adverts);
    if (intervalMillis < 0) {
      throw new IllegalArgumentException("intervalMillis must not be negative");
    }
    if (adverts.size() > MAX_ADVERTS) {
      throw new IllegalArgumentException(
          "a visit must keep at most " + MAX_ADVERTS + " adverts, but has " + adverts.size());
    }
  }

  /** A visit to a URL of which nothing else is known. */
  public PageVisit(
      long atMillis,
      int tookMillis,
      int status,
      KeptAnswer kept,
      List<String> adverts,
      int times,
      long intervalMillis) {
    this(atMillis, tookMillis, status, kept, adverts, times, intervalMillis, PageHistory.none());
  }

  /** Returns this visit with what is learned of it after the answer. */
  private PageVisit with(KeptAnswer answer, List<String> ids, long afterMillis, PageHistory shown) {
    return new PageVisit(atMillis, tookMillis, status, answer, ids, times, afterMillis, shown);
  }

  /** Returns this visit with the place and digest of its answer in the archive. */
  public PageVisit archivedAt(Capture capture) {
    return with(kept.archivedAt(capture), adverts, intervalMillis, history);
  }

  /** Returns this visit with the adverts found, and what all visits have shown so far. */
  public PageVisit with(List<String> ids, PageHistory shown) {
    return with(kept, ids, intervalMillis, shown);
  }

  /**
   * Returns this visit with what the one before it left in the archive, which still holds.
   *
   * @param last the visit before
   */
  public PageVisit keeping(PageVisit last) {
    return with(kept.keeping(last.kept), last.adverts, intervalMillis, history);
  }

  /** Returns this visit with the time until the next. */
  public PageVisit again(long afterMillis) {
    return with(kept, adverts, afterMillis, history);
  }

  /** Returns whether the answer was a page. */
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** Returns whether the answer was that there is no such page, or no longer. */
  public boolean isGone() {
    return status == 404 || status == 410;
  }

  /** Returns whether the answer was that the page is elsewhere. */
  public boolean isRedirect() {
    return status >= 300 && status < 400 && status != 304;
  }

  /** Returns whether the latest state of the page, as far as known, is in the archive. */
  public boolean hasPage() {
    return history.pageMillis() > 0;
  }

  /** Returns when the URL is due again, in milliseconds since 1970; 0 if never. */
  long dueMillis() {
    return intervalMillis == 0 ? 0 : Math.addExact(atMillis, intervalMillis);
  }
}
