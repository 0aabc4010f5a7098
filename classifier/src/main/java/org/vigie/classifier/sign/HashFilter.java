package org.vigie.classifier.sign;

/**
 * A set of hashes that may hold more than was added, one in some, but never less: what it says is
 * not there need not be looked for (Bloom, 1970, with one bit a hash).
 */
final class HashFilter {
  private static final int WORD = 6;

  private final long[] bits;
  private final int shift;

  /**
   * A set of nothing.
   *
   * @param bits logarithm to the base 2 of its size in bits, at least 6
   */
  HashFilter(int bits) {
    this.bits = new long[1 << (bits - WORD)];
    this.shift = Long.SIZE - bits;
  }

  void add(long hash) {
    int bit = bit(hash);
    bits[bit >>> WORD] |= 1L << bit;
  }

  boolean mayHold(long hash) {
    int bit = bit(hash);
    return (bits[bit >>> WORD] & 1L << bit) != 0;
  }

  private int bit(long hash) {
    // FNV leaves its upper bits poor on short words; the golden ratio spreads them (Knuth, 6.4).
    return (int) ((hash ^ hash >>> 32) * 0x9E3779B97F4A7C15L >>> shift);
  }
}
