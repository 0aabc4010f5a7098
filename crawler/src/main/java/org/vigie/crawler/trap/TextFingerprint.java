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
    Votes votes = new Votes();
    long before = 0;
    long word = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? letter(text.charAt(i)) : 0;
      if (c != 0) {
        word = word * 31 + c;
      } else if (word != 0) {
        votes.add(mix(word * 0x9e3779b97f4a7c15L + before));
        before = word;
        word = 0;
      }
    }
    return new TextFingerprint(votes.majority());
  }

  /** Returns a letter in lower case, or 0 for what is no letter. */
  private static char letter(char c) {
    if (c < 0x80) {
      char lower = (char) (c | 0x20);
      return lower >= 'a' && lower <= 'z' ? lower : 0;
    }
    char lower = Character.toLowerCase(c);
    return Character.isLetter(lower) ? lower : 0;
  }

  /** Returns whether two texts are nearly the same. */
  public boolean isNear(TextFingerprint other) {
    return Long.bitCount(bits ^ other.bits) <= NEAR;
  }

  /** The finalizer of SplitMix64 (Steele et al. 2014), so that every bit has its vote. */
  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
    return b ^ (b >>> 31);
  }

  /**
   * How many of some hashes have each bit set, all 64 counted at once: a plane holds one binary
   * digit of every count.
   */
  private static final class Votes {
    private final long[] planes = new long[Integer.SIZE];
    private int hashes;

    void add(long hash) {
      hashes++;
      long carry = hash;
      for (int plane = 0; carry != 0; plane++) {
        long both = planes[plane] & carry;
        planes[plane] ^= carry;
        carry = both;
      }
    }

    /** Returns the bits that more than half of the hashes have set. */
    long majority() {
      long bits = 0;
      for (int bit = 0; bit < Long.SIZE; bit++) {
        long count = 0;
        for (int plane = 0; plane < planes.length; plane++) {
          count |= (planes[plane] >>> bit & 1) << plane;
        }
        bits |= 2 * count > hashes ? 1L << bit : 0;
      }
      return bits;
    }
  }
}
