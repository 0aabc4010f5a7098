package org.vigie.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static final int TRIALS = 300;

  @Test
  void findsTheLeastScoreThatFewNegativesReach() {
    for (int seed = 0; seed < TRIALS; seed++) {
      Random random = new Random(seed);
      double[] scores =
          random.ints(1 + random.nextInt(30), 0, 8).mapToDouble(i -> i / 8.0).toArray();
      boolean[] truth = new boolean[scores.length];
      for (int i = 0; i < truth.length; i++) {
        truth[i] = random.nextInt(3) == 0;
      }
      double share = random.nextInt(5) / 4.0;

      assertThat(Metrics.thresholdOfFewest(scores, truth, share))
          .as("seed %d", seed)
          .isEqualTo(tried(scores, truth, share));
    }
  }

  @Test
  void countsHowOftenAPositiveHasTheHigherScore() {
    for (int seed = 0; seed < TRIALS; seed++) {
      Random random = new Random(seed);
      double[] scores =
          random.ints(1 + random.nextInt(30), 0, 8).mapToDouble(i -> i / 8.0).toArray();
      boolean[] truth = new boolean[scores.length];
      for (int i = 0; i < truth.length; i++) {
        truth[i] = random.nextBoolean();
      }
      double won = 0;
      double pairs = 0;
      for (int i = 0; i < truth.length; i++) {
        for (int j = 0; j < truth.length; j++) {
          if (truth[i] && !truth[j]) {
            pairs++;
            won += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
          }
        }
      }

      assertThat(Metrics.areaUnderRoc(scores, truth))
          .as("seed %d", seed)
          .isEqualTo(Double.valueOf(won / pairs));
    }
  }

  private static double tried(double[] scores, boolean[] truth, double share) {
    long negatives = IntStream.range(0, truth.length).filter(i -> !truth[i]).count();
    double least = Double.POSITIVE_INFINITY;
    for (double score : scores) {
      long reach =
          IntStream.range(0, truth.length).filter(i -> !truth[i] && scores[i] >= score).count();
      if (reach <= share * negatives) {
        least = Math.min(least, score);
      }
    }
    return least;
  }
}
