package org.vigie.training.figures;

import java.util.List;

/**
 * Texts that are written to be costly: one piece over and over, on which a routine that looks back,
 * that starts anew at each place, or that joins what belongs together takes more than its share.
 */
public final class AdversarialTexts {
  /** Invented, one for each way that a step might be slow by. */
  private static final List<String> PIECES =
      List.of(
          "a\u0301\u0302\u0303", // letters under marks
          "\u0301\u0316", // marks without a letter, to be sorted
          "p\u200Ba\u202Es\u00ADs ", // marks without width or of direction
          "p a s s p o r t ", // spaced letters
          "p.4.s.s.", // dotted ones, with digits for letters
          "aaaaaaaaaaaaaaaa", // one word without an end
          "\u0430bc\u03BF \uFF11\uFF12", // scripts mixed, full-width digits
          "12-", // digits without an end
          "seven 7 sept ", // digits in words
          "+1 202 555 01", // numbers that stop short
          "+1 202 555 0123 ", // and those that don't
          "a@b.", // addresses without an end
          "a (at) b dot ", // and in words
          "http://a.example.org/", // links
          "t.me/@_", // handles
          "bc1qqqq IBAN FR76 ", // wallets and accounts that are none
          "9 to $ 5 euro per ", // prices and hours
          "in New York San Cork, ", // places
          "Anna Maria Mr. ", // names
          "no contract not yet 18 passport copy never ", // signs and their negation
          "warning signs \u00AB passport copy \u00BB \" "); // signs and their quotation

  private AdversarialTexts() {}

  /** Returns the pieces, one for each text. */
  public static List<String> pieces() {
    return PIECES;
  }

  /**
   * Returns a piece over and over, whole pieces alone.
   *
   * @param length UTF-16 units that the text has at most
   */
  public static String of(String piece, int length) {
    return piece.repeat(length / piece.length());
  }
}
