package org.vigie.text;

import com.ibm.icu.lang.UCharacter;

/** Circled and squared numbers and letters in white on black, which NFKC leaves as they are. */
final class StyledSigns {
  private static final int KEYCAP_TEN = 0x1F51F;
  private static final int CIRCLED_A = 0x1F150;
  private static final int SQUARED_A = 0x1F170;

  private StyledSigns() {}

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
