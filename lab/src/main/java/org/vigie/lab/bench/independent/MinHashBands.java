package org.vigie.lab.bench.independent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Groups of texts that are alike: MinHash of 128 positions over pairs of words, 32 LSH bands of 4
 * rows, and disjoint sets.
 *
 * @see <a href="https://doi.org/10.1109/SEQUEN.1997.666900">Broder (1997)</a>
 */
final class MinHashBands {
  private static final int LENGTH = 128;
  private static final int ROWS = 4;
  private static final int MOST_IN_A_BUCKET = 8;
  private static final double LEAST_ALIKE = 0.25;

  private final long[] multipliers;
  private final long[] addends;
  private final List<int[]> signatures = new ArrayList<>();
  private final List<Integer> parents = new ArrayList<>();
  private final Map<Long, List<Integer>> buckets = new HashMap<>();

  MinHashBands() {
    SplittableRandom random = new SplittableRandom(1);
    multipliers = random.longs(LENGTH).map(value -> value | 1).toArray();
    addends = random.longs(LENGTH).toArray();
  }

  /** Takes a text's words in; returns the number of its group, that of one of the group's texts. */
  int add(String[] words) {
    int number = signatures.size();
    int[] signature = signature(words);
    signatures.add(signature);
    parents.add(number);
    for (int band = 0; band < LENGTH / ROWS; band++) {
      long key = band;
      for (int row = 0; row < ROWS; row++) {
        key = key * 0x9E3779B97F4A7C15L + signature[band * ROWS + row];
      }
      List<Integer> bucket = buckets.computeIfAbsent(key, unused -> new ArrayList<>(1));
      for (int other : bucket) {
        if (root(other) != root(number) && areAlike(signature, signatures.get(other))) {
          parents.set(root(number), root(other));
        }
      }
      if (bucket.size() < MOST_IN_A_BUCKET) {
        bucket.add(number);
      }
    }
    return root(number);
  }

  private int[] signature(String[] words) {
    int[] signature = new int[LENGTH];
    Arrays.fill(signature, Integer.MAX_VALUE);
    for (int word = 1; word < words.length; word++) {
      long pair = ((long) words[word - 1].hashCode() << 32) ^ words[word].hashCode();
      for (int i = 0; i < LENGTH; i++) {
        int hash = (int) ((multipliers[i] * pair + addends[i]) >>> 32);
        signature[i] = Math.min(signature[i], hash);
      }
    }
    return signature;
  }

  private static boolean areAlike(int[] one, int[] other) {
    int equal = 0;
    for (int i = 0; i < LENGTH; i++) {
      equal += one[i] == other[i] ? 1 : 0;
    }
    return equal >= LEAST_ALIKE * LENGTH;
  }

  private int root(int number) {
    int at = number;
    while (parents.get(at) != at) {
      at = parents.get(at);
    }
    return at;
  }
}
