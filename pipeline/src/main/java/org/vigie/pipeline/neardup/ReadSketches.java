package org.vigie.pipeline.neardup;

import org.jspecify.annotations.Nullable;

/**
 * Sketches of adverts that are kept, as they were read lately. Adverts that share a phrase are
 * compared with the same few, and reading a sketch is half of comparing it.
 */
final class ReadSketches {
  /** Half a KiB each; a power of two. */
  private static final int MOST = 4_096;

  private final int[] numbers = new int[MOST];
  private final @Nullable Sketch[] sketches = new Sketch[MOST];

  /**
   * Returns the sketch of an advert.
   *
   * @param number the advert's number, which no other ever has
   * @param kept the sketch as it is kept
   */
  Sketch of(int number, byte[] kept) {
    int place = number & (MOST - 1);
    Sketch known = sketches[place];
    if (known == null || numbers[place] != number) {
      known = Sketch.read(kept);
      sketches[place] = known;
      numbers[place] = number;
    }
    return known;
  }
}
