package org.vigie.classifier;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vigie.classifier.language.LanguageIdentifier;
import org.vigie.classifier.sign.SignReading;
import org.vigie.text.Word;

/**
 * Tells which language a text is in where the detector of letters can't be trusted: it does not
 * know all languages that have concepts, and guesses on short texts.
 */
final class ConceptLanguage {
  /** Fewer letters that concepts explain say nothing. */
  private static final double LEAST_LETTERS = 8;

  /** Of a text of so many words the letters tell better than the concepts. */
  private static final int LONG = 30;

  /** Scripts of digits and of languages that letters alone don't tell apart. */
  private static final Set<UnicodeScript> SHARED =
      EnumSet.of(
          UnicodeScript.COMMON,
          UnicodeScript.LATIN,
          UnicodeScript.CYRILLIC,
          UnicodeScript.ARABIC,
          UnicodeScript.DEVANAGARI);

  private ConceptLanguage() {}

  /**
   * Returns the language of a text.
   *
   * @param detected what its letters look like
   * @param declared what the site says, or empty
   * @param known codes of the languages that have concepts
   * @param words those of the text
   */
  static String choose(
      String detected, String declared, SignReading reading, List<String> known, List<Word> words) {
    if (!declared.isEmpty() && declared.equals(reading.language())) {
      return declared;
    }
    boolean explained = reading.letters() >= LEAST_LETTERS;
    if (known.contains(detected)) {
      return explained && reading.words() < LONG && reading.letters() > 2.5 * reading.words()
          ? reading.language()
          : detected;
    }
    if (explained) {
      return reading.language();
    }
    return reading.words() < LONG && !declared.equals(detected) && isSharedScript(words)
        ? LanguageIdentifier.UNDETERMINED
        : detected;
  }

  /** Returns whether the concepts of a text are in its language, so that it is known. */
  static boolean isTold(String language, SignReading reading) {
    return language.equals(reading.language()) && reading.letters() >= LEAST_LETTERS;
  }

  /** Returns whether most words are in a script of many languages: any other tells its own. */
  private static boolean isSharedScript(List<Word> words) {
    long shared =
        words.stream()
            .map(word -> UnicodeScript.of(word.text().codePointAt(0)))
            .filter(SHARED::contains)
            .count();
    return 2 * shared >= words.size();
  }
}
