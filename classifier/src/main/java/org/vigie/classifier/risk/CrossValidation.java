package org.vigie.classifier.risk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Grouped cross-validation: no campaign is ever on both sides, and calibrator and threshold of a
 * fold come from the inside of its training part.
 */
final class CrossValidation {
  static final int FOLDS = 5;

  private static final int INNER_FOLDS = 4;

  private final MaxentTrainer trainer;
  private final long seed;

  CrossValidation(MaxentTrainer trainer, long seed) {
    this.trainer = trainer;
    this.seed = seed;
  }

  /** Returns the figures of each fold. */
  List<FoldResult> evaluate(TrainingSet set) throws IOException {
    int[] foldOf = GroupedFolds.of(set.adverts(), FOLDS, seed);
    List<FoldResult> results = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      TrainingSet training = set.part(foldOf, fold, false);
      TrainingSet held = set.part(foldOf, fold, true);
      double[] inner = heldOutScores(training, INNER_FOLDS);
      Platt platt = Platt.fit(inner, training.truth());
      double threshold = Metrics.bestThreshold(inner, training.truth());
      double[] scores = held.scores(train(training));
      results.add(FoldResult.of(held, scores, platt, threshold));
    }
    return results;
  }

  /** Returns the score of each advert by a model that has not seen its campaign. */
  double[] heldOutScores(TrainingSet set, int folds) throws IOException {
    int[] foldOf = GroupedFolds.of(set.adverts(), folds, seed);
    double[] scores = new double[set.size()];
    for (int fold = 0; fold < folds; fold++) {
      WeightTable weights = train(set.part(foldOf, fold, false));
      for (int i = 0; i < scores.length; i++) {
        if (foldOf[i] == fold) {
          scores[i] = weights.score(set.features().get(i));
        }
      }
    }
    return scores;
  }

  WeightTable train(TrainingSet set) throws IOException {
    return new WeightTable(trainer.train(set.features(), set.truth(), set.groups()));
  }

  /**
   * What came of one fold.
   *
   * @param adverts number of adverts held out
   * @param risky how many of them are labelled as fraudulent
   * @param averagePrecision average precision
   * @param f1 F1 at the threshold chosen inside the training part
   * @param brier Brier score of calibrated probabilities
   * @param ece expected calibration error of them
   */
  record FoldResult(
      int adverts, int risky, double averagePrecision, double f1, double brier, double ece) {
    static FoldResult of(TrainingSet held, double[] scores, Platt platt, double threshold) {
      boolean[] truth = held.truth();
      double[] probabilities = new double[scores.length];
      int risky = 0;
      for (int i = 0; i < scores.length; i++) {
        probabilities[i] = platt.probability(scores[i]);
        risky += truth[i] ? 1 : 0;
      }
      return new FoldResult(
          scores.length,
          risky,
          Metrics.averagePrecision(scores, truth),
          Metrics.f1(scores, truth, threshold),
          Metrics.brier(probabilities, truth),
          Metrics.expectedCalibrationError(probabilities, truth));
    }
  }
}
