package org.vigie.classifier.sign;

import java.util.Arrays;

/**
 * The places of {@link SignFeatures} that a model has weights for, numbered in ascending order: a
 * bit a place, and how many stand before each word of bits.
 */
public final class PlaceIndex {
  private static final int WORDS = SignFeatures.SIZE / Long.SIZE;

  private final long[] present;
  private final int[] before;
  private final int size;

  private PlaceIndex(long[] present) {
    this.present = present;
    this.before = new int[WORDS];
    int count = 0;
    for (int i = 0; i < WORDS; i++) {
      before[i] = count;
      count += Long.bitCount(present[i]);
    }
    this.size = count;
  }

  /**
   * Returns the places that enough examples have.
   *
   * @param counts for each place, how many examples have it
   * @param least how many are enough
   */
  public static PlaceIndex of(int[] counts, int least) {
    long[] present = new long[WORDS];
    for (int place = 0; place < SignFeatures.SIZE; place++) {
      if (counts[place] >= least) {
        present[place >>> 6] |= 1L << place;
      }
    }
    return new PlaceIndex(present);
  }

  /**
   * Returns the index that {@link #bits} tells of.
   *
   * @throws IllegalArgumentException if there are not as many bits as places
   */
  static PlaceIndex ofBits(long[] bits) {
    if (bits.length != WORDS) {
      throw new IllegalArgumentException(
          "there must be %d words of bits, but there are %d".formatted(WORDS, bits.length));
    }
    return new PlaceIndex(Arrays.copyOf(bits, WORDS));
  }

  /** Returns a bit a place, 64 in a word, the lowest first. */
  long[] bits() {
    return Arrays.copyOf(present, WORDS);
  }

  /** Returns how many words of bits an index has. */
  static int words() {
    return WORDS;
  }

  /** Returns how many places it has. */
  public int size() {
    return size;
  }

  /** Returns how many of its places are lower than one that a word of bits begins with. */
  public int before(int place) {
    return before[place >>> 6];
  }

  /**
   * Finds the numbers of those places that it has, in ascending order as they are.
   *
   * @param numbers takes them; has room for as many as there are places
   * @return how many there are
   */
  int numbers(int[] places, int[] numbers) {
    int count = 0;
    for (int place : places) {
      int number = number(place);
      if (number >= 0) {
        numbers[count++] = number;
      }
    }
    return count;
  }

  /** Returns the number of a place, from 0, or -1 if it isn't one of them. */
  public int number(int place) {
    long word = present[place >>> 6];
    long bit = 1L << place;
    return (word & bit) == 0 ? -1 : before[place >>> 6] + Long.bitCount(word & (bit - 1));
  }
}
