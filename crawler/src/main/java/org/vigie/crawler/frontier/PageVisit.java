package org.vigie.crawler.frontier;

import java.util.List;
import org.vigie.advert.Capture;

/**
 * The last visit to a URL, as the next one needs it.
 *
 * @param atMillis when, in milliseconds since 1970
 * @param tookMillis from the request to the last byte
 * @param status HTTP status
 * @param etag the {@code ETag} of the last whole page, or empty
 * @param lastModified its {@code Last-Modified}, or empty
 * @param payloadDigest {@code sha256:} and 64 hexadecimal digits of the last whole answer, or empty
 * @param container file name of the WARC that holds the last whole answer, or empty
 * @param offset place of that record, in bytes
 * @param adverts ids of the adverts found there, in page order, at most {@link #MAX_ADVERTS}
 * @param times how often the URL was visited, at least 1
 * @param intervalMillis time until the next visit; 0 if there is to be none
 * @param history what this visit and those before it have shown
 */
public record PageVisit(
    long atMillis,
    int tookMillis,
    int status,
    String etag,
    String lastModified,
    String payloadDigest,
    String container,
    long offset,
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
      String etag,
      String lastModified,
      String payloadDigest,
      String container,
      long offset,
      List<String> adverts,
      int times,
      long intervalMillis) {
    this(
        atMillis,
        tookMillis,
        status,
        etag,
        lastModified,
        payloadDigest,
        container,
        offset,
        adverts,
        times,
        intervalMillis,
        PageHistory.none());
  }

  /** Where the last whole answer stands in the archive, and what its server told it by. */
  private record Kept(
      String etag, String lastModified, String payloadDigest, String container, long offset) {}

  private Kept kept() {
    return new Kept(etag, lastModified, payloadDigest, container, offset);
  }

  /** Returns this visit with what is learned of it after the answer. */
  private PageVisit with(Kept kept, List<String> ids, long afterMillis, PageHistory shown) {
    return new PageVisit(
        atMillis,
        tookMillis,
        status,
        kept.etag,
        kept.lastModified,
        kept.payloadDigest,
        kept.container,
        kept.offset,
        ids,
        times,
        afterMillis,
        shown);
  }

  /** Returns this visit with the place and digest of its answer in the archive. */
  public PageVisit archivedAt(Capture capture) {
    Kept answer =
        new Kept(
            etag, lastModified, capture.payloadDigest(), capture.container(), capture.offset());
    return with(answer, adverts, intervalMillis, history);
  }

  /** Returns this visit with the adverts found, and what all visits have shown so far. */
  public PageVisit with(List<String> ids, PageHistory shown) {
    return with(kept(), ids, intervalMillis, shown);
  }

  /**
   * Returns this visit with what the one before it left in the archive, which still holds.
   *
   * @param last the visit before
   */
  public PageVisit keeping(PageVisit last) {
    Kept before =
        new Kept(
            etag.isEmpty() ? last.etag : etag,
            lastModified.isEmpty() ? last.lastModified : lastModified,
            last.payloadDigest,
            last.container,
            last.offset);
    return with(before, last.adverts, intervalMillis, history);
  }

  /** Returns this visit with the time until the next. */
  public PageVisit again(long afterMillis) {
    return with(kept(), adverts, afterMillis, history);
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
