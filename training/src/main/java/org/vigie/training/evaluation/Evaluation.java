package org.vigie.training.evaluation;

import java.util.Comparator;
import java.util.List;

/**
 * What came of evaluating a model on labelled adverts.
 *
 * @param model name of the model
 * @param data name of the file
 * @param protocol how scores were got without a model having seen the advert's campaign
 * @param folds the parts that were each scored by one model, at least one
 * @param weights the most weighted features, heaviest first
 */
public record Evaluation(
    String model, String data, String protocol, List<ScoredSet> folds, List<Weighted> weights) {
  public Evaluation {
    folds = List.copyOf(folds);
    weights = List.copyOf(weights);
    if (folds.isEmpty()) {
      throw new IllegalArgumentException("an evaluation needs at least one fold, but has none");
    }
  }

  /** Returns the adverts of all folds, which their own calibrators put on one scale. */
  public ScoredSet all() {
    return new ScoredSet(folds.stream().flatMap(fold -> fold.adverts().stream()).toList());
  }

  /** Returns the mean of each figure over the folds. */
  public Figures mean() {
    return mean(folds);
  }

  /** Returns the mean of each figure over some sets. */
  public static Figures mean(List<ScoredSet> folds) {
    List<Figures> each = folds.stream().map(ScoredSet::figures).toList();
    return new Figures(
        each.stream().mapToDouble(Figures::averagePrecision).average().orElse(0),
        each.stream().mapToDouble(Figures::f1).average().orElse(0),
        each.stream().mapToDouble(Figures::brier).average().orElse(0),
        each.stream().mapToDouble(Figures::calibrationError).average().orElse(0));
  }

  /** Returns the adverts whose probability is furthest from the truth, worst first. */
  public List<Scored> worst(int limit) {
    return all().adverts().stream()
        .sorted(Comparator.comparingDouble(Evaluation::error).reversed().thenComparing(Scored::id))
        .limit(limit)
        .toList();
  }

  private static double error(Scored advert) {
    return advert.risk() ? 1 - advert.probability() : advert.probability();
  }
}
