package org.vigie.classifier.sign;

/** Emoji, signs of currencies and question marks, which stand for words. */
final class Emoji {
  private static final int VARIATION = 0xFE0F;
  private static final int JOINER = 0x200D;

  private Emoji() {}

  /** Returns whether a code point is one. */
  static boolean is(int codePoint) {
    return codePoint == '?'
        || codePoint == '%'
        || codePoint == 0xBF
        || codePoint == '\u061F'
        || codePoint == '\u1367'
        || (codePoint >= 0x1F100 && codePoint <= 0x1FAFF)
        || (codePoint >= 0x2600 && codePoint <= 0x27BF)
        || Character.getType(codePoint) == Character.CURRENCY_SYMBOL;
  }

  /**
   * Returns the first picture of a text without what only varies its look; empty if it has none.
   */
  static String of(String text) {
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (is(c) && c != VARIATION && c != JOINER) {
        return new String(Character.toChars(c));
      }
      i += Character.charCount(c);
    }
    return "";
  }
}
