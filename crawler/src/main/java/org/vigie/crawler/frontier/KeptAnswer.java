package org.vigie.crawler.frontier;

import org.vigie.advert.Capture;

/**
 * Where the last whole answer of a URL stands in the archive, and what its server told it by.
 *
 * @param etag its {@code ETag}, or empty
 * @param lastModified its {@code Last-Modified}, or empty
 * @param payloadDigest {@code sha256:} and 64 hexadecimal digits, or empty
 * @param container file name of the WARC that holds it, or empty
 * @param offset place of that record, in bytes
 */
public record KeptAnswer(
    String etag, String lastModified, String payloadDigest, String container, long offset) {
  /** What is kept of a URL that never gave a whole answer. */
  public static final KeptAnswer NONE = ofValidators("", "");

  /** Returns an answer that isn't archived, or not yet. */
  public static KeptAnswer ofValidators(String etag, String lastModified) {
    return new KeptAnswer(etag, lastModified, "", "", 0);
  }

  /** Returns the same at its place in the archive. */
  KeptAnswer archivedAt(Capture capture) {
    return new KeptAnswer(
        etag, lastModified, capture.payloadDigest(), capture.container(), capture.offset());
  }

  /** Returns what was kept before, under the validators of this one where it has some. */
  KeptAnswer keeping(KeptAnswer last) {
    return new KeptAnswer(
        etag.isEmpty() ? last.etag : etag,
        lastModified.isEmpty() ? last.lastModified : lastModified,
        last.payloadDigest,
        last.container,
        last.offset);
  }
}
