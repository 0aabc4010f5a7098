package org.vigie.training.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Figures of merit of probabilities against what was true. */
public final class Metrics {
  private Metrics() {}

  /** Returns average precision: the mean, over positives, of precision at their rank. */
  public static double averagePrecision(double[] scores, boolean[] truth) {
    List<Integer> order = byScore(scores);
    double sum = 0;
    int positives = 0;
    for (int rank = 0; rank < order.size(); rank++) {
      if (truth[order.get(rank)]) {
        positives++;
        sum += (double) positives / (rank + 1);
      }
    }
    return positives == 0 ? 0 : sum / positives;
  }

  /** Returns F1 of calling everything at or above a threshold positive. */
  public static double f1(double[] scores, boolean[] truth, double threshold) {
    int right = 0;
    int called = 0;
    int positives = 0;
    for (int i = 0; i < scores.length; i++) {
      boolean call = scores[i] >= threshold;
      called += call ? 1 : 0;
      positives += truth[i] ? 1 : 0;
      right += call && truth[i] ? 1 : 0;
    }
    return called + positives == 0 ? 0 : 2.0 * right / (called + positives);
  }

  /** Returns the score at which F1 is highest. */
  public static double bestThreshold(double[] scores, boolean[] truth) {
    List<Integer> order = byScore(scores);
    int positives = 0;
    for (boolean t : truth) {
      positives += t ? 1 : 0;
    }
    double best = 0.5;
    double highest = -1;
    int right = 0;
    for (int rank = 0; rank < order.size(); rank++) {
      right += truth[order.get(rank)] ? 1 : 0;
      double f1 = 2.0 * right / (rank + 1 + positives);
      if (f1 > highest) {
        highest = f1;
        best = scores[order.get(rank)];
      }
    }
    return best;
  }

  /**
   * Returns the least of the scores that at most a share of the negatives reach; infinity if each
   * score is reached by more.
   *
   * @param share from 0 to 1
   */
  public static double thresholdOfFewest(double[] scores, boolean[] truth, double share) {
    List<Integer> order = byScore(scores);
    int negatives = 0;
    for (boolean t : truth) {
      negatives += t ? 0 : 1;
    }
    double threshold = Double.POSITIVE_INFINITY;
    int reached = 0;
    for (int rank = 0; rank < order.size(); rank++) {
      double score = scores[order.get(rank)];
      reached += truth[order.get(rank)] ? 0 : 1;
      boolean isLastOfItsScore = rank + 1 == order.size() || scores[order.get(rank + 1)] < score;
      if (reached > share * negatives) {
        return threshold;
      }
      if (isLastOfItsScore) {
        threshold = score;
      }
    }
    return threshold;
  }

  /**
   * Returns the area under the curve of true by false positives: how often a positive has the
   * higher score, ties counted half (Hanley and McNeil, 1982); not a number without either kind.
   */
  public static double areaUnderRoc(double[] scores, boolean[] truth) {
    List<Integer> order = byScore(scores);
    double won = 0;
    long above = 0;
    long negatives = 0;
    for (int from = 0; from < order.size(); ) {
      double score = scores[order.get(from)];
      int to = from;
      long right = 0;
      while (to < order.size() && scores[order.get(to)] == score) {
        right += truth[order.get(to)] ? 1 : 0;
        to++;
      }
      long wrong = to - from - right;
      won += wrong * (above + right / 2.0);
      above += right;
      negatives += wrong;
      from = to;
    }
    return won / (above * (double) negatives);
  }

  /** Returns the mean squared error of probabilities (Brier, 1950). */
  public static double brier(double[] probabilities, boolean[] truth) {
    double sum = 0;
    for (int i = 0; i < truth.length; i++) {
      double error = probabilities[i] - (truth[i] ? 1 : 0);
      sum += error * error;
    }
    return sum / truth.length;
  }

  /** Returns the expected calibration error over ten bins of equal width (Guo et al., 2017). */
  public static double expectedCalibrationError(double[] probabilities, boolean[] truth) {
    double[] predicted = new double[10];
    double[] actual = new double[10];
    for (int i = 0; i < truth.length; i++) {
      int bin = Math.min(9, (int) (probabilities[i] * 10));
      predicted[bin] += probabilities[i];
      actual[bin] += truth[i] ? 1 : 0;
    }
    double error = 0;
    for (int bin = 0; bin < 10; bin++) {
      error += Math.abs(predicted[bin] - actual[bin]);
    }
    return error / truth.length;
  }

  private static List<Integer> byScore(double[] scores) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(i -> -scores[i]).thenComparing(i -> i))
        .toList();
  }
}
