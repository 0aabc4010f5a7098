package org.vigie.text;

import com.ibm.icu.text.Normalizer2;

/**
 * Takes accents off Latin and Greek letters and makes Arabic letter variants one, because adverts
 * are often typed without them. Cyrillic keeps its letters: й is not и.
 */
final class AccentFolding {
  /** Stretches Arabic words; means nothing. */
  private static final char TATWEEL = '\u0640';

  private static final char[] FOLDED = new char[0x2000];

  static {
    Normalizer2 nfd = Normalizer2.getNFDInstance();
    for (char c = 0; c < FOLDED.length; c++) {
      FOLDED[c] = foldOne(nfd, c);
    }
  }

  private AccentFolding() {}

  /** Appends the folded form of a character of a word, nothing for a mark. */
  static void append(char c, StringBuilder out) {
    if (c >= FOLDED.length) {
      if (Character.getType(c) != Character.NON_SPACING_MARK) {
        out.append(c);
      }
      return;
    }
    if (FOLDED[c] != 0) {
      out.append(FOLDED[c]);
    }
  }

  private static char foldOne(Normalizer2 nfd, char c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK) {
      return 0;
    }
    char same = variant(c);
    if (same != c || c == TATWEEL) {
      return c == TATWEEL ? 0 : same;
    }
    Character.UnicodeScript script = Character.UnicodeScript.of(c);
    boolean strips =
        script == Character.UnicodeScript.LATIN
            || script == Character.UnicodeScript.GREEK
            || script == Character.UnicodeScript.ARABIC;
    String parts = strips && c >= 0x80 ? nfd.getDecomposition(c) : null;
    return parts == null ? c : variant(parts.charAt(0));
  }

  /** Letters that have no decomposition but are typed for one another. */
  private static char variant(char c) {
    return switch (c) {
      case '\u0131' -> 'i'; // dotless i
      case '\u0142' -> 'l'; // l with stroke
      case '\u00F8' -> 'o';
      case '\u0111' -> 'd';
      case '\u0649' -> '\u064A'; // alef maksura, yeh
      case '\u0629' -> '\u0647'; // teh marbuta, heh
      default -> c;
    };
  }
}
