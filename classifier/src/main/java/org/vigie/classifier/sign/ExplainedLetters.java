package org.vigie.classifier.sign;

import java.util.ArrayList;
import java.util.List;

/**
 * How many letters of a text the concepts of each language explain. A word that several languages
 * write so counts less for each.
 */
final class ExplainedLetters {
  /** Tokens of a stretch: a short advert. */
  static final int STRETCH = 40;

  private final List<Part> parts = new ArrayList<>();
  private final int languages;

  /** The letters that a token begins, for languages that none counts for before at that token. */
  private record Part(int token, long languages, double letters) {}

  /**
   * Counts letters.
   *
   * @param hits in the order of their tokens
   * @param languages how many there are
   */
  ExplainedLetters(List<ConceptHit> hits, int languages) {
    this.languages = languages;
    int token = -1;
    long counted = 0;
    for (ConceptHit hit : hits) {
      if (hit.first() != token) {
        token = hit.first();
        counted = 0;
      }
      long fresh = hit.languages() & ~counted;
      counted |= hit.languages();
      if (fresh != 0) {
        double letters = hit.letters() / Math.sqrt(Long.bitCount(hit.languages()));
        parts.add(new Part(token, fresh, letters));
      }
    }
  }

  /** Returns the letters of the whole text, by the number of the language. */
  double[] all() {
    double[] letters = new double[languages];
    parts.forEach(part -> add(letters, part, 1));
    return letters;
  }

  /** Returns the most letters that one language explains of a stretch. */
  double densest() {
    double[] letters = new double[languages];
    double densest = 0;
    int tail = 0;
    for (Part part : parts) {
      while (parts.get(tail).token() <= part.token() - STRETCH) {
        add(letters, parts.get(tail++), -1);
      }
      densest = Math.max(densest, add(letters, part, 1));
    }
    return densest;
  }

  /** Adds the letters of a part, or takes them, and returns the most that its languages have. */
  private static double add(double[] letters, Part part, int sign) {
    double most = 0;
    long left = part.languages();
    while (left != 0) {
      int language = Long.numberOfTrailingZeros(left);
      letters[language] += sign * part.letters();
      most = Math.max(most, letters[language]);
      left &= left - 1;
    }
    return most;
  }
}
