package org.vigie.training.evaluation;

import java.util.List;
import java.util.TreeMap;

/**
 * Scored adverts, and the figures of merit of their scores.
 *
 * @param adverts the adverts
 */
public record ScoredSet(List<Scored> adverts) {
  public ScoredSet {
    adverts = List.copyOf(adverts);
  }

  /** Returns how many of the adverts are labelled as risky. */
  public int risky() {
    return (int) adverts.stream().filter(Scored::risk).count();
  }

  /** Returns the average precision of the ranking by probability, in [0, 1]. */
  public double averagePrecision() {
    return Metrics.averagePrecision(probabilities(), truth());
  }

  /** Returns F1 of what the model calls risky, in [0, 1]. */
  public double f1() {
    double[] called = adverts.stream().mapToDouble(a -> a.called() ? 1 : 0).toArray();
    return Metrics.f1(called, truth(), 1);
  }

  /** Returns the Brier score of the probabilities, in [0, 1]; lower is better. */
  public double brier() {
    return Metrics.brier(probabilities(), truth());
  }

  /** Returns the expected calibration error of the probabilities, in [0, 1]; lower is better. */
  public double calibrationError() {
    return Metrics.expectedCalibrationError(probabilities(), truth());
  }

  /** Returns the figures by which a model is judged. */
  public Figures figures() {
    return new Figures(averagePrecision(), f1(), brier(), calibrationError());
  }

  /** Returns the adverts of each language, by its code in alphabetical order. */
  public TreeMap<String, ScoredSet> byLanguage() {
    TreeMap<String, ScoredSet> sets = new TreeMap<>();
    for (String language : adverts.stream().map(Scored::language).distinct().toList()) {
      sets.put(
          language,
          new ScoredSet(adverts.stream().filter(a -> a.language().equals(language)).toList()));
    }
    return sets;
  }

  double[] probabilities() {
    return adverts.stream().mapToDouble(Scored::probability).toArray();
  }

  boolean[] truth() {
    boolean[] truth = new boolean[adverts.size()];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = adverts.get(i).risk();
    }
    return truth;
  }
}
