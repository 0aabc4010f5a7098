package org.vigie.classifier;

import org.vigie.advert.Finding;
import org.vigie.advert.Place;

/**
 * A place of an advert that its cluster tells.
 *
 * @param alone as it was read of the advert's own text
 * @param place as the cluster tells it, at the same span
 * @param why what tells it: {@code place-by-adverts} or {@code place-by-country}
 */
public record ClusterPlace(Place alone, Place place, Finding why) {
  /** Returns whether it lies in another country than the advert's own text was read to mean. */
  public boolean isOther() {
    return !alone.country().equals(place.country());
  }
}
