package org.vigie.advert;

import java.time.Instant;
import java.util.List;

/**
 * When, where and how often one advert was met.
 *
 * @param advertId the advert
 * @param firstSeen earliest time
 * @param lastSeen latest time
 * @param times how often, at least 1
 * @param urls where it stood, in alphabetical order, the first {@link #MAX_PLACES} of them
 * @param sourceIds its sites' own names for it, likewise
 */
public record Sighting(
    String advertId,
    Instant firstSeen,
    Instant lastSeen,
    long times,
    List<String> urls,
    List<String> sourceIds) {
  /** A repost every hour for four days; more places add nothing to the evidence. */
  public static final int MAX_PLACES = 100;

  public Sighting {
    urls = List.copyOf(urls);
    sourceIds = List.copyOf(sourceIds);
  }
}
