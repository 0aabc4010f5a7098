package org.vigie.text;

import com.ibm.icu.lang.UCharacter;

/** Circled and squared numbers and letters in white on black, which NFKC leaves as they are. */
public final class StyledSigns {
  private static final int KEYCAP_TEN = 0x1F51F;
  private static final int CIRCLED_A = 0x1F150;
  private static final int SQUARED_A = 0x1F170;

  /** First half of all of these letters. */
  private static final char HIGH = Character.highSurrogate(CIRCLED_A);

  /** Stands for a letter's second half: it is invisible, and parts no word. */
  private static final char WORD_JOINER = '\u2060';

  private StyledSigns() {}

  /** Returns a text of the same length in which such letters are plain. */
  public static String unstyled(String text) {
    if (text.indexOf(HIGH) < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text);
    for (int i = text.indexOf(HIGH); i >= 0; i = text.indexOf(HIGH, i + 1)) {
      String letter = plain(text.codePointAt(i));
      if (letter.length() == 1 && Character.isLetter(letter.charAt(0))) {
        plain.setCharAt(i, letter.charAt(0));
        plain.setCharAt(i + 1, WORD_JOINER);
      }
    }
    return plain.toString();
  }

  /** Returns the digits or the letter that a code point depicts, or nothing. */
  static String plain(int c) {
    if (c == KEYCAP_TEN) {
      return "10";
    }
    if (isLetterFrom(CIRCLED_A, c)) {
      return String.valueOf((char) ('a' + c - CIRCLED_A));
    }
    if (isLetterFrom(SQUARED_A, c)) {
      return String.valueOf((char) ('a' + c - SQUARED_A));
    }
    boolean negativeCircled = c >= 0x24EB && c <= 0x24FF;
    boolean dingbat = c >= 0x2776 && c <= 0x2793;
    return negativeCircled || dingbat
        ? Integer.toString((int) UCharacter.getUnicodeNumericValue(c))
        : "";
  }

  private static boolean isLetterFrom(int first, int c) {
    return c >= first && c < first + 26;
  }
}
