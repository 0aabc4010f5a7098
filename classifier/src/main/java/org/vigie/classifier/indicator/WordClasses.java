package org.vigie.classifier.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * Sorts words into classes: two words are of one class if they match the same patterns, each of
 * which is a whole word or, ending in {@code *}, a stem.
 */
final class WordClasses {
  /** The class of words that match no pattern. */
  static final int NONE = 0;

  private final List<SortedMap<Character, Integer>> children = new ArrayList<>();
  private final List<Integer> exactPattern = new ArrayList<>();
  private final List<Integer> stemPattern = new ArrayList<>();
  private final List<Integer> parent = new ArrayList<>();
  private final Map<String, Integer> patternIds = new HashMap<>();
  private final Map<List<Integer>, Integer> classIds = new HashMap<>();
  private final List<List<Integer>> patternsOfClass = new ArrayList<>();

  /**
   * The tree of letters as it is walked: nodes are numbered level by level, so that the children of
   * one stand in a row, in order of their letters. This takes a tenth of the memory of a map of
   * edges, and stays in the processor's caches.
   */
  private char[] letters = {};

  private int[] firstChild = {};
  private int[] classAtEnd = {};
  private int[] classBeyond = {};
  private boolean[] endsPattern = {};

  /**
   * First letter → its node, {@link #NO_NODE} where there is none, for Latin, Greek and Cyrillic:
   * most words go no further, and the root has the most children to search.
   */
  private final int[] firstLetters = new int[0x600];

  private static final int NO_NODE = -1;

  WordClasses() {
    newNode(-1);
  }

  /** Returns the number of a pattern, the same for the same pattern. */
  int add(String pattern) {
    Integer known = patternIds.get(pattern);
    if (known != null) {
      return known;
    }
    int id = patternIds.size();
    patternIds.put(pattern, id);
    boolean stem = pattern.endsWith("*");
    int node = 0;
    for (int i = 0; i < pattern.length() - (stem ? 1 : 0); i++) {
      Integer next = children.get(node).get(pattern.charAt(i));
      if (next == null) {
        next = newNode(node);
        children.get(node).put(pattern.charAt(i), next);
      }
      node = next;
    }
    (stem ? stemPattern : exactPattern).set(node, id);
    return id;
  }

  /** Works the classes out; no pattern may be added after it. */
  void finish() {
    classAtEnd = new int[parent.size()];
    classBeyond = new int[parent.size()];
    List<List<Integer>> stems = new ArrayList<>();
    classOf(List.of());
    for (int node = 0; node < parent.size(); node++) {
      List<Integer> matched = new ArrayList<>(node == 0 ? List.of() : stems.get(parent.get(node)));
      if (stemPattern.get(node) >= 0) {
        matched.add(stemPattern.get(node));
      }
      stems.add(List.copyOf(matched));
      classBeyond[node] = classOf(matched);
      if (exactPattern.get(node) >= 0) {
        matched.add(exactPattern.get(node));
      }
      classAtEnd[node] = classOf(matched);
    }
    number();
  }

  int of(String word) {
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

  /** Numbers the nodes level by level. */
  private void number() {
    int nodes = parent.size();
    int[] old = new int[nodes];
    letters = new char[nodes];
    firstChild = new int[nodes + 1];
    int end = 1;
    for (int node = 0; node < nodes; node++) {
      firstChild[node] = end;
      for (var child : children.get(old[node]).entrySet()) {
        letters[end] = child.getKey();
        old[end++] = child.getValue();
      }
    }
    firstChild[nodes] = end;
    classAtEnd = Arrays.stream(old).map(node -> classAtEnd[node]).toArray();
    classBeyond = Arrays.stream(old).map(node -> classBeyond[node]).toArray();
    endsPattern = new boolean[nodes];
    for (int node = 0; node < nodes; node++) {
      int was = old[node];
      endsPattern[node] = exactPattern.get(was) >= 0 || stemPattern.get(was) >= 0;
    }
    children.clear();
    for (char letter = 0; letter < firstLetters.length; letter++) {
      firstLetters[letter] = Math.max(NO_NODE, child(0, letter));
    }
  }

  int count() {
    return patternsOfClass.size();
  }

  List<Integer> patternsOf(int wordClass) {
    return patternsOfClass.get(wordClass);
  }

  private int classOf(List<Integer> matched) {
    List<Integer> key = List.copyOf(matched);
    Integer known = classIds.get(key);
    if (known != null) {
      return known;
    }
    int id = classIds.size();
    classIds.put(key, id);
    patternsOfClass.add(key);
    return id;
  }

  private int newNode(int parentNode) {
    parent.add(parentNode);
    children.add(new TreeMap<>());
    exactPattern.add(-1);
    stemPattern.add(-1);
    return parent.size() - 1;
  }
}
