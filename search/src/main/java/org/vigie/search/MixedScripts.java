package org.vigie.search;

import java.util.ArrayList;
import java.util.List;
import org.vigie.advert.Span;

/**
 * Words that mix Latin letters with Cyrillic or Greek ones, and their likely originals: those in
 * which every letter of one script looks like one of the other. Lengths stay as they are.
 *
 * @see <a href="https://www.unicode.org/reports/tr39/">UTS #39, Unicode Security Mechanisms</a>
 */
public final class MixedScripts {
  private static final Lookalikes CYRILLIC =
      new Lookalikes(
          "Cyrl",
          '\u0400',
          '\u052F',
          "аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅ",
          "aeopcyxijshdqwABEKMHOPCTYXIJS");

  private static final Lookalikes GREEK =
      new Lookalikes("Grek", '\u0370', '\u03FF', "οαρνιΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oapviABEZHIKMNOPTYX");

  /** First letter after the Latin ones. */
  private static final char LATIN_END = '\u0250';

  private MixedScripts() {}

  /**
   * A word that mixes scripts.
   *
   * @param span where it stands
   * @param other ISO 15924 code of the script that isn't Latin
   * @param likely the word in one script, of the same length; empty if lookalikes don't explain it
   */
  public record Word(Span span, String other, String likely) {}

  /** Returns a text of the same length in which words with lookalikes are in one script. */
  static String unmixed(String text) {
    StringBuilder unmixed = null;
    for (Word word : words(text)) {
      if (!word.likely().isEmpty()) {
        unmixed = unmixed == null ? new StringBuilder(text) : unmixed;
        unmixed.replace(word.span().start(), word.span().end(), word.likely());
      }
    }
    return unmixed == null ? text : unmixed.toString();
  }

  /** Returns the words of a text that mix scripts, in reading order. */
  public static List<Word> words(String text) {
    if (!mayBeMixed(text)) {
      return List.of();
    }
    List<Word> words = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = endOfWord(text, start);
      addIfMixed(text, start, end, words);
      start = Math.max(end, start + 1);
    }
    return words;
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

  private static void addIfMixed(String text, int start, int end, List<Word> words) {
    int latin = 0;
    int cyrillic = 0;
    int greek = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      latin += isLatin(c) ? 1 : 0;
      cyrillic += CYRILLIC.holds(c) ? 1 : 0;
      greek += GREEK.holds(c) ? 1 : 0;
    }
    if (latin > 0 && cyrillic + greek > 0) {
      boolean one = cyrillic == 0 || greek == 0;
      Lookalikes other = cyrillic > 0 ? CYRILLIC : GREEK;
      boolean mostlyOther = cyrillic + greek > latin;
      String likely = one ? likely(text.substring(start, end), other, mostlyOther) : "";
      words.add(new Word(new Span(start, end), other.code(), likely));
    }
  }

  private static String likely(String word, Lookalikes other, boolean mostlyOther) {
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
   * @param code of the script, ISO 15924
   * @param first first character of the script's block
   * @param last last character of the script's block
   * @param letters letters of the script
   * @param latin their lookalikes, in the same order
   */
  private record Lookalikes(String code, char first, char last, String letters, String latin) {
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
