package org.vigie.pipeline.neardup;

import java.util.Arrays;
import java.util.SplittableRandom;

/** A family of hash functions that turns sets of shingles into MinHash signatures. */
final class MinHash {
  /** Fixes the family: signatures in saved state must be comparable with new ones. */
  private static final long SEED = 20_260_101L;

  private final long[] multipliers;
  private final long[] addends;

  MinHash(int length) {
    SplittableRandom random = new SplittableRandom(SEED);
    multipliers = random.longs(length).map(value -> value | 1).toArray();
    addends = random.longs(length).toArray();
  }

  /**
   * Returns the MinHash signature of a set of shingles.
   *
   * <p>The share of positions in which two signatures agree estimates the Jaccard similarity of
   * their sets; its standard error is at most {@code 1 / (2 * sqrt(length))}: 0.044 at 128
   * positions. Each position also carries the {@linkplain Region region} of its shingle.
   *
   * @param shingles 64-bit shingle hashes in reading order; a repeated one counts where it stands
   *     first
   * @return a signature with one position per hash function
   * @throws IllegalArgumentException if {@code shingles} is empty, because an empty set has no
   *     minimum
   * @see <a href="https://doi.org/10.1109/SEQUEN.1997.666900">Broder (1997)</a>
   */
  int[] signature(long[] shingles) {
    if (shingles.length == 0) {
      throw new IllegalArgumentException("a signature needs at least one shingle, but got none");
    }
    int[] signature = new int[multipliers.length];
    Arrays.fill(signature, Integer.MAX_VALUE);
    for (int at = 0; at < shingles.length; at++) {
      long shingle = shingles[at];
      int region = Region.at(at, shingles.length);
      for (int i = 0; i < signature.length; i++) {
        // Multiply-shift (Dietzfelbinger et al. 1997): the high half is close to universal.
        int hash = (int) ((multipliers[i] * shingle + addends[i]) >>> 32);
        signature[i] = Math.min(signature[i], Region.mark(hash, region));
      }
    }
    return signature;
  }

  /**
   * Returns the key of the bucket that a band of a signature falls into, different for each band.
   */
  static long bucket(int[] signature, int band, int rows) {
    long hash = band + 1;
    for (int row = 0; row < rows; row++) {
      hash = Shingles.spread(hash * 31 + Region.without(signature[band * rows + row]));
    }
    return hash;
  }
}
