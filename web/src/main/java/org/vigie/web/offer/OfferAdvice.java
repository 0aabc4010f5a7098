package org.vigie.web.offer;

import java.util.List;
import java.util.Map;

/**
 * What a text gives reason to look out for. It is no verdict and has no score.
 *
 * @param isRead whether the text's language is one that is assessed
 * @param aboutChild whether it may be about a child: then nothing of it is quoted
 * @param lookOut each topic with the sentences it was read in, in the order of the topics
 * @param fine each point that looks fine, with the sentences it was read in
 */
public record OfferAdvice(
    boolean isRead,
    boolean aboutChild,
    Map<OfferTopic, List<String>> lookOut,
    Map<FinePoint, List<String>> fine) {
  /** Returns the advice on a text that nobody here can read. */
  static OfferAdvice unread() {
    return new OfferAdvice(false, false, Map.of(), Map.of());
  }

  /** Returns the advice on a text that may be about a child. */
  static OfferAdvice child() {
    return new OfferAdvice(true, true, Map.of(), Map.of());
  }
}
