package org.vigie.exchange.deconflict;

/** The sizes that sets are filled up to, so that none shows how many it really holds. */
final class SetSize {
  /** The least: a question about one contact looks like one about 64. */
  private static final int LEAST = 64;

  /** The most of one request or answer. */
  static final int MOST = 1 << 21;

  private SetSize() {}

  /** Returns the next power of two from 64 on. */
  static int of(int count) {
    if (count > MOST) {
      throw new IllegalArgumentException(
          "a set must have at most %d selectors, but has %d".formatted(MOST, count));
    }
    return Math.max(LEAST, count <= 1 ? 1 : Integer.highestOneBit(count - 1) << 1);
  }

  /** Returns whether a set was filled up as it must be. */
  static boolean isOne(int count) {
    return count >= LEAST && count <= MOST && Integer.bitCount(count) == 1;
  }
}
