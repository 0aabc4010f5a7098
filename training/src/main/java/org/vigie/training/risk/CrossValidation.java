package org.vigie.training.risk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigie.classifier.risk.Platt;
import org.vigie.classifier.risk.WeightTable;
import org.vigie.training.evaluation.Metrics;
import org.vigie.training.evaluation.Scored;
import org.vigie.training.evaluation.ScoredSet;

/**
 * Grouped cross-validation: no campaign is ever on both sides, and calibrator and threshold of a
 * fold come from the inside of its training part.
 */
final class CrossValidation {
  static final int FOLDS = 5;

  /** Share of ordinary adverts that may be called risky. */
  static final double MAX_FALSE_ALARMS = 0.015;

  private static final int INNER_FOLDS = 4;

  private final MaxentTrainer trainer;
  private final Background background;
  private final long seed;

  CrossValidation(MaxentTrainer trainer, Background background, long seed) {
    this.trainer = trainer;
    this.background = background;
    this.seed = seed;
  }

  /** Returns the adverts of each fold, scored by a model that saw the others. */
  List<ScoredSet> evaluate(TrainingSet set) throws IOException {
    int[] foldOf = GroupedFolds.of(set.adverts(), FOLDS, seed);
    List<ScoredSet> results = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      TrainingSet training = set.part(foldOf, fold, false);
      results.add(fit(training).scored(set.part(foldOf, fold, true)));
    }
    return results;
  }

  /** Returns the weights of a set, with calibrator and threshold from its inside. */
  Fitted fit(TrainingSet training) throws IOException {
    double[] inner = heldOutScores(training, INNER_FOLDS);
    WeightTable weights = train(training);
    return new Fitted(
        weights, Platt.fit(inner, training.truth()), threshold(inner, training.truth(), weights));
  }

  /**
   * What was fitted to a part of the adverts.
   *
   * @param threshold the raw score from which an advert is called risky
   */
  record Fitted(WeightTable weights, Platt platt, double threshold) {
    ScoredSet scored(TrainingSet held) {
      double[] scores = held.scores(weights);
      List<Scored> adverts = new ArrayList<>();
      for (int i = 0; i < scores.length; i++) {
        LabelledAdvert advert = held.adverts().get(i);
        adverts.add(advert.scored(scores[i], platt.probability(scores[i]), scores[i] >= threshold));
      }
      return new ScoredSet(adverts);
    }
  }

  /**
   * Returns the raw score from which an advert is called risky: where F1 is highest, but not so low
   * that more than {@link #MAX_FALSE_ALARMS} of the background kept for tuning are.
   */
  double threshold(double[] heldOut, boolean[] truth, WeightTable weights) {
    double best = Metrics.bestThreshold(heldOut, truth);
    double[] ordinary = background.tuning().scores(weights);
    if (ordinary.length == 0) {
      return best;
    }
    Arrays.sort(ordinary);
    int allowed = (int) (MAX_FALSE_ALARMS * ordinary.length);
    return Math.max(best, Math.nextUp(ordinary[ordinary.length - 1 - allowed]));
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

  /** Trains on a set, with the background as further ordinary adverts. */
  WeightTable train(TrainingSet set) throws IOException {
    return new WeightTable(trainer.train(set, background.training()));
  }
}
