package org.vigie.advert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an advert was seen, apart from when its site says that it was posted: a {@link Sighting}
 * counts from whichever is known, and only the first is a fact of whoever saw it.
 *
 * @param first when it was seen first
 * @param isExact whether it was first seen then; otherwise then or before
 * @param last when it was seen last, not before {@code first}
 * @param times how often, at least 1
 */
public record SeenTimes(Instant first, boolean isExact, Instant last, long times) {

  /**
   * Returns when an advert was seen.
   *
   * @param advert the copy that is kept: the earliest by {@link Advert#time}
   * @param sighting all that is known of its sightings; null if it was met once
   */
  public static SeenTimes of(Advert advert, @Nullable Sighting sighting) {
    Instant copy = advert.seenAt();
    if (sighting == null) {
      return new SeenTimes(copy, true, copy, 1);
    }
    Instant last = sighting.lastSeen().isAfter(copy) ? sighting.lastSeen() : copy;
    Instant earliest = sighting.firstSeen();
    boolean isDated = earliest.equals(advert.postedAt()) && earliest.isBefore(copy);
    Instant first = isDated || earliest.isAfter(copy) ? copy : earliest;
    return new SeenTimes(first, !isDated || sighting.times() == 1, last, sighting.times());
  }
}
