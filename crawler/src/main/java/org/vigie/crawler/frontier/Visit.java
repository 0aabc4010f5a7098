package org.vigie.crawler.frontier;

import java.util.List;
import org.vigie.advert.Capture;

/**
 * The last visit to a URL, as the next one needs it.
 *
 * @param atMillis when, in milliseconds since 1970
 * @param tookMillis from the request to the last byte
 * @param status HTTP status
 * @param etag the answer's {@code ETag}, or empty
 * @param lastModified the answer's {@code Last-Modified}, or empty
 * @param payloadDigest {@code sha256:} and 64 hexadecimal digits, or empty
 * @param container file name of the WARC that holds the last whole answer, or empty
 * @param offset place of that record, in bytes
 * @param adverts ids of the adverts found there
 * @param times how often the URL was visited, at least 1
 * @param intervalMillis time until the next visit; 0 if there is to be none
 */
public record Visit(
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
  public Visit {
    adverts = List.copyOf(adverts);
    if (intervalMillis < 0) {
      throw new IllegalArgumentException("intervalMillis must not be negative");
    }
  }

  /** Returns this visit with the place and digest of its answer in the archive. */
  public Visit archivedAt(Capture capture) {
    return new Visit(
        atMillis,
        tookMillis,
        status,
        etag,
        lastModified,
        capture.payloadDigest(),
        capture.container(),
        capture.offset(),
        adverts,
        times,
        intervalMillis);
  }

  /** Returns this visit with the adverts found. */
  public Visit with(List<String> ids) {
    return new Visit(
        atMillis,
        tookMillis,
        status,
        etag,
        lastModified,
        payloadDigest,
        container,
        offset,
        ids,
        times,
        intervalMillis);
  }

  /** Returns whether the answer was a page. */
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** Returns when the URL is due again, in milliseconds since 1970; 0 if never. */
  long dueMillis() {
    return intervalMillis == 0 ? 0 : Math.addExact(atMillis, intervalMillis);
  }
}
