package org.vigie.classifier.indicator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Phrases as paths of word patterns from a common root. */
final class PhraseTree {
  static final int ROOT = 0;

  private final List<Map<Integer, Integer>> children = new ArrayList<>();
  private final List<List<Integer>> phrases = new ArrayList<>();

  PhraseTree() {
    newNode();
  }

  void add(List<Integer> patterns, int phrase) {
    int node = ROOT;
    for (int pattern : patterns) {
      Integer next = children.get(node).get(pattern);
      if (next == null) {
        next = newNode();
        children.get(node).put(pattern, next);
      }
      node = next;
    }
    phrases.get(node).add(phrase);
  }

  void addChild(int node, int pattern, Set<Integer> into) {
    Integer child = children.get(node).get(pattern);
    if (child != null) {
      into.add(child);
    }
  }

  Set<Integer> patternsAfter(int node) {
    return children.get(node).keySet();
  }

  List<Integer> phrasesAt(int node) {
    return phrases.get(node);
  }

  private int newNode() {
    children.add(new HashMap<>());
    phrases.add(new ArrayList<>());
    return children.size() - 1;
  }
}
