package org.vigie.classifier.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

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

  /**
   * Works the classes out and returns the tree to find them by; no pattern may be added after it.
   */
  WordTree finish() {
    int[] classAtEnd = new int[parent.size()];
    int[] classBeyond = new int[parent.size()];
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
    return tree(classAtEnd, classBeyond);
  }

  /** Numbers the nodes level by level. */
  private WordTree tree(int[] classAtEnd, int[] classBeyond) {
    int nodes = parent.size();
    int[] old = new int[nodes];
    char[] letters = new char[nodes];
    int[] firstChild = new int[nodes + 1];
    int end = 1;
    for (int node = 0; node < nodes; node++) {
      firstChild[node] = end;
      for (var child : children.get(old[node]).entrySet()) {
        letters[end] = child.getKey();
        old[end++] = child.getValue();
      }
    }
    firstChild[nodes] = end;
    boolean[] endsPattern = new boolean[nodes];
    for (int node = 0; node < nodes; node++) {
      int was = old[node];
      endsPattern[node] = exactPattern.get(was) >= 0 || stemPattern.get(was) >= 0;
    }
    return new WordTree(
        letters,
        firstChild,
        Arrays.stream(old).map(node -> classAtEnd[node]).toArray(),
        Arrays.stream(old).map(node -> classBeyond[node]).toArray(),
        endsPattern);
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
