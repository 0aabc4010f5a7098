package org.vigie.text;

import com.ibm.icu.text.SpoofChecker;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which Latin, Cyrillic or Greek letter a letter of any script looks like, worked out once from the
 * confusables of UTS #39 as ICU ships them.
 *
 * <p>Two letters look alike if they have the same skeleton, in small letters or in capitals: a text
 * is folded before it is asked about, so that a Cyrillic н may have been the capital that looks
 * like an H.
 *
 * @see <a href="https://www.unicode.org/reports/tr39/#Confusable_Detection">UTS #39, section 4</a>
 */
final class Lookalikes {
  /** No letter: a word ends here. */
  static final int NO_LETTER = 0;

  /** A combining mark, which belongs to the letter before it. */
  static final int MARK = 1;

  static final int LATIN = 2;
  static final int CYRILLIC = 3;
  static final int GREEK = 4;

  /** A letter of another script, or one that is Latin by name and no language's of the mission. */
  static final int OTHER = 5;

  /** The letters that a look-alike may stand for, by script from {@link #LATIN} on. */
  private static final String[] LETTERS = {
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдежзийклмнопрстуфхцчшщъыьэюяёђѓєѕіїјљњћќўџґ",
    "αβγδεζηθικλμνξοπρστυφχψως"
  };

  /** Latin letters from here on are African, phonetic or historic. */
  private static final char LAST_EUROPEAN = '\u017F';

  private static final int BMP = 0x10000;

  /** Beyond it stand ideographs and syllables, which look like no letter. */
  private static final int LAST_ALPHABET = 0x2E80;

  /** Lisu, Cherokee and later extensions of Latin and Cyrillic stand here. */
  private static final int LATE_FROM = 0xA4D0;

  private static final int LATE_TO = 0xAC00;

  /** Deseret, Osage, Gothic and other alphabets beyond the BMP. */
  private static final int LAST_SUPPLEMENTARY = 0x12000;

  private static final SpoofChecker CHECKER = new SpoofChecker.Builder().build();
  private static final byte[] SCRIPT = new byte[BMP];
  private static final char[][] IN_SCRIPT = new char[LETTERS.length][BMP];
  private static final Map<Integer, Character> SUPPLEMENTARY = new HashMap<>();

  static {
    List<Map<String, Character>> byLook = Arrays.stream(LETTERS).map(Lookalikes::byLook).toList();
    for (int c = 0; c < BMP; c++) {
      SCRIPT[c] = (byte) kind(c);
      if (SCRIPT[c] >= LATIN && (c < LAST_ALPHABET || (c >= LATE_FROM && c < LATE_TO))) {
        fill(c, byLook);
      }
    }
    for (int c = BMP; c < LAST_SUPPLEMENTARY; c++) {
      char letter = Character.isLetter(c) ? new Look(c).in(byLook.getFirst()) : 0;
      if (letter != 0) {
        SUPPLEMENTARY.put(c, letter);
      }
    }
  }

  private Lookalikes() {}

  /** Returns the kind of a character of folded text. */
  static int scriptOf(char c) {
    return SCRIPT[c];
  }

  /**
   * Returns the letter of a script that a letter of another script looks like, or 0.
   *
   * @param script {@link #LATIN}, {@link #CYRILLIC} or {@link #GREEK}
   */
  static char in(int script, char c) {
    return IN_SCRIPT[script - LATIN][c];
  }

  /**
   * Returns the Latin letter that a letter beyond the BMP looks like, or 0. No language of the
   * mission is written in those alphabets, so that none is what it is in earnest.
   */
  static char latinOfSupplementary(int c) {
    return SUPPLEMENTARY.getOrDefault(c, (char) 0);
  }

  private static int kind(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK) {
      return MARK;
    }
    if (!Character.isLetter(c)) {
      return NO_LETTER;
    }
    return switch (Character.UnicodeScript.of(c)) {
      case LATIN -> LATIN;
      case CYRILLIC -> CYRILLIC;
      case GREEK -> GREEK;
      default -> OTHER;
    };
  }

  private static void fill(int c, List<Map<String, Character>> byLook) {
    int kind = SCRIPT[c];
    Look look = new Look(c);
    for (int script = LATIN; script <= GREEK; script++) {
      boolean strangeLatin = script == LATIN && kind == LATIN && c > LAST_EUROPEAN;
      if (kind != script || strangeLatin) {
        char letter = look.in(byLook.get(script - LATIN));
        IN_SCRIPT[script - LATIN][c] = letter;
        SCRIPT[c] = strangeLatin && letter != 0 ? (byte) OTHER : SCRIPT[c];
      }
    }
  }

  /** The skeletons of a letter and of its capital. */
  private record Look(String small, String capital) {
    Look(int c) {
      this(look(c), look(Character.toUpperCase(c)));
    }

    /** Returns the letter of some that looks the same, or 0. */
    char in(Map<String, Character> letters) {
      Character letter = letters.containsKey(small) ? letters.get(small) : letters.get(capital);
      return letter == null ? 0 : letter;
    }
  }

  private static Map<String, Character> byLook(String letters) {
    Map<String, Character> byLook = new HashMap<>();
    letters.chars().forEach(c -> byLook.putIfAbsent(look(c), (char) c));
    letters.chars().forEach(c -> byLook.putIfAbsent(look(Character.toUpperCase(c)), (char) c));
    return byLook;
  }

  private static String look(int c) {
    return CHECKER.getSkeleton(new String(Character.toChars(c)));
  }
}
