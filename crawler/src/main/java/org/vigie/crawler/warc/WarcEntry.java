package org.vigie.crawler.warc;

import org.vigie.advert.Capture;

/** One record read from a WARC: a capture with its payload, or the reason why there is none. */
public sealed interface WarcEntry {
  /**
   * A response that was read whole.
   *
   * @param capture what is known of it
   * @param payload the body, content codings undone
   */
  record Captured(Capture capture, byte[] payload) implements WarcEntry {}

  /**
   * A record that could not be read.
   *
   * @param position offset in bytes
   * @param kind short name
   * @param reason why
   */
  record Unreadable(long position, String kind, String reason) implements WarcEntry {}
}
