package org.vigie.pipeline.neardup;

import java.util.Arrays;

/** Sorts hashes: they are spread evenly, so that each tells about where it belongs. */
final class HashSort {
  /** With more in one place they aren't spread evenly, and are sorted as any numbers. */
  private static final int CROWD = 32;

  private HashSort() {}

  /**
   * Sorts numbers that aren't negative, in ascending order. Where they are spread evenly its time
   * grows with their number alone.
   */
  static void sort(long[] hashes) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(hashes.length);
    int shift = Long.SIZE - 1 - bits;
    int[] starts = new int[1 << bits];
    for (long hash : hashes) {
      starts[(int) (hash >>> shift)]++;
    }
    int start = 0;
    for (int place = 0; place < starts.length; place++) {
      int count = starts[place];
      if (count > CROWD) {
        Arrays.sort(hashes);
        return;
      }
      starts[place] = start;
      start += count;
    }
    long[] placed = new long[hashes.length];
    for (long hash : hashes) {
      placed[starts[(int) (hash >>> shift)]++] = hash;
    }
    for (int i = 0; i < placed.length; i++) {
      long hash = placed[i];
      int at = i;
      for (; at > 0 && hashes[at - 1] > hash; at--) {
        hashes[at] = hashes[at - 1];
      }
      hashes[at] = hash;
    }
  }
}
