package org.vigie.classifier.sign;

import org.vigie.classifier.image.ImageIn;
import org.vigie.classifier.image.ImageOut;

/**
 * What words and beginnings of words there may be, by their hashes: it may say so of one in some
 * that is not there, but never leaves out one that is (Bloom, 1970, with one place a hash).
 */
final class HashFilter {
  /** The bit of a place at which a word may end. */
  static final int WORD = 1;

  /** The bit of a place at which a word may end or go on. */
  static final int BEGINNING = 2;

  private static final int PLACES_A_LONG = 32;

  private final long[] places;
  private final int shift;

  /**
   * A filter of nothing.
   *
   * @param size logarithm to the base 2 of its number of places, of two bits each; at least 6
   */
  HashFilter(int size) {
    this(new long[(1 << size) / PLACES_A_LONG], Long.SIZE - size);
  }

  private HashFilter(long[] places, int shift) {
    this.places = places;
    this.shift = shift;
  }

  static HashFilter read(ImageIn in) {
    long[] places = in.longs();
    return new HashFilter(places, in.number());
  }

  void write(ImageOut out) {
    out.longs(places);
    out.number(shift);
  }

  /** Adds {@link #WORD} or {@link #BEGINNING} to the place of a hash. */
  void add(long hash, int bit) {
    int place = place(hash);
    places[place / PLACES_A_LONG] |= (long) bit << 2 * place;
  }

  /** Returns the bits of a hash's place. */
  int of(long hash) {
    int place = place(hash);
    return (int) (places[place / PLACES_A_LONG] >>> 2 * place) & (WORD | BEGINNING);
  }

  private int place(long hash) {
    // FNV leaves its upper bits poor on short words; the golden ratio spreads them (Knuth, 6.4).
    return (int) ((hash ^ hash >>> 32) * 0x9E3779B97F4A7C15L >>> shift);
  }
}
