package org.vigie.classifier;

import java.util.List;
import org.vigie.classifier.language.LanguageIdentifier;
import org.vigie.classifier.sign.SignReading;

/**
 * Tells which language a text is in where the detector of letters can't be trusted: it does not
 * know all languages that have concepts, and guesses on short texts.
 */
final class ConceptLanguage {
  /** Fewer letters that concepts explain say nothing. */
  private static final double LEAST_LETTERS = 8;

  /** Of a text of so many words the letters tell better than the concepts. */
  private static final int LONG = 30;

  private ConceptLanguage() {}

  /**
   * Returns the language of a text.
   *
   * @param detected what its letters look like
   * @param declared what the site says, or empty
   * @param known codes of the languages that have concepts
   */
  static String choose(String detected, String declared, SignReading reading, List<String> known) {
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
    return reading.words() < LONG && !declared.equals(detected)
        ? LanguageIdentifier.UNDETERMINED
        : detected;
  }
}
