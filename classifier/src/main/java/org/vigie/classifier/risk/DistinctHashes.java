package org.vigie.classifier.risk;

import java.util.Arrays;

/**
 * The different hashes of one text, numbered from 0 in order of appearance. To be used again for
 * the next text, so that none costs memory.
 */
final class DistinctHashes {
  /** More places are not kept: one text of a megabyte should not take them for good. */
  private static final int MOST_KEPT = 1 << 16;

  private long[] hashes = new long[1 << 10];
  private int size;

  /** One more than the number of a hash, 0 where a place is empty. */
  private int[] numbers = new int[1 << 11];

  private int mask = numbers.length - 1;

  /**
   * Forgets all.
   *
   * @param most how many there may be at most
   */
  void clear(int most) {
    int places = Math.max(64, Integer.highestOneBit(Math.max(1, most)) << 2);
    if (places > numbers.length || (numbers.length > MOST_KEPT && places <= MOST_KEPT)) {
      numbers = new int[places];
      hashes = new long[places / 2];
    } else {
      Arrays.fill(numbers, 0, places, 0);
    }
    mask = places - 1;
    size = 0;
  }

  /**
   * Returns the number of a hash, which is {@link #size} before the call where it is new.
   *
   * @param hash any, spread over all its bits
   */
  int add(long hash) {
    int place = (int) hash & mask;
    int number = numbers[place];
    while (number != 0) {
      if (hashes[number - 1] == hash) {
        return number - 1;
      }
      place = (place + 1) & mask;
      number = numbers[place];
    }
    hashes[size] = hash;
    numbers[place] = ++size;
    return size - 1;
  }

  int size() {
    return size;
  }

  /** Returns the hashes by their numbers, and others behind them; not to be changed. */
  long[] hashes() {
    return hashes;
  }
}
