package org.vigie.text;

import java.util.ArrayList;
import java.util.List;

/** Splits a normalised text into words. */
public final class Words {
  /** Longer ones are cut: no word of a lexicon comes near, and a hash of a megabyte is no use. */
  private static final int MAX_LENGTH = 48;

  /** The answers for Latin, Greek and Cyrillic letters, which are asked for most. */
  private static final boolean[] COMMON = new boolean[0x600];

  static {
    for (char c = 0; c < COMMON.length; c++) {
      COMMON[c] = isWordCharOfAny(c);
    }
  }

  private Words() {}

  /** Returns the words of a text in order. */
  public static List<Word> of(NormalizedText text) {
    return of(text.folded());
  }

  /** Returns the words of text that is normalised already. */
  public static List<Word> of(String folded) {
    List<Word> words = new ArrayList<>(folded.length() / 6 + 1);
    read(
        folded,
        (word, start, end, clause) -> words.add(new Word(word.toString(), start, end, clause)));
    return words;
  }

  /** Is told of each word. */
  public interface Sink {
    /**
     * Takes a word.
     *
     * @param word its letters as they are compared; another word's afterwards
     * @see Word
     */
    void word(StringBuilder word, int start, int end, int clause);
  }

  /** Tells of the words of text that is normalised already, in order, without a copy of each. */
  public static void read(String folded, Sink words) {
    StringBuilder word = new StringBuilder();
    int start = 0;
    int clause = 0;
    int length = folded.length();
    for (int i = 0; i <= length; i++) {
      char c = i < length ? folded.charAt(i) : '\n';
      if (isWordChar(c)) {
        if (word.isEmpty()) {
          start = i;
        }
        if (word.length() < MAX_LENGTH) {
          AccentFolding.append(c, word);
        }
      } else if (!isApostrophe(c) || !joins(folded, i)) {
        if (!word.isEmpty()) {
          words.word(word, start, i, clause);
          word.setLength(0);
        }
        clause += endsClause(c) ? 1 : 0;
      }
    }
  }

  /** Returns one word of normalised text as it is compared. */
  public static String compared(CharSequence word) {
    if (isPlain(word)) {
      return word.toString();
    }
    StringBuilder folded = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!isApostrophe(c)) {
        AccentFolding.append(c, folded);
      }
    }
    return folded.toString();
  }

  /** Most words are of ASCII letters and digits alone and need no copy. */
  private static boolean isPlain(CharSequence word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a character belongs to a word. */
  public static boolean isWordChar(char c) {
    return c < COMMON.length ? COMMON[c] : isWordCharOfAny(c);
  }

  /** U+02BC is a letter, but used as an apostrophe. */
  private static boolean isWordCharOfAny(char c) {
    return (Character.isLetterOrDigit(c) && !isApostrophe(c))
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  /** Returns whether a character may stand inside a word between letters. */
  public static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019' || c == '\u02BC' || c == '`';
  }

  private static boolean joins(String text, int apostrophe) {
    return apostrophe > 0
        && apostrophe + 1 < text.length()
        && Character.isLetter(text.charAt(apostrophe - 1))
        && Character.isLetter(text.charAt(apostrophe + 1));
  }

  private static boolean endsClause(char c) {
    return switch (c) {
      case '.', ',', ';', ':', '!', '?', '\n', '\u061F', '\u060C', '\u061B', '\u2026', '\u2022' ->
          true;
      default -> false;
    };
  }
}
