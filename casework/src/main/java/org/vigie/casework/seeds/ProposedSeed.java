package org.vigie.casework.seeds;

import java.util.List;
import org.vigie.advert.ContentId;
import org.vigie.crawler.frontier.Seed;

/**
 * A public place that adverts name and a crawl might start from, once a person says so.
 *
 * @param address where it starts
 * @param adverts how many name it
 * @param namedBy ids of some of them
 */
public record ProposedSeed(Address address, long adverts, List<String> namedBy) {
  /**
   * Where a crawl of a place would start.
   *
   * @param url normalized
   * @param reach what lies in its scope
   * @param reader name of the reader of its pages, or empty to find out by the page
   */
  public record Address(String url, Seed.Reach reach, String reader) {}

  public ProposedSeed {
    namedBy = List.copyOf(namedBy);
  }

  /** Returns {@code s-} and 20 hexadecimal digits derived from the address: the same everywhere. */
  public String id() {
    return ContentId.of("s-", address.url());
  }
}
