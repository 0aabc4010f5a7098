package org.vigie.world;

import java.time.Instant;

/**
 * What world to make: the same seed and size give the same pages and the same truth.
 *
 * @param seed any number
 * @param adverts how many adverts in all, from {@link #MIN_ADVERTS} to {@link #MAX_ADVERTS}
 */
public record WorldSpec(long seed, int adverts) {
  /** Below this, the smallest set of campaigns would be more than a quarter of the world. */
  public static final int MIN_ADVERTS = 100;

  /** Adverts are told apart by 32-bit positions with room to add; more is not planned for. */
  public static final int MAX_ADVERTS = 100_000_000;

  /** The moment the first advert is posted; a world never looks at the clock. */
  public static final Instant BASE = Instant.parse("2026-01-05T08:00:00Z");

  /** The moment at which the whole world is as it is served, after the last advert was posted. */
  public static final Instant COMPLETE = Instant.parse("2026-02-02T08:00:00Z");

  public WorldSpec {
    if (adverts < MIN_ADVERTS || adverts > MAX_ADVERTS) {
      throw new IllegalArgumentException(
          "adverts must be in [" + MIN_ADVERTS + ", " + MAX_ADVERTS + "], but was " + adverts);
    }
  }
}
