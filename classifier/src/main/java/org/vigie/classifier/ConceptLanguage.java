package org.vigie.classifier;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.vigie.classifier.language.LanguageIdentifier;
import org.vigie.classifier.sign.SignReading.Explained;
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
   * 7,400 adverts in 36 of them one has fewer; of 1,400 pieces of news in sixteen languages without
   * concepts nine in ten.
   */
  private static final double LEAST_OF_LONG = 0.4;

  /**
   * A stretch of which so many letters are explained isn't so by chance: an advert may hide behind
   * words of no language. One in a hundred pieces of such news has one.
   */
  private static final double LEAST_OF_STRETCH = 36;

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
      EnumSet.of(UnicodeScript.LATIN, UnicodeScript.CYRILLIC);

  /** Letters of a word that tells of a language. */
  private static final int LEAST_OF_WORD = 3;

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
      String detected, String declared, Explained explained, List<String> known, List<Word> words) {
    if (!declared.isEmpty() && declared.equals(explained.language())) {
      return declared;
    }
    boolean isExplained = explained.letters() >= LEAST_LETTERS;
    if (known.contains(detected)) {
      return !detected.equals(explained.language()) && isExplained && isBetter(explained)
          ? explained.language()
          : detected;
    }
    if (isExplained) {
      return explained.language();
    }
    return explained.words() < LONG && !declared.equals(detected) && isIn(SHARED, words)
        ? LanguageIdentifier.UNDETERMINED
        : detected;
  }

  /** Returns whether concepts tell a language better than letters do. */
  private static boolean isBetter(Explained explained) {
    return explained.words() < LONG
        ? explained.letters() > 2.5 * explained.words()
        : explained.letters() > ENOUGH_OF_LONG * explained.words()
            && !LanguageIdentifier.tells(explained.language());
  }

  /**
   * Returns whether a text is long enough to tell that it is in no language that has concepts, so
   * that what they find there may be chance. Marks, numbers and abbreviations don't count: adverts
   * are full of them.
   */
  static boolean isUnknown(Explained explained, List<Word> words) {
    List<Word> told = words.stream().filter(ConceptLanguage::isOfLetters).toList();
    return told.size() >= LONG
        && explained.letters() < LEAST_OF_LONG * told.size()
        && explained.densest() < LEAST_OF_STRETCH
        && isIn(OF_LETTERS, told);
  }

  private static boolean isOfLetters(Word word) {
    return word.text().codePoints().filter(Character::isLetter).count() >= LEAST_OF_WORD;
  }

  /** Returns whether the concepts of a text are in its language, so that it is known. */
  static boolean isTold(String language, Explained explained) {
    return language.equals(explained.language()) && explained.letters() >= LEAST_LETTERS;
  }

  /** Returns whether most words are in some scripts. */
  private static boolean isIn(Set<UnicodeScript> scripts, List<Word> words) {
    long in =
        words.stream()
            .map(word -> UnicodeScript.of(word.text().codePointAt(0)))
            .filter(scripts::contains)
            .count();
    return 2 * in >= words.size();
  }
}
