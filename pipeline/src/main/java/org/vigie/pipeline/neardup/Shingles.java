package org.vigie.pipeline.neardup;

import java.util.List;

/** A text's word n-grams, as 64-bit hashes. */
final class Shingles {
  private Shingles() {}

  /**
   * Returns the hashes of all runs of {@code size} words; of the whole text if it has fewer words.
   *
   * @return hashes in reading order, repeats included; empty if there are no words
   */
  static long[] of(List<String> words, int size) {
    if (words.isEmpty()) {
      return new long[0];
    }
    int count = Math.max(1, words.size() - size + 1);
    long[] hashes = new long[count];
    for (int i = 0; i < count; i++) {
      hashes[i] = hash(words, i, Math.min(size, words.size()));
    }
    return hashes;
  }

  /**
   * FNV-1a over UTF-16 units with a unit between words, then the finaliser of MurmurHash3 to spread
   * the bits.
   */
  private static long hash(List<String> words, int from, int size) {
    long hash = 0xcbf29ce484222325L;
    for (int i = from; i < from + size; i++) {
      String word = words.get(i);
      for (int c = 0; c < word.length(); c++) {
        hash = (hash ^ word.charAt(c)) * 0x100000001b3L;
      }
      hash = (hash ^ 0xffff) * 0x100000001b3L;
    }
    return spread(hash);
  }

  static long spread(long value) {
    long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
