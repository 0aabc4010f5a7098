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

  /**
   * Letters a word that concepts explain, below which a long text is in none of their languages. Of
   * 7,400 adverts in 36 of them one has fewer; of texts in the Latin script and in twenty languages
   * of Africa without concepts nine in ten.
   */
  private static final double LEAST_OF_LONG = 0.4;

  /** Letters a word from which a language is believed that the detector doesn't know. */
  private static final double ENOUGH_OF_LONG = 0.5;

  /** Scripts of digits and of languages that letters alone don't tell apart. */
  private static final Set<UnicodeScript> SHARED =
      EnumSet.of(
          UnicodeScript.COMMON,
          UnicodeScript.LATIN,
          UnicodeScript.CYRILLIC,
          UnicodeScript.ARABIC,
          UnicodeScript.DEVANAGARI);

  /** Scripts each sign of which is a letter, and in which most languages without concepts are. */
  private static final Set<UnicodeScript> OF_LETTERS =
      EnumSet.of(UnicodeScript.COMMON, UnicodeScript.LATIN, UnicodeScript.CYRILLIC);

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
    boolean isShort = reading.words() < LONG;
    boolean explained = reading.letters() >= LEAST_LETTERS;
    if (!known.contains(detected)) {
      return explained && !isChance(reading, words, SHARED)
          ? reading.language()
          : isShort && !declared.equals(detected) && isSharedScript(words)
              ? LanguageIdentifier.UNDETERMINED
              : detected;
    }
    if (explained && !isUnknown(reading, words) && isBetter(reading)) {
      return reading.language();
    }
    return isUnknown(reading, words) ? LanguageIdentifier.UNDETERMINED : detected;
  }

  /** Returns whether concepts tell a language better than letters do. */
  private static boolean isBetter(SignReading reading) {
    return reading.words() < LONG
        ? reading.letters() > 2.5 * reading.words()
        : reading.letters() > ENOUGH_OF_LONG * reading.words()
            && !LanguageIdentifier.tells(reading.language());
  }

  /**
   * Returns whether a text is long enough to tell that it is in no language that has concepts: what
   * they find there is chance.
   */
  static boolean isUnknown(SignReading reading, List<Word> words) {
    return isChance(reading, words, OF_LETTERS);
  }

  private static boolean isChance(
      SignReading reading, List<Word> words, Set<UnicodeScript> scripts) {
    return reading.words() >= LONG
        && reading.letters() < LEAST_OF_LONG * reading.words()
        && isIn(scripts, words);
  }

  /** Returns whether the concepts of a text are in its language, so that it is known. */
  static boolean isTold(String language, SignReading reading) {
    return language.equals(reading.language()) && reading.letters() >= LEAST_LETTERS;
  }

  /** Returns whether most words are in a script of many languages: any other tells its own. */
  private static boolean isSharedScript(List<Word> words) {
    return isIn(SHARED, words);
  }

  private static boolean isIn(Set<UnicodeScript> scripts, List<Word> words) {
    long in =
        words.stream()
            .map(word -> UnicodeScript.of(word.text().codePointAt(0)))
            .filter(scripts::contains)
            .count();
    return 2 * in >= words.size();
  }
}
