package org.vigie.classifier.digit;

/** Letters that stand for the digits they look like. */
public final class LookalikeDigits {
  private LookalikeDigits() {}

  public static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Returns the digit that a letter looks like a little, which counts among digits alone, or 0. */
  public static char letterLike(char c) {
    return switch (c) {
      case 's' -> '5';
      case 'b', '\u0432' -> '8';
      case 'z' -> '2';
      case 'e', '\u0437' -> '3';
      case '\u0431' -> '6';
      default -> 0;
    };
  }

  /**
   * Returns the digit that a letter looks like, or 0: Latin, Cyrillic and Greek o, Latin i and l.
   */
  public static char digitLike(char c) {
    return switch (c) {
      case 'o', '\u043E', '\u03BF' -> '0';
      case 'i', 'l', '\u0456', '\u04CF' -> '1';
      default -> 0;
    };
  }
}
