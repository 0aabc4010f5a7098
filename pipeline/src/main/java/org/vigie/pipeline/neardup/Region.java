package org.vigie.pipeline.neardup;

/**
 * The part of a text in which a shingle stands: one of at most sixteen of equal length, kept in the
 * lowest bits of the shingle's hash in a signature.
 *
 * <p>The smallest of a set of hashes brings its region along, so a signature is as long as it would
 * be without. Twenty-eight bits are left to tell shingles apart: two of a thousand have the same by
 * chance once in five hundred texts.
 */
final class Region {
  /** Most regions of a text. */
  static final int MAX = 16;

  /** Least shingles in a region, so that short texts have few regions. */
  static final int MIN_SHINGLES = 6;

  private static final int MASK = MAX - 1;

  private Region() {}

  /** Returns the region of the shingle at {@code index} of {@code count} in reading order. */
  static int at(int index, int count) {
    int regions = Math.clamp(count / MIN_SHINGLES, 1, MAX);
    return (int) ((long) index * regions / count);
  }

  /** Returns a hash with a region in its lowest bits. */
  static int mark(int hash, int region) {
    return without(hash) | region;
  }

  /** Returns the region that a marked hash carries. */
  static int of(int marked) {
    return marked & MASK;
  }

  /** Returns a hash without its region, to compare it with others. */
  static int without(int marked) {
    return marked & ~MASK;
  }
}
