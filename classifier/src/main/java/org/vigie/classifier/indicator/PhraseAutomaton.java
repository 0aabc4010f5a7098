package org.vigie.classifier.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringTokenizer;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import org.vigie.classifier.image.ImageIn;
import org.vigie.classifier.image.ImageOut;
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
  /** The state in which no phrase has begun. */
  private static final int START = 0;

  private final WordTree classes;
  private final LongIntMap transitions;
  private final int[][] phrasesOfState;
  private final int[] lengths;
  private final int[] fromStart;
  private final int longest;
  private final UnaryOperator<String> form;

  private PhraseAutomaton(
      WordTree classes,
      LongIntMap transitions,
      int[][] phrasesOfState,
      int[] lengths,
      int[] fromStart,
      UnaryOperator<String> form) {
    this.classes = classes;
    this.transitions = transitions;
    this.phrasesOfState = phrasesOfState;
    this.lengths = lengths;
    this.fromStart = fromStart;
    this.longest = Arrays.stream(lengths).max().orElse(0);
    this.form = form;
  }

  /** Reads an automaton whose words are compared as they are. */
  public static PhraseAutomaton read(ImageIn in) {
    return read(in, UnaryOperator.identity());
  }

  /**
   * Reads an automaton.
   *
   * @param form that with which it was built
   */
  static PhraseAutomaton read(ImageIn in, UnaryOperator<String> form) {
    return new PhraseAutomaton(
        WordTree.read(in),
        LongIntMap.of(in.longs(), in.ints()),
        in.rows(),
        in.ints(),
        in.ints(),
        form);
  }

  /** Writes all but the form in which words are compared. */
  public void write(ImageOut out) {
    classes.write(out);
    out.longs(transitions.keys());
    out.ints(transitions.values());
    out.rows(phrasesOfState);
    out.ints(lengths);
    out.ints(fromStart);
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
    WordClasses classes = new WordClasses();
    PhraseTree tree = new PhraseTree();
    int[] lengths = new int[phrases.size()];
    for (int i = 0; i < lengths.length; i++) {
      List<String> words = phrases.get(i);
      lengths[i] = words.size();
      tree.add(words.stream().map(word -> classes.add(inForm(word, form))).toList(), i);
    }
    WordTree words = classes.finish();
    PhraseStates states = PhraseStates.of(tree, classes);
    return new PhraseAutomaton(
        words, states.transitions(), states.phrases(), lengths, states.fromStart(), form);
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
    return find(words, i -> words.get(i).clause());
  }

  /**
   * Returns the same, by other clauses than those of the words.
   *
   * @param clauses index of a word → the number of its clause
   */
  public List<Hit> find(List<Word> words, IntUnaryOperator clauses) {
    List<Hit> hits = new ArrayList<>();
    find(words, 0, words.size(), clauses, hits);
    return hits;
  }

  /** Adds the places between two words, the first included and the last not. */
  void find(List<Word> words, int from, int to, List<Hit> hits) {
    find(words, from, to, i -> words.get(i).clause(), hits);
  }

  private void find(List<Word> words, int from, int to, IntUnaryOperator clauses, List<Hit> hits) {
    int state = START;
    for (int i = from; i < to; i++) {
      state = next(state, classes.classOf(form.apply(words.get(i).text())));
      for (int phrase : phrasesOfState[state]) {
        int first = i - lengths[phrase] + 1;
        if (clauses.applyAsInt(first) == clauses.applyAsInt(i)) {
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
    int target = transitions.get(PhraseStates.key(state, wordClass));
    return target == LongIntMap.ABSENT ? fromStart[wordClass] : target;
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
}
