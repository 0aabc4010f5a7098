package org.vigie.classifier.language;

import java.util.Arrays;
import java.util.Map;

/**
 * OpenNLP's language detector for the languages that may be answered: the same odds from the same
 * weights, at a fraction of the cost. One per thread.
 */
final class NgramDetector {
  private final NgramWeights weights;
  private final String[] languages;
  private final double[] sums;

  /** The text in which each n-gram was seen last: one counts once however often it stands there. */
  private final int[] seenIn;

  private int text;

  NgramDetector(NgramWeights weights) {
    this.weights = weights;
    this.languages = weights.languages();
    this.sums = new double[languages.length];
    this.seenIn = new int[weights.size()];
  }

  /**
   * Returns the likeliest of some languages.
   *
   * @param sample a {@link LetterSample}
   * @param candidates name in the model → code to answer with
   * @param prior code to answer with instead if it is not much less likely, or empty
   * @param priorRatio how much less likely it may be, in (0, 1]
   */
  String detect(String sample, Map<String, String> candidates, String prior, double priorRatio) {
    weigh(DetectorText.of(sample));
    String best = LanguageIdentifier.UNDETERMINED;
    double highest = Double.NEGATIVE_INFINITY;
    double highestOfPrior = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < languages.length; i++) {
      String code = candidates.getOrDefault(languages[i], "");
      if (!code.isEmpty() && sums[i] > highest) {
        best = code;
        highest = sums[i];
      }
      if (!code.isEmpty() && code.equals(prior)) {
        highestOfPrior = Math.max(highestOfPrior, sums[i]);
      }
    }
    return highestOfPrior >= highest + Math.log(priorRatio) ? prior : best;
  }

  /** Returns the logarithm of how likely a language is, but for a term that all of them share. */
  double logLikelihood(String language) {
    return sums[Arrays.asList(languages).indexOf(language)];
  }

  /** Adds up, for each language, the weights of the different n-grams of a {@link DetectorText}. */
  void weigh(CharSequence of) {
    Arrays.fill(sums, 0);
    text++;
    long last = 0;
    long lastTwo = 0;
    for (int i = 0; i < of.length(); i++) {
      long c = Character.toLowerCase(of.charAt(i));
      count(c);
      if (i > 0) {
        count(last << Character.SIZE | c);
      }
      if (i > 1) {
        count(lastTwo << Character.SIZE | c);
      }
      lastTwo = last << Character.SIZE | c;
      last = c;
    }
  }

  private void count(long key) {
    int ngram = weights.find(key);
    if (ngram != NgramWeights.ABSENT && seenIn[ngram] != text) {
      seenIn[ngram] = text;
      weights.add(ngram, sums);
    }
  }
}
