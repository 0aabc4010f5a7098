package org.vigie.pipeline.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.vigie.advert.Advert;
import org.vigie.advert.Sighting;

/**
 * All sightings of one advert so far, added up so that their order doesn't show.
 *
 * @param sighting the sum
 * @param earliestUrl URL of the earliest sighting
 * @param earliestSourceId the site's own id at the earliest sighting
 */
public record Sightings(Sighting sighting, String earliestUrl, String earliestSourceId) {

  static Sightings first(Advert advert) {
    return new Sightings(
        new Sighting(
            advert.id(),
            advert.time(),
            advert.lastSeen(),
            1,
            with(List.of(), advert.url()),
            with(List.of(), advert.sourceId())),
        advert.url(),
        advert.sourceId());
  }

  Sightings with(Advert advert) {
    Sightings alone = first(advert);
    boolean earlier = alone.isEarlierThan(this);
    Sighting sum =
        new Sighting(
            sighting.advertId(),
            earlier ? advert.time() : sighting.firstSeen(),
            advert.lastSeen().isAfter(sighting.lastSeen())
                ? advert.lastSeen()
                : sighting.lastSeen(),
            sighting.times() + 1,
            with(sighting.urls(), advert.url()),
            with(sighting.sourceIds(), advert.sourceId()));
    return earlier
        ? new Sightings(sum, advert.url(), advert.sourceId())
        : new Sightings(sum, earliestUrl, earliestSourceId);
  }

  /** Returns the same of an advert whose id was left out. */
  Sightings named(String id) {
    if (sighting.advertId().equals(id)) {
      return this;
    }
    Sighting of =
        new Sighting(
            id,
            sighting.firstSeen(),
            sighting.lastSeen(),
            sighting.times(),
            sighting.urls(),
            sighting.sourceIds(),
            sighting.changes());
    return new Sightings(of, earliestUrl, earliestSourceId);
  }

  /** Returns whether the earliest sighting here is before the earliest there. */
  boolean isEarlierThan(Sightings other) {
    int byTime = sighting.firstSeen().compareTo(other.sighting.firstSeen());
    int byUrl = earliestUrl.compareTo(other.earliestUrl);
    int bySourceId = earliestSourceId.compareTo(other.earliestSourceId);
    return byTime != 0 ? byTime < 0 : byUrl != 0 ? byUrl < 0 : bySourceId < 0;
  }

  /** Keeps the alphabetically first, so that the order of arrival doesn't show. */
  private static List<String> with(List<String> known, String value) {
    if (value.isEmpty()) {
      return known;
    }
    TreeSet<String> sorted = new TreeSet<>(known);
    sorted.add(value);
    return new ArrayList<>(sorted).subList(0, Math.min(sorted.size(), Sighting.MAX_PLACES));
  }
}
