package org.vigie.crawler.render;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vigie.capture.warc.Exchange;

/**
 * A page as its scripts left it.
 *
 * @param html its document in UTF-8
 * @param at when it was taken
 * @param requests what it asked for and got, in order, without the page itself
 * @param refused why it did not get other things → how often
 */
@SuppressWarnings("ArrayRecordComponent") // it is never compared
public record RenderedPage(
    byte[] html, Instant at, List<Exchange> requests, Map<String, Long> refused) {
  public RenderedPage {
    requests = List.copyOf(requests);
    refused = Map.copyOf(refused);
  }
}
