package org.vigie.classifier.text;

import com.ibm.icu.lang.UCharacter;

/** Circled and negative-circled numbers, which NFKC leaves as they are. */
final class StyledDigits {
  private static final int KEYCAP_TEN = 0x1F51F;

  private StyledDigits() {}

  /** Returns the decimal digits that a code point depicts, or nothing if it isn't such a sign. */
  static String digitsOf(int c) {
    if (c == KEYCAP_TEN) {
      return "10";
    }
    boolean negativeCircled = c >= 0x24EB && c <= 0x24FF;
    boolean dingbat = c >= 0x2776 && c <= 0x2793;
    return negativeCircled || dingbat
        ? Integer.toString((int) UCharacter.getUnicodeNumericValue(c))
        : "";
  }
}
