package org.vigie.classifier.indicator;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.vigie.classifier.image.ImageIn;
import org.vigie.classifier.image.ImageOut;

/**
 * The tree of letters by which words are sorted into classes, as it is walked: nodes are numbered
 * level by level, so that the children of one stand in a row, in order of their letters. This takes
 * a tenth of the memory of a map of edges, and stays in the processor's caches.
 *
 * @see WordClasses
 */
final class WordTree {
  private static final int NO_NODE = -1;

  private final char[] letters;
  private final int[] firstChild;
  private final int[] classAtEnd;
  private final int[] classBeyond;
  private final boolean[] endsPattern;

  /**
   * First letter → its node, {@link #NO_NODE} where there is none, for Latin, Greek and Cyrillic:
   * most words go no further, and the root has the most children to search.
   */
  private final int[] firstLetters = new int[0x600];

  /**
   * A tree whose root is node 0.
   *
   * @param letters node → the letter that leads to it
   * @param firstChild node → its first child, and behind the last node the number of nodes
   * @param classAtEnd node → the class of a word that ends there
   * @param classBeyond node → the class of a word that goes on, but not by a child of it
   * @param endsPattern node → whether a pattern ends there
   */
  WordTree(
      char[] letters,
      int[] firstChild,
      int[] classAtEnd,
      int[] classBeyond,
      boolean[] endsPattern) {
    this.letters = letters;
    this.firstChild = firstChild;
    this.classAtEnd = classAtEnd;
    this.classBeyond = classBeyond;
    this.endsPattern = endsPattern;
    Arrays.fill(firstLetters, NO_NODE);
    for (int node = firstChild[0]; node < firstChild[1]; node++) {
      if (letters[node] < firstLetters.length) {
        firstLetters[letters[node]] = node;
      }
    }
  }

  static WordTree read(ImageIn in) {
    return new WordTree(in.letters(), in.ints(), in.ints(), in.ints(), in.flags());
  }

  void write(ImageOut out) {
    out.letters(letters);
    out.ints(firstChild);
    out.ints(classAtEnd);
    out.ints(classBeyond);
    out.flags(endsPattern);
  }

  /** Returns the class of a word. */
  int classOf(String word) {
    int node = 0;
    for (int i = 0; i < word.length(); i++) {
      int next = node == 0 ? first(word.charAt(i)) : child(node, word.charAt(i));
      if (next < 0) {
        return classBeyond[node];
      }
      node = next;
    }
    return classAtEnd[node];
  }

  /** Says where the patterns end that begin at a position of some letters. */
  void endsFrom(String text, int from, IntConsumer ends) {
    int node = 0;
    for (int i = from; i < text.length(); i++) {
      node = child(node, text.charAt(i));
      if (node < 0) {
        return;
      }
      if (endsPattern[node]) {
        ends.accept(i + 1);
      }
    }
  }

  private int first(char letter) {
    return letter < firstLetters.length ? firstLetters[letter] : child(0, letter);
  }

  /** Returns the node that a letter leads to; a negative number if none. */
  private int child(int node, char letter) {
    return Arrays.binarySearch(letters, firstChild[node], firstChild[node + 1], letter);
  }
}
