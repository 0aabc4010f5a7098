package org.vigie.crawler.render;

import java.time.Instant;
import java.util.Map;

/**
 * A page as its scripts left it.
 *
 * @param html its document in UTF-8
 * @param at when it was taken
 * @param refused why it did not get things that it asked for → how often
 * @param browser name and version of the browser
 */
@SuppressWarnings("ArrayRecordComponent") // it is never compared
public record RenderedPage(byte[] html, Instant at, Map<String, Long> refused, String browser) {
  /** What its document is. */
  public static final String MEDIA_TYPE = "text/html; charset=utf-8";

  public RenderedPage {
    refused = Map.copyOf(refused);
  }
}
