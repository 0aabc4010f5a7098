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
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;
import org.vigie.text.map.LongIntMap;

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

  /** The state in which no phrase has begun. */
  private static final int START = 0;

  private final WordClasses classes = new WordClasses();
  private final LongIntMap transitions = new LongIntMap();
  private final List<int[]> phrasesOfState = new ArrayList<>();
  private final int[] lengths;
  private int[] fromStart = {};
  private int longest;

  private final UnaryOperator<String> form;

  private PhraseAutomaton(int phrases, UnaryOperator<String> form) {
    this.lengths = new int[phrases];
    this.form = form;
  }

  /**
   * Builds the automaton of some phrases.
   *
   * @param phrases words between spaces; a word that ends in {@code *} is a stem
   * @throws IllegalArgumentException if a phrase has no word
   */
  public static PhraseAutomaton of(List<String> phrases) {
    List<List<String>> words = new ArrayList<>();
    for (String phrase : phrases) {
      List<String> patterns = wordsOf(phrase);
      if (patterns.isEmpty()) {
        throw new IllegalArgumentException("a phrase needs a word, but '" + phrase + "' has none");
      }
      words.add(patterns);
    }
    return of(words, UnaryOperator.identity());
  }

  /**
   * Builds the automaton of some phrases, whose words and those of texts are compared in a form.
   *
   * @param phrases one word at least each, as {@link #wordsOf} gives them
   * @param form word → the form in which it is compared
   */
  static PhraseAutomaton of(List<List<String>> phrases, UnaryOperator<String> form) {
    PhraseAutomaton automaton = new PhraseAutomaton(phrases.size(), form);
    PhraseTree tree = new PhraseTree();
    for (int i = 0; i < phrases.size(); i++) {
      List<String> words = phrases.get(i);
      automaton.lengths[i] = words.size();
      automaton.longest = Math.max(automaton.longest, words.size());
      tree.add(words.stream().map(word -> automaton.classes.add(inForm(word, form))).toList(), i);
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
      if (wordsOf(phrase).isEmpty()) {
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
    find(words, 0, words.size(), hits);
    return hits;
  }

  /** Adds the places between two words, the first included and the last not. */
  void find(List<Word> words, int from, int to, List<Hit> hits) {
    int state = START;
    for (int i = from; i < to; i++) {
      state = next(state, classes.of(form.apply(words.get(i).text())));
      for (int phrase : phrasesOfState.get(state)) {
        int first = i - lengths[phrase] + 1;
        if (words.get(first).clause() == words.get(i).clause()) {
          hits.add(new Hit(phrase, first, i));
        }
      }
    }
  }

  /** Says where the words of phrases end that begin at a position of some letters. */
  void wordsFrom(String letters, int from, IntConsumer ends) {
    classes.endsFrom(letters, from, ends);
  }

  /** Returns how many words a phrase has. */
  public int words(int phrase) {
    return lengths[phrase];
  }

  /** Returns how many words the longest phrase has. */
  int longest() {
    return longest;
  }

  private int next(int state, int wordClass) {
    if (state == START || wordClass == WordClasses.NONE) {
      return fromStart[wordClass]; // as nearly always
    }
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

  private static String inForm(String word, UnaryOperator<String> form) {
    return word.endsWith("*")
        ? form.apply(word.substring(0, word.length() - 1)) + "*"
        : form.apply(word);
  }

  /** Returns the words of a phrase as words are compared; a stem ends in {@code *}. */
  static List<String> wordsOf(String phrase) {
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
