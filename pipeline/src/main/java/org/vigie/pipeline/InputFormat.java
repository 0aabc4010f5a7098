package org.vigie.pipeline;

/** The formats in which adverts come in; gzip is transparent in each. */
public enum InputFormat {
  /** JSON Lines of the schema advert-v1. */
  JSONL,
  /** CSV with a header line. */
  CSV,
  /** WARC. */
  WARC
}
