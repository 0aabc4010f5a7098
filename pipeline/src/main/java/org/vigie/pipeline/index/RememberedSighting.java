package org.vigie.pipeline.index;

import org.vigie.advert.Sighting;

/**
 * A sighting of an advert as far as the stream remembers it.
 *
 * <p>An advert that comes back after it was forgotten is counted anew, beside what the index holds
 * of it under another number: whoever reads adds them up.
 *
 * @param sighting the sum of what is remembered
 * @param memory its number, greater than that of those before; 0 if nothing had been forgotten;
 *     {@link #LATE} if the advert was too old to be remembered
 */
public record RememberedSighting(Sighting sighting, long memory) {
  /** Of adverts that are not remembered; all such sightings of one advert count as one. */
  public static final long LATE = -1;
}
