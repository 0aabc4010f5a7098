package org.vigie.crawler.status;

import java.util.Map;

/**
 * What came of one run of a crawl.
 *
 * @param adverts adverts found on the pages committed, repeats included
 * @param backOffs how often a host was found overloaded or silent
 * @param archiveBytes bytes of the WARC files begun
 * @param outcomes outcome → number of URLs
 */
public record CrawlTotals(
    long adverts, long backOffs, long archiveBytes, Map<String, Long> outcomes) {
  public CrawlTotals {
    outcomes = Map.copyOf(outcomes);
  }
}
