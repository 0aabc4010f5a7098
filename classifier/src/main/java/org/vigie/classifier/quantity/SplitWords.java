package org.vigie.classifier.quantity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigie.text.Word;
import org.vigie.text.Words;

/** The words of a text, split where digits meet letters and at apostrophes, line by line. */
final class SplitWords {
  private final String folded;
  private final List<Word> words;

  /** Word → the number of its line or sentence. */
  private int[] clauses;

  private SplitWords(String folded, int expected) {
    this.folded = folded;
    this.words = new ArrayList<>(expected);
    this.clauses = new int[expected];
  }

  static SplitWords of(String folded, List<Word> words) {
    SplitWords split = new SplitWords(folded, words.size() + 16);
    int clause = 0;
    int end = 0;
    for (Word word : words) {
      clause += split.breaks(end, word.start()) ? 1 : 0;
      split.add(word, clause);
      end = word.end();
    }
    return split;
  }

  private void add(Word word, int clause) {
    int from = word.start();
    for (int i = word.start() + 1; i <= word.end(); i++) {
      boolean seam =
          i == word.end()
              || Words.isApostrophe(folded.charAt(i))
              || isDigit(folded.charAt(i)) != isDigit(folded.charAt(i - 1));
      if (seam && from < i) {
        boolean whole = from == word.start() && i == word.end();
        put(whole ? word : part(from, i, clause), clause);
        from = i;
      }
      if (i < word.end() && Words.isApostrophe(folded.charAt(i))) {
        from = i + 1;
        i++;
      }
    }
  }

  private Word part(int from, int to, int clause) {
    return new Word(Words.compared(folded.substring(from, to)), from, to, clause);
  }

  private void put(Word word, int clause) {
    if (word.text().isEmpty()) {
      return; // marks without a letter
    }
    if (words.size() == clauses.length) {
      clauses = Arrays.copyOf(clauses, 2 * clauses.length);
    }
    clauses[words.size()] = clause;
    words.add(word);
  }

  /** Returns whether a line or sentence ends; "y.o." and "1.200" go on. */
  private boolean breaks(int from, int to) {
    for (int i = from; i < to; i++) {
      char c = folded.charAt(i);
      boolean sign = ".,;:!?".indexOf(c) >= 0 && i + 1 < to && folded.charAt(i + 1) == ' ';
      if (c == '\n' || sign) {
        return true;
      }
    }
    return false;
  }

  List<Word> words() {
    return words;
  }

  /** Returns the number of the line or sentence that a word is in. */
  int clause(int word) {
    return clauses[word];
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
