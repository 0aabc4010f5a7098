package org.vigie.classifier.digit;

import java.util.Collection;
import org.vigie.text.Words;

/**
 * The first letters of the words of a list: they tell of nearly every word of a text that it is
 * none of them, without a copy of it and a look-up.
 */
public final class WordBeginnings {
  private static final int ASCII = 128;

  private final boolean[] pairs = new boolean[ASCII * ASCII];

  /** By some bits of three letters, or of two that are all of a word: whether a word begins so. */
  private final boolean[] threes = new boolean[1 << 13];

  /**
   * The beginnings of some words.
   *
   * @param words in the form in which words are compared
   */
  public WordBeginnings(Collection<String> words) {
    for (String word : words) {
      if (word.length() > 1 && word.charAt(0) < ASCII && word.charAt(1) < ASCII) {
        pairs[pair(word, 0)] = true;
        threes[three(word, 0, word.length())] = true;
      }
    }
  }

  /**
   * Returns whether a word of a normalised text may be one of the list. Errs on one side only: it
   * says so of each that has one letter, an apostrophe second, or others than ASCII ones first, and
   * of some by chance.
   */
  public boolean mayBegin(String text, int start, int end) {
    return end - start < 2
        || text.charAt(start) >= ASCII
        || text.charAt(start + 1) >= ASCII
        || Words.isApostrophe(text.charAt(start + 1))
        || (pairs[pair(text, start)]
            && (!isLetterThird(text, start, end) || threes[three(text, start, end)]));
  }

  /** What is no letter, or may be more than one, is compared otherwise than it is written. */
  private static boolean isLetterThird(String text, int start, int end) {
    return end - start == 2
        || (text.charAt(start + 2) < ASCII && !Words.isApostrophe(text.charAt(start + 2)));
  }

  private static int three(String text, int start, int end) {
    int third = end - start == 2 ? 0 : text.charAt(start + 2);
    return (pair(text, start) * 31 + third) * 0x9E3779B1 >>> 19;
  }

  private static int pair(String text, int at) {
    return text.charAt(at) * ASCII + text.charAt(at + 1);
  }
}
