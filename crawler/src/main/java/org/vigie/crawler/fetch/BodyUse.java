package org.vigie.crawler.fetch;

/** What becomes of the body of an answer. */
public enum BodyUse {
  /** It is read and kept. */
  KEEP,
  /** It is read into a digest, piece by piece, and not kept. */
  DIGEST,
  /** It is not read. */
  LEAVE
}
