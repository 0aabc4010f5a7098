package org.vigie.classifier.language;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * OpenNLP's language detector for the languages that may be answered: the same odds from the same
 * weights, at a fraction of the cost. One per thread.
 */
final class NgramDetector {
  /**
   * How far ahead of the next the likeliest must be for a short text, as a logarithm. Of the
   * answers to texts of two words this takes back a sixth of the right ones and two thirds of the
   * wrong.
   */
  private static final double LEAST_LEAD = 0.03;

  /** Letters and blanks from which on the likeliest is believed: some three words. */
  private static final int SHORT = 16;

  private final NgramWeights weights;
  private final String[] languages;
  private final double[] sums;

  /** The text in which each n-gram was seen last: one counts once however often it stands there. */
  private final int[] seenIn;

  private int text;

  /** Keys of n-grams that are looked up at once: the processor waits for the memory once. */
  private final long[] asked = new long[96];

  private final int[] ngrams = new int[asked.length];
  private int count;

  NgramDetector(NgramWeights weights) {
    this.weights = weights;
    this.languages = weights.languages();
    this.sums = new double[languages.length];
    this.seenIn = new int[weights.size()];
  }

  /**
   * Returns the likeliest of some languages, or {@link LanguageIdentifier#UNDETERMINED} where one
   * that is not much like it is about as likely.
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
    double next = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < languages.length; i++) {
      String code = candidates.getOrDefault(languages[i], "");
      if (code.isEmpty()) {
        continue;
      }
      if (code.equals(prior)) {
        highestOfPrior = Math.max(highestOfPrior, sums[i]);
      }
      if (sums[i] > highest) {
        next = Candidates.areAlike(code, best) ? next : highest;
        best = code;
        highest = sums[i];
      } else if (!Candidates.areAlike(code, best)) {
        next = Math.max(next, sums[i]);
      }
    }
    if (highestOfPrior > Double.NEGATIVE_INFINITY
        && highestOfPrior >= highest + Math.log(priorRatio)) {
      return prior;
    }
    boolean isGuess = sample.length() < SHORT && highest - next < LEAST_LEAD;
    return isGuess ? LanguageIdentifier.UNDETERMINED : best;
  }

  /**
   * Returns the languages that are about as likely as the likeliest, that first, each once.
   *
   * @param sample a {@link LetterSample}
   * @param candidates name in the model → code to answer with
   * @param most how much less likely they may be, as a logarithm
   */
  List<LanguageGuess> guesses(String sample, Map<String, String> candidates, double most) {
    weigh(DetectorText.of(sample));
    Map<String, Double> best = new HashMap<>();
    for (int i = 0; i < languages.length; i++) {
      String code = candidates.getOrDefault(languages[i], "");
      if (!code.isEmpty()) {
        best.merge(code, sums[i], Math::max);
      }
    }
    double highest = best.values().stream().mapToDouble(sum -> sum).max().orElse(0);
    return best.entrySet().stream()
        .map(of -> new LanguageGuess(of.getKey(), highest - of.getValue()))
        .filter(guess -> guess.lag() <= most)
        .sorted(
            Comparator.comparingDouble(LanguageGuess::lag).thenComparing(LanguageGuess::language))
        .toList();
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
      asked[count++] = c;
      if (i > 0) {
        asked[count++] = last << Character.SIZE | c;
      }
      if (i > 1) {
        asked[count++] = lastTwo << Character.SIZE | c;
      }
      if (count > asked.length - NgramWeights.LONGEST) {
        addAsked();
      }
      lastTwo = last << Character.SIZE | c;
      last = c;
    }
    addAsked();
  }

  private void addAsked() {
    weights.find(asked, count, ngrams);
    for (int i = 0; i < count; i++) {
      int ngram = ngrams[i];
      if (ngram != NgramWeights.ABSENT && seenIn[ngram] != text) {
        seenIn[ngram] = text;
        weights.add(ngram, sums);
      }
    }
    count = 0;
  }
}
