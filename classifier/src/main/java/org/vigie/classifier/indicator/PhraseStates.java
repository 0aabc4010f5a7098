package org.vigie.classifier.indicator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.text.map.LongIntMap;

/** The states of a {@link PhraseAutomaton}, made of a tree of phrases by subset construction. */
final class PhraseStates {
  private static final int CLASS_BITS = 20;

  private final PhraseTree tree;
  private final WordClasses classes;
  private final Map<Set<Integer>, Integer> states = new HashMap<>();
  private final ArrayDeque<Set<Integer>> open = new ArrayDeque<>();
  private final LongIntMap transitions = new LongIntMap();
  private final List<int[]> phrases = new ArrayList<>();
  private final int[] fromStart;

  private PhraseStates(PhraseTree tree, WordClasses classes) {
    this.tree = tree;
    this.classes = classes;
    this.fromStart = new int[classes.count()];
  }

  /**
   * Makes the states of a tree.
   *
   * @param classes those of its words, worked out
   */
  static PhraseStates of(PhraseTree tree, WordClasses classes) {
    PhraseStates states = new PhraseStates(tree, classes);
    states.determinize();
    return states;
  }

  /** Returns {@link #key} → next state, where a phrase goes on. */
  LongIntMap transitions() {
    return transitions;
  }

  /** Returns state → the phrases that end in it. */
  int[][] phrases() {
    return phrases.toArray(int[][]::new);
  }

  /** Returns class of a word → next state, where no phrase goes on. */
  int[] fromStart() {
    return fromStart;
  }

  static long key(int state, int wordClass) {
    return ((long) state << CLASS_BITS) | wordClass;
  }

  private void determinize() {
    List<List<Integer>> classesOfPattern = classesOfPattern();
    addState(Set.of());
    for (int c = 0; c < fromStart.length; c++) {
      fromStart[c] = addState(step(Set.of(), c));
    }
    while (!open.isEmpty()) {
      Set<Integer> nodes = open.remove();
      Integer state = states.get(nodes);
      Set<Integer> relevant = new HashSet<>();
      for (int node : nodes) {
        tree.patternsAfter(node).forEach(p -> relevant.addAll(classesOfPattern.get(p)));
      }
      for (int c : relevant) {
        int target = addState(step(nodes, c));
        transitions.put(key(state == null ? 0 : state, c), target);
      }
    }
  }

  private Set<Integer> step(Set<Integer> nodes, int wordClass) {
    Set<Integer> reached = new TreeSet<>();
    for (int pattern : classes.patternsOf(wordClass)) {
      tree.addChild(PhraseTree.ROOT, pattern, reached);
      for (int node : nodes) {
        tree.addChild(node, pattern, reached);
      }
    }
    return reached;
  }

  private int addState(Set<Integer> nodes) {
    Integer known = states.get(nodes);
    if (known != null) {
      return known;
    }
    int state = phrases.size();
    states.put(nodes, state);
    open.add(nodes);
    phrases.add(
        nodes.stream()
            .flatMap(n -> tree.phrasesAt(n).stream())
            .mapToInt(Integer::intValue)
            .toArray());
    return state;
  }

  private List<List<Integer>> classesOfPattern() {
    List<List<Integer>> byPattern = new ArrayList<>();
    for (int c = 0; c < classes.count(); c++) {
      for (int pattern : classes.patternsOf(c)) {
        while (byPattern.size() <= pattern) {
          byPattern.add(new ArrayList<>());
        }
        byPattern.get(pattern).add(c);
      }
    }
    return byPattern;
  }
}
