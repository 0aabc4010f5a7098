package org.vigie.classifier.sign;

import org.vigie.text.Words;

/**
 * Makes letters one that are typed for one another, beyond what all words are compared by: variants
 * of Arabic, Ethiopic and hooked Latin letters.
 */
final class SignLetters {
  private SignLetters() {}

  /** Returns a word as concepts compare it; letters may fall away, none is added. */
  static String folded(CharSequence word) {
    String compared = Words.compared(word);
    StringBuilder out = null;
    for (int i = 0; i < compared.length(); i++) {
      char c = compared.charAt(i);
      char same = c < 0x80 ? c : same(c);
      if (same != c && out == null) {
        out = new StringBuilder(compared.length()).append(compared, 0, i);
      }
      if (out != null && same != 0) {
        out.append(same);
      }
    }
    return out == null ? compared : out.toString();
  }

  /** Returns the letter that stands for a letter; 0 where it is left out. */
  static char same(char c) {
    if (c >= '\u1200' && c <= '\u137F') {
      return ethiopic(c);
    }
    return switch (c) {
      case '\u0253' -> 'b'; // b with hook
      case '\u0257' -> 'd'; // d with hook
      case '\u0199' -> 'k'; // k with hook
      case '\u01B4' -> 'y'; // y with hook
      case '\u0259' -> 'e'; // schwa, typed as e
      case '\u00E6' -> 'e';
      case '\u0153' -> 'e';
      case '\u03C2' -> '\u03C3'; // final sigma
      case '\u0451' -> '\u0435'; // io, ie
      case '\u0622', '\u0623', '\u0625', '\u0671' -> '\u0627'; // alef
      case '\u0624' -> '\u0648'; // waw with hamza
      case '\u0626', '\u06CC', '\u06D2' -> '\u064A'; // yeh
      case '\u06A9', '\u06AA' -> '\u0643'; // kaf
      case '\u06C1', '\u06C0', '\u06BE', '\u06D5' -> '\u0647'; // heh
      case '\u06BA' -> '\u0646'; // noon ghunna
      case '\u0621', '\u200C', '\u200D', '\u093C', '\u09BC' -> 0; // hamza, joiners, nukta
      default -> c;
    };
  }

  /** Rows of letters that sound alike today: ha, sa, a and tsa each have several. */
  private static char ethiopic(char c) {
    int row = (c - 0x1200) / 8;
    int order = (c - 0x1200) % 8;
    int same =
        switch (row) {
          case 2, 16, 23 -> 0; // ሐ, ኀ, ኸ as ሀ
          case 4 -> 6; // ሠ as ሰ
          case 26 -> 20; // ዐ as አ
          case 40 -> 39; // ፀ as ጸ
          default -> row;
        };
    if (same == row && row != 0 && row != 20) {
      return c;
    }
    // The first and the fourth order of ha and a are one sound.
    int sound = (same == 0 || same == 20) && order == 3 ? 0 : order;
    return (char) (0x1200 + same * 8 + sound);
  }
}
