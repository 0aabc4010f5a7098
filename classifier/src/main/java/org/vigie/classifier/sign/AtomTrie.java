package org.vigie.classifier.sign;

import java.util.ArrayList;
import java.util.List;
import org.vigie.text.map.LongIntMap;

/** Words by their letters: tells which of them begin at a place of a text. */
final class AtomTrie {
  private static final int[] NONE = {};

  private final LongIntMap children = new LongIntMap();
  private final List<int[]> atoms = new ArrayList<>(List.of(NONE));

  /** Is told what begins at a place. */
  interface Sink {
    /**
     * @param atom number of a word
     * @param end index after its last letter
     */
    void found(int atom, int end);
  }

  void add(String letters, int atom) {
    int node = 0;
    for (int i = 0; i < letters.length(); i++) {
      long key = key(node, letters.charAt(i));
      int next = children.get(key);
      if (next == LongIntMap.ABSENT) {
        next = atoms.size();
        atoms.add(NONE);
        children.put(key, next);
      }
      node = next;
    }
    int[] before = atoms.get(node);
    int[] now = java.util.Arrays.copyOf(before, before.length + 1);
    now[before.length] = atom;
    atoms.set(node, now);
  }

  /** Tells of all words that begin at a place, shortest first. */
  void walk(String text, int from, Sink sink) {
    int node = 0;
    for (int i = from; i < text.length(); i++) {
      node = children.get(key(node, text.charAt(i)));
      if (node == LongIntMap.ABSENT) {
        return;
      }
      for (int atom : atoms.get(node)) {
        sink.found(atom, i + 1);
      }
    }
  }

  private static long key(int node, char c) {
    return ((long) node << 16) | c;
  }
}
