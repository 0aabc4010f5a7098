package org.vigie.classifier.sign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

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

  private final Map<Long, int[]> byDeletion = new HashMap<>();

  void add(String letters, int atom) {
    String prefix = letters.substring(0, PREFIX);
    put(hash(prefix, -1), atom);
    for (int i = 1; i < PREFIX; i++) {
      put(hash(prefix, i), atom);
    }
  }

  /** Tells of the words that a word may be meant for. */
  void find(String word, List<ConceptPattern.Step> atoms, IntConsumer found) {
    List<Integer> seen = new ArrayList<>(2);
    for (int length = PREFIX - 1; length <= PREFIX + 1; length++) {
      if (length > word.length()) {
        return;
      }
      String prefix = word.substring(0, length);
      for (int skip = length == PREFIX - 1 ? -1 : 0; skip < length; skip++) {
        if (skip == 0) {
          continue;
        }
        int[] candidates = byDeletion.get(hash(prefix, skip));
        if (candidates == null) {
          continue;
        }
        for (int atom : candidates) {
          ConceptPattern.Step step = atoms.get(atom);
          if (!seen.contains(atom) && isNear(step.letters(), word, step.openEnd())) {
            seen.add(atom);
            found.accept(atom);
          }
        }
      }
    }
  }

  private void put(long key, int atom) {
    int[] before = byDeletion.get(key);
    if (before == null) {
      byDeletion.put(key, new int[] {atom});
    } else if (before[before.length - 1] != atom && before.length < 16) {
      int[] now = java.util.Arrays.copyOf(before, before.length + 1);
      now[before.length] = atom;
      byDeletion.put(key, now);
    }
  }

  private static long hash(String text, int skip) {
    long hash = 1469598103934665603L;
    for (int i = 0; i < text.length(); i++) {
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
