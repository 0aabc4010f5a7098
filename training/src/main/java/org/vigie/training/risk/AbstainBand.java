package org.vigie.training.risk;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.classifier.risk.Platt;

/** Chooses the probabilities between which a model should say nothing. */
final class AbstainBand {
  /** Share of risky adverts tolerated among those taken to be ordinary. */
  private static final double TOLERATED = 0.05;

  private AbstainBand() {}

  /**
   * Returns the lower end: the highest probability under which at most a tenth of adverts are
   * risky, no higher than {@code high}.
   */
  static double low(double[] probabilities, boolean[] truth, double high) {
    List<Integer> order =
        IntStream.range(0, probabilities.length)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(i -> probabilities[i]).thenComparing(i -> i))
            .toList();
    double low = 0;
    int risky = 0;
    for (int rank = 0; rank < order.size(); rank++) {
      risky += truth[order.get(rank)] ? 1 : 0;
      double probability = probabilities[order.get(rank)];
      if (probability < high && risky <= TOLERATED * (rank + 1)) {
        low = probability;
      }
    }
    return low;
  }

  static double[] probabilities(double[] scores, Platt platt) {
    return Arrays.stream(scores).map(platt::probability).toArray();
  }
}
