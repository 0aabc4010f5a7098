package org.vigie.capture.extract.content;

import java.util.HashSet;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.vigie.capture.extract.markup.PlainWords;

/**
 * What a text says, as runs of its words, to tell which sentences of another it says, too, however
 * their lines are broken. Looking a sentence up takes time that grows with that sentence alone.
 */
final class SaidWords {
  /** So many words in a row aren't in a text by chance. */
  private static final int RUN = 4;

  /** Words that are looked at. What stands behind them isn't taken for said. */
  private static final int MAX_WORDS = 20_000;

  private static final Pattern SENTENCES = Pattern.compile("(?<=[.!?;])\\s|\\n");
  private static final Pattern BLANK = Pattern.compile(" ");

  private final Set<String> runs = new HashSet<>();

  private SaidWords() {}

  static SaidWords of(String text) {
    SaidWords said = new SaidWords();
    String[] words = words(text);
    int most = Math.min(words.length, MAX_WORDS);
    for (int length = 1; length <= RUN; length++) {
      for (int i = 0; i + length <= most; i++) {
        said.runs.add(run(words, i, length));
      }
    }
    return said;
  }

  /** Returns whether each run of words of a sentence is said; one without words is. */
  boolean says(String sentence) {
    String[] words = words(sentence);
    int length = Math.min(RUN, words.length);
    for (int i = 0; i + length <= words.length; i++) {
      if (!runs.contains(run(words, i, length))) {
        return false;
      }
    }
    return true;
  }

  /** Returns the sentences of a text that aren't said, a line for each. */
  String unsaid(String text) {
    StringJoiner unsaid = new StringJoiner("\n");
    for (String sentence : SENTENCES.split(text)) {
      if (!says(sentence)) {
        unsaid.add(sentence.strip());
      }
    }
    return unsaid.toString();
  }

  private static String[] words(String text) {
    String words = PlainWords.of(text).strip();
    return words.isEmpty() ? new String[0] : BLANK.split(words);
  }

  private static String run(String[] words, int from, int length) {
    StringJoiner run = new StringJoiner(" ");
    for (int i = from; i < from + length; i++) {
      run.add(words[i]);
    }
    return run.toString();
  }
}
