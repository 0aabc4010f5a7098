package org.vigie.classifier.indicator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeSet;
import org.vigie.classifier.text.NormalizedText;
import org.vigie.classifier.text.Word;
import org.vigie.classifier.text.Words;

/**
 * An automaton that finds every phrase of a set in one pass over the words of a text.
 *
 * <p>It is the machine of Aho and Corasick (1975), over words instead of letters. Since a word of a
 * phrase may be a stem ({@code оформ*}), its states are made by subset construction; without stems
 * they are the same as theirs.
 *
 * @see <a href="https://doi.org/10.1145/360825.360855">Aho and Corasick (1975)</a>
 */
public final class PhraseAutomaton {
  private static final int CLASS_BITS = 20;

  private final WordClasses classes = new WordClasses();
  private final LongIntMap transitions = new LongIntMap();
  private final List<int[]> phrasesOfState = new ArrayList<>();
  private final int[] lengths;
  private int[] fromStart = {};

  private PhraseAutomaton(int phrases) {
    this.lengths = new int[phrases];
  }

  /**
   * Builds the automaton of some phrases.
   *
   * @param phrases words between spaces; a word that ends in {@code *} is a stem
   * @throws IllegalArgumentException if a phrase has no word
   */
  public static PhraseAutomaton of(List<String> phrases) {
    PhraseAutomaton automaton = new PhraseAutomaton(phrases.size());
    PhraseTree tree = new PhraseTree();
    for (int i = 0; i < phrases.size(); i++) {
      List<String> patterns = patternsOf(phrases.get(i));
      if (patterns.isEmpty()) {
        throw new IllegalArgumentException(
            "a phrase needs a word, but '" + phrases.get(i) + "' has none");
      }
      automaton.lengths[i] = patterns.size();
      tree.add(patterns.stream().map(automaton.classes::add).toList(), i);
    }
    automaton.classes.finish();
    automaton.determinize(tree);
    return automaton;
  }

  /**
   * Requires that each of some phrases has a word, without which it can't be looked for.
   *
   * @param place where they are listed, which errors name
   * @return the phrases
   * @throws IllegalArgumentException if one has none
   */
  public static List<String> requireWords(List<String> phrases, String place) {
    for (String phrase : phrases) {
      if (patternsOf(phrase).isEmpty()) {
        throw new IllegalArgumentException(
            "%s needs phrases with a word, but '%s' has none".formatted(place, phrase));
      }
    }
    return phrases;
  }

  /**
   * One place where a phrase stands.
   *
   * @param phrase its number in the list the automaton was built from
   * @param firstWord index of its first word
   * @param lastWord index of its last word
   */
  public record Hit(int phrase, int firstWord, int lastWord) {}

  /** Returns every place where a phrase stands inside one clause, ends in ascending order. */
  public List<Hit> find(List<Word> words) {
    List<Hit> hits = new ArrayList<>();
    int state = 0;
    for (int i = 0; i < words.size(); i++) {
      state = next(state, classes.of(words.get(i).text()));
      for (int phrase : phrasesOfState.get(state)) {
        int first = i - lengths[phrase] + 1;
        if (words.get(first).clause() == words.get(i).clause()) {
          hits.add(new Hit(phrase, first, i));
        }
      }
    }
    return hits;
  }

  private int next(int state, int wordClass) {
    int target = transitions.get(key(state, wordClass));
    return target == LongIntMap.ABSENT ? fromStart[wordClass] : target;
  }

  private void determinize(PhraseTree tree) {
    Map<Set<Integer>, Integer> states = new HashMap<>();
    ArrayDeque<Set<Integer>> open = new ArrayDeque<>();
    List<List<Integer>> classesOfPattern = classesOfPattern();
    addState(Set.of(), tree, states, open);
    fromStart = new int[classes.count()];
    for (int c = 0; c < fromStart.length; c++) {
      fromStart[c] = addState(step(Set.of(), c, tree), tree, states, open);
    }
    while (!open.isEmpty()) {
      Set<Integer> nodes = open.remove();
      Integer state = states.get(nodes);
      Set<Integer> relevant = new HashSet<>();
      for (int node : nodes) {
        tree.patternsAfter(node).forEach(p -> relevant.addAll(classesOfPattern.get(p)));
      }
      for (int c : relevant) {
        int target = addState(step(nodes, c, tree), tree, states, open);
        transitions.put(key(state == null ? 0 : state, c), target);
      }
    }
  }

  private Set<Integer> step(Set<Integer> nodes, int wordClass, PhraseTree tree) {
    Set<Integer> reached = new TreeSet<>();
    for (int pattern : classes.patternsOf(wordClass)) {
      tree.addChild(PhraseTree.ROOT, pattern, reached);
      for (int node : nodes) {
        tree.addChild(node, pattern, reached);
      }
    }
    return reached;
  }

  private int addState(
      Set<Integer> nodes,
      PhraseTree tree,
      Map<Set<Integer>, Integer> states,
      ArrayDeque<Set<Integer>> open) {
    Integer known = states.get(nodes);
    if (known != null) {
      return known;
    }
    int state = phrasesOfState.size();
    states.put(nodes, state);
    open.add(nodes);
    phrasesOfState.add(
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

  private static List<String> patternsOf(String phrase) {
    List<String> patterns = new ArrayList<>();
    StringTokenizer parts = new StringTokenizer(phrase);
    while (parts.hasMoreTokens()) {
      String part = parts.nextToken();
      List<Word> words = Words.of(NormalizedText.of(part));
      for (int i = 0; i < words.size(); i++) {
        boolean stem = part.endsWith("*") && i == words.size() - 1;
        patterns.add(stem ? words.get(i).text() + "*" : words.get(i).text());
      }
    }
    return patterns;
  }

  private static long key(int state, int wordClass) {
    return ((long) state << CLASS_BITS) | wordClass;
  }
}
