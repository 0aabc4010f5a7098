package org.vigie.advert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an advert was seen, beside when its site says that it was posted.
 *
 * @param seen when it was seen
 * @param postedAt when its site says that it was posted; null if it doesn't
 */
public record AdvertTimes(SeenTimes seen, @Nullable Instant postedAt) {
  /**
   * Returns the times of an advert.
   *
   * @param sighting all that is known of its sightings; null if it was met once
   */
  public static AdvertTimes of(Advert advert, @Nullable Sighting sighting) {
    return new AdvertTimes(SeenTimes.of(advert, sighting), advert.postedAt());
  }
}
