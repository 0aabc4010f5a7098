package org.vigie.crawler.trap;

/**
 * A fingerprint of a text that differs in few bits from that of a text which is nearly the same
 * (SimHash; Charikar 2002, <a href="https://doi.org/10.1145/509907.509965">doi</a>), over pairs of
 * words, with digits left out: the date of a calendar page makes no page new.
 *
 * @param bits 64 bits, of which near-duplicates share all but three (Manku et al. 2007)
 */
public record TextFingerprint(long bits) {
  private static final int NEAR = 3;

  /** Returns the fingerprint of a text. */
  public static TextFingerprint of(String text) {
    int[] votes = new int[Long.SIZE];
    long before = 0;
    long word = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? Character.toLowerCase(text.charAt(i)) : ' ';
      if (Character.isLetter(c)) {
        word = word * 31 + c;
      } else if (word != 0) {
        vote(votes, mix(word * 0x9e3779b97f4a7c15L + before));
        before = word;
        word = 0;
      }
    }
    long bits = 0;
    for (int i = 0; i < Long.SIZE; i++) {
      bits |= votes[i] > 0 ? 1L << i : 0;
    }
    return new TextFingerprint(bits);
  }

  /** Returns whether two texts are nearly the same. */
  public boolean isNear(TextFingerprint other) {
    return Long.bitCount(bits ^ other.bits) <= NEAR;
  }

  private static void vote(int[] votes, long hash) {
    for (int i = 0; i < Long.SIZE; i++) {
      votes[i] += (hash >>> i & 1) == 1 ? 1 : -1;
    }
  }

  /** The finalizer of SplitMix64 (Steele et al. 2014), so that every bit has its vote. */
  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
    return b ^ (b >>> 31);
  }
}
