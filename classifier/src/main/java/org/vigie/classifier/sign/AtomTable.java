package org.vigie.classifier.sign;

import java.util.Arrays;
import org.vigie.text.map.LongIntMap;

/**
 * Words by a hash of their letters: tells which of them begin at a place of a text.
 *
 * <p>Two words have the same hash once in some 10^14 pairs; a trie of their letters would take six
 * times the memory.
 */
final class AtomTable {
  private static final long SEED = 1469598103934665603L;
  private static final long FACTOR = 1099511628211L;
  private static final int[] NONE = {};

  /** Beginnings of words are looked up to so many letters: longer ones are seldom met by chance. */
  private static final int BEGINNINGS = 6;

  private final LongIntMap places = new LongIntMap();
  private final HashFilter filter;
  private int[][] atoms = new int[1024][];
  private int size;
  private int longest;

  /**
   * A table without words.
   *
   * @param filter logarithm to the base 2 of the places of a filter before it, some eight a word
   */
  AtomTable(int filter) {
    this.filter = new HashFilter(filter);
  }

  /** Is told what begins at a place. */
  interface Sink {
    /**
     * @param atom number of a word
     * @param end index after its last letter
     */
    void found(int atom, int end);
  }

  void add(String letters, int atom) {
    long hash = SEED;
    for (int i = 0; i < letters.length(); i++) {
      hash = next(hash, letters.charAt(i));
      if (i < BEGINNINGS) {
        filter.add(hash, HashFilter.BEGINNING);
      }
    }
    filter.add(hash, HashFilter.WORD);
    longest = Math.max(longest, letters.length());
    int place = places.get(hash);
    if (place == LongIntMap.ABSENT) {
      place = size++;
      places.put(hash, place);
      if (place == atoms.length) {
        atoms = Arrays.copyOf(atoms, 2 * place);
      }
      atoms[place] = NONE;
    }
    int[] before = atoms[place];
    int[] now = Arrays.copyOf(before, before.length + 1);
    now[before.length] = atom;
    atoms[place] = now;
  }

  /** Tells of all words that begin at a place, shortest first. */
  void walk(String text, int from, Sink sink) {
    int to = Math.min(text.length(), from + longest);
    long hash = SEED;
    for (int i = from; i < to; i++) {
      hash = next(hash, text.charAt(i));
      int may = filter.of(hash);
      if ((may & HashFilter.BEGINNING) == 0 && i - from < BEGINNINGS) {
        return;
      }
      int place = (may & HashFilter.WORD) == 0 ? LongIntMap.ABSENT : places.get(hash);
      if (place != LongIntMap.ABSENT) {
        for (int atom : atoms[place]) {
          sink.found(atom, i + 1);
        }
      }
    }
  }

  private static long next(long hash, char c) {
    return (hash ^ c) * FACTOR;
  }
}
