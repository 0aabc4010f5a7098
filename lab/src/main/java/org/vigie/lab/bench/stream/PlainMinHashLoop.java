package org.vigie.lab.bench.stream;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.vigie.advert.Advert;
import org.vigie.pipeline.neardup.Words;

/**
 * What clustering is held against: the job's words, pairs of them, MinHash, LSH bands, verification
 * and disjoint sets in plain arrays, with the job's numbers of positions, bands and
 * representatives. It knows no boilerplate, makes no templates and keeps nothing for a restart.
 */
final class PlainMinHashLoop implements Clustering {
  private static final int LENGTH = 128;
  private static final int ROWS = 4;
  private static final int BANDS = LENGTH / ROWS;
  private static final int REPRESENTATIVES = 8;
  private static final int MIN_WORDS = 6;
  private static final double MIN_SIMILARITY = 0.25;
  private static final int NONE = -1;

  private final long[] multipliers;
  private final long[] addends;
  private final int[][] signatures;
  private final int[] parents;

  /** Buckets by open addressing: key, last of those in it; an entry leads to the one before. */
  private final long[] keys;

  private final int[] heads;
  private final int[] before;
  private final int mask;
  private int adverts;
  private long links;

  /**
   * @param most adverts that it can take
   */
  PlainMinHashLoop(int most) {
    SplittableRandom random = new SplittableRandom(6);
    multipliers = random.longs(LENGTH).map(value -> value | 1).toArray();
    addends = random.longs(LENGTH).toArray();
    signatures = new int[most][];
    parents = new int[most];
    // From a quarter full to half, at most.
    int slots = 4 * Integer.highestOneBit(Math.multiplyExact(most, BANDS));
    keys = new long[slots];
    heads = new int[slots];
    Arrays.fill(heads, NONE);
    before = new int[Math.multiplyExact(most, BANDS)];
    mask = slots - 1;
  }

  @Override
  public void take(Advert advert) {
    int number = adverts++;
    parents[number] = number;
    int[] signature = signature(advert.text());
    if (signature.length == 0) {
      return;
    }
    signatures[number] = signature;
    int[] compared = new int[BANDS * REPRESENTATIVES];
    int count = 0;
    for (int band = 0; band < BANDS; band++) {
      int slot = slot(bucket(signature, band));
      int size = 0;
      for (int entry = heads[slot]; entry != NONE; entry = before[entry]) {
        size++;
        int other = entry / BANDS;
        if (isNew(other, compared, count)) {
          compared[count++] = other;
          if (areAlike(signature, signatures[other])) {
            links++;
            parents[root(number)] = root(other);
          }
        }
      }
      if (size < REPRESENTATIVES) {
        int entry = number * BANDS + band;
        before[entry] = heads[slot];
        heads[slot] = entry;
      }
    }
  }

  @Override
  public long links() {
    return links;
  }

  /** Returns whether two adverts, numbered as they came, are in one cluster. */
  boolean areTogether(int one, int other) {
    return root(one) == root(other);
  }

  private int[] signature(String text) {
    List<String> words = Words.of(text);
    if (words.size() < MIN_WORDS) {
      return new int[0];
    }
    int[] signature = new int[LENGTH];
    Arrays.fill(signature, Integer.MAX_VALUE);
    for (int word = 1; word < words.size(); word++) {
      long pair = ((long) words.get(word - 1).hashCode() << 32) ^ words.get(word).hashCode();
      long shingle = spread(pair);
      for (int i = 0; i < LENGTH; i++) {
        int hash = (int) ((multipliers[i] * shingle + addends[i]) >>> 32);
        signature[i] = Math.min(signature[i], hash);
      }
    }
    return signature;
  }

  private static long bucket(int[] signature, int band) {
    long bucket = band + 1;
    for (int row = 0; row < ROWS; row++) {
      bucket = bucket * 0x9E3779B97F4A7C15L + signature[band * ROWS + row];
    }
    return spread(bucket);
  }

  /** Finds the slot of a key, or the empty one where it is to stand. */
  private int slot(long key) {
    int slot = (int) key & mask;
    while (heads[slot] != NONE && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    keys[slot] = key;
    return slot;
  }

  private static boolean isNew(int other, int[] compared, int count) {
    for (int i = 0; i < count; i++) {
      if (compared[i] == other) {
        return false;
      }
    }
    return true;
  }

  private static boolean areAlike(int[] one, int[] other) {
    int equal = 0;
    for (int i = 0; i < LENGTH; i++) {
      equal += one[i] == other[i] ? 1 : 0;
    }
    return equal >= MIN_SIMILARITY * LENGTH;
  }

  private int root(int number) {
    int at = number;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  /** Finalizer of splitmix64 (Steele et al. 2014). */
  private static long spread(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
