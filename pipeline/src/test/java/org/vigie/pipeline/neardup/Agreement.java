package org.vigie.pipeline.neardup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well found clusters agree with true ones.
 *
 * @param adjustedRand adjusted Rand index (Hubert and Arabie 1985): 1 where both are the same,
 *     about 0 where they agree by chance
 * @param precision B-cubed precision (Bagga and Baldwin 1998), in [0, 1]
 * @param recall B-cubed recall, in [0, 1]
 */
public record Agreement(double adjustedRand, double precision, double recall) {

  /** Compares two partitions of the same ids, each id → name of its part. */
  public static Agreement of(Map<String, String> truth, Map<String, String> found) {
    Map<String, Integer> inTruth = new HashMap<>();
    Map<String, Integer> inFound = new HashMap<>();
    Map<List<String>, Integer> inBoth = new HashMap<>();
    truth.forEach((id, part) -> {
      inTruth.merge(part, 1, Integer::sum);
      inFound.merge(found.get(id), 1, Integer::sum);
      inBoth.merge(List.of(part, found.get(id)), 1, Integer::sum);
    });
    double precision = 0;
    double recall = 0;
    for (Map.Entry<List<String>, Integer> both : inBoth.entrySet()) {
      double square = (double) both.getValue() * both.getValue() / truth.size();
      recall += square / inTruth.get(both.getKey().get(0));
      precision += square / inFound.get(both.getKey().get(1));
    }
    double expected = pairs(inTruth) * pairs(inFound) / pairs(truth.size());
    double most = (pairs(inTruth) + pairs(inFound)) / 2;
    return new Agreement((pairs(inBoth) - expected) / (most - expected), precision, recall);
  }

  /** Returns the harmonic mean of B-cubed precision and recall. */
  public double bCubedF1() {
    return 2 * precision * recall / (precision + recall);
  }

  private static double pairs(Map<?, Integer> sizes) {
    return sizes.values().stream().mapToDouble(Agreement::pairs).sum();
  }

  private static double pairs(int size) {
    return size * (size - 1.0) / 2;
  }
}
