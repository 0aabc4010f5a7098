package org.vigie.classifier.sign;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.vigie.classifier.image.ImageIn;
import org.vigie.classifier.image.ImageOut;

/**
 * Words that differ from a listed one by a letter: one left out, put in, exchanged, or two in the
 * wrong order. The first letter must be right.
 *
 * @see <a href="https://github.com/wolfgarbe/SymSpell">Symmetric delete spelling correction</a>, by
 *     which candidates are found
 */
final class Misspellings {
  /** Letters by which candidates are found. */
  private static final int PREFIX = 6;

  private static final int BUCKETS = 1 << 16;

  private long[] hashes = new long[1024];
  private int[] atoms = new int[1024];
  private int size;

  /** By the upper bits of a hash, counted from the least: where hashes with these bits begin. */
  private int[] buckets = new int[BUCKETS + 1];

  static Misspellings read(ImageIn in) {
    Misspellings read = new Misspellings();
    read.hashes = in.longs();
    read.atoms = in.ints();
    read.buckets = in.ints();
    read.size = read.hashes.length;
    return read;
  }

  /** Writes what is frozen. */
  void write(ImageOut out) {
    out.longs(hashes);
    out.ints(atoms);
    out.ints(buckets);
  }

  void add(String letters, int atom) {
    String prefix = letters.substring(0, PREFIX);
    put(hash(prefix, -1), atom);
    for (int i = 1; i < PREFIX; i++) {
      put(hash(prefix, i), atom);
    }
  }

  /**
   * Puts what was added in order; nothing is added afterwards. By the upper bits first, of which a
   * few share each, so that it takes time linear in their number and no objects.
   */
  void freeze() {
    for (int i = 0; i < size; i++) {
      buckets[bucket(hashes[i]) + 1]++;
    }
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      buckets[bucket + 1] += buckets[bucket];
    }
    int[] next = buckets.clone();
    long[] sorted = new long[size];
    int[] moved = new int[size];
    for (int i = 0; i < size; i++) {
      int bucket = bucket(hashes[i]);
      int place = next[bucket]++;
      while (place > buckets[bucket] && sorted[place - 1] > hashes[i]) {
        sorted[place] = sorted[place - 1];
        moved[place] = moved[place - 1];
        place--;
      }
      sorted[place] = hashes[i];
      moved[place] = atoms[i];
    }
    hashes = sorted;
    atoms = moved;
  }

  /** Tells of the words that a word may be meant for. */
  void find(String word, Candidates candidates, IntConsumer found) {
    for (int length = PREFIX - 1; length <= PREFIX + 1 && length <= word.length(); length++) {
      if (length == PREFIX - 1) {
        ask(hash(word, length, -1), word, candidates, found);
      }
      for (int skip = 1; skip < length && length >= PREFIX; skip++) {
        ask(hash(word, length, skip), word, candidates, found);
      }
    }
  }

  /** The listed words by their numbers. */
  interface Candidates {
    String letters(int atom);

    boolean openEnd(int atom);
  }

  private void ask(long hash, String word, Candidates candidates, IntConsumer found) {
    int bucket = bucket(hash);
    int at = Arrays.binarySearch(hashes, buckets[bucket], buckets[bucket + 1], hash);
    if (at < 0) {
      return;
    }
    while (at > 0 && hashes[at - 1] == hash) {
      at--;
    }
    for (int i = at; i < size && hashes[i] == hash && i < at + 16; i++) {
      if (isNear(candidates.letters(atoms[i]), word, candidates.openEnd(atoms[i]))) {
        found.accept(atoms[i]);
      }
    }
  }

  private static int bucket(long hash) {
    return (int) (hash >> 48) + BUCKETS / 2;
  }

  private void put(long hash, int atom) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * size);
      atoms = Arrays.copyOf(atoms, 2 * size);
    }
    hashes[size] = hash;
    atoms[size++] = atom;
  }

  private static long hash(String text, int skip) {
    return hash(text, text.length(), skip);
  }

  private static long hash(String text, int length, int skip) {
    long hash = 1469598103934665603L;
    for (int i = 0; i < length; i++) {
      if (i != skip) {
        hash = (hash ^ text.charAt(i)) * 1099511628211L;
      }
    }
    return hash;
  }

  /** Returns whether one edit makes a word a listed one, or begin with it. */
  static boolean isNear(String listed, String word, boolean openEnd) {
    int same = 0;
    int least = Math.min(listed.length(), word.length());
    while (same < least && listed.charAt(same) == word.charAt(same)) {
      same++;
    }
    if (same == 0) {
      return false;
    }
    return ends(listed, same + 1, word, same + 1, openEnd) // exchanged
        || ends(listed, same + 1, word, same, openEnd) // left out
        || ends(listed, same, word, same + 1, openEnd) // put in
        || (same + 1 < least
            && listed.charAt(same) == word.charAt(same + 1)
            && listed.charAt(same + 1) == word.charAt(same)
            && ends(listed, same + 2, word, same + 2, openEnd));
  }

  private static boolean ends(String listed, int from, String word, int at, boolean openEnd) {
    if (from > listed.length() || at > word.length()) {
      return false;
    }
    int left = listed.length() - from;
    if (!word.regionMatches(at, listed, from, left)) {
      return false;
    }
    return openEnd || at + left == word.length();
  }
}
