package org.vigie.search;

/**
 * Words in which some letters were swapped for lookalikes of another script, and their likely
 * originals. Only words that mix Latin with Cyrillic or Greek are touched, and only if every letter
 * of one script in them looks like one of the other; lengths stay as they are.
 *
 * @see <a href="https://www.unicode.org/reports/tr39/">UTS #39, Unicode Security Mechanisms</a>
 */
final class MixedScripts {
  private static final Lookalikes CYRILLIC =
      new Lookalikes(
          '\u0400', '\u052F', "аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅ", "aeopcyxijshdqwABEKMHOPCTYXIJS");

  private static final Lookalikes GREEK =
      new Lookalikes('\u0370', '\u03FF', "οαρνιΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oapviABEZHIKMNOPTYX");

  /** First letter after the Latin ones. */
  private static final char LATIN_END = '\u0250';

  private MixedScripts() {}

  /** Returns a text of the same length in which such words are in one script. */
  static String unmixed(String text) {
    if (!mayBeMixed(text)) {
      return text;
    }
    StringBuilder unmixed = null;
    int start = 0;
    while (start < text.length()) {
      int end = endOfWord(text, start);
      String word = unmix(text, start, end);
      if (!word.isEmpty()) {
        unmixed = unmixed == null ? new StringBuilder(text) : unmixed;
        unmixed.replace(start, end, word);
      }
      start = Math.max(end, start + 1);
    }
    return unmixed == null ? text : unmixed.toString();
  }

  /** Most texts are in Latin letters alone: they needn't be read word by word. */
  private static boolean mayBeMixed(String text) {
    boolean latin = false;
    boolean other = false;
    for (int i = 0; i < text.length() && !(latin && other); i++) {
      char c = text.charAt(i);
      latin |= isLatin(c);
      other |= CYRILLIC.holds(c) || GREEK.holds(c);
    }
    return latin && other;
  }

  /** Returns a word in one script; empty if it is to stay as it is. */
  private static String unmix(String text, int start, int end) {
    int latin = 0;
    int cyrillic = 0;
    int greek = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      latin += isLatin(c) ? 1 : 0;
      cyrillic += CYRILLIC.holds(c) ? 1 : 0;
      greek += GREEK.holds(c) ? 1 : 0;
    }
    if (latin == 0 || (cyrillic == 0) == (greek == 0)) {
      return "";
    }
    Lookalikes other = cyrillic > 0 ? CYRILLIC : GREEK;
    String word = text.substring(start, end);
    boolean mostlyOther = cyrillic + greek > latin;
    String likely = mostlyOther ? other.fromLatin(word) : other.toLatin(word);
    if (!likely.isEmpty()) {
      return likely;
    }
    return mostlyOther ? other.toLatin(word) : other.fromLatin(word);
  }

  private static int endOfWord(String text, int start) {
    int end = start;
    while (end < text.length() && isInWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Letters, and what may stand invisibly between them. */
  private static boolean isInWord(char c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean isLatin(char c) {
    return c < LATIN_END && Character.isLetter(c);
  }

  /**
   * A script's letters that look like Latin ones.
   *
   * @param first first character of the script's block
   * @param last last character of the script's block
   * @param letters letters of the script
   * @param latin their lookalikes, in the same order
   */
  private record Lookalikes(char first, char last, String letters, String latin) {
    boolean holds(char c) {
      return c >= first && c <= last && Character.isLetter(c);
    }

    /** Returns a word with the script's letters made Latin; empty if one has no lookalike. */
    String toLatin(String word) {
      StringBuilder made = new StringBuilder(word);
      for (int i = 0; i < word.length(); i++) {
        if (holds(word.charAt(i))) {
          int at = letters.indexOf(word.charAt(i));
          if (at < 0) {
            return "";
          }
          made.setCharAt(i, latin.charAt(at));
        }
      }
      return made.toString();
    }

    /** Returns a word with Latin letters made the script's; empty if one has no lookalike. */
    String fromLatin(String word) {
      StringBuilder made = new StringBuilder(word);
      for (int i = 0; i < word.length(); i++) {
        if (isLatin(word.charAt(i))) {
          int at = latin.indexOf(word.charAt(i));
          if (at < 0) {
            return "";
          }
          made.setCharAt(i, letters.charAt(at));
        }
      }
      return made.toString();
    }
  }
}
