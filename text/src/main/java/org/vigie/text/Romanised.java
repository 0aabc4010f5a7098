package org.vigie.text;

import com.ibm.icu.text.Transliterator;

/**
 * Words of any script in the letters of ASCII, so that who doesn't read the script can say them.
 *
 * <p>ICU's general rules (CLDR transforms), which know no language: vowels that a script leaves out
 * stay out, and Chinese characters are read as Mandarin.
 */
public final class Romanised {
  private Romanised() {}

  /** Made when first asked for, which takes a tenth of a second. */
  private static final class Rules {
    static final Transliterator ALL =
        Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower(); [^\\u0020-\\u007E] Remove");
  }

  /** Returns a word in ASCII letters; empty if it is in such letters already, or has none. */
  public static String of(String word) {
    if (word.chars().allMatch(c -> c < 0x80)) {
      return "";
    }
    return Rules.ALL.transliterate(word).strip();
  }
}
