package org.vigie.training.risk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.vigie.classifier.risk.Feature;

/**
 * How much more often a word stands in risky adverts than in others, as a smoothed log ratio, by
 * which its value is scaled before training (Wang and Manning, 2012).
 *
 * @see <a href="https://aclanthology.org/P12-2018/">Wang and Manning (2012)</a>
 */
final class LogRatios {
  private LogRatios() {}

  static Map<String, Double> of(TrainingSet set, Set<String> names) {
    Map<String, double[]> counts = new HashMap<>();
    double[] totals = new double[2];
    for (int i = 0; i < set.size(); i++) {
      int kind = set.adverts().get(i).risk() ? 1 : 0;
      Set<String> once = new HashSet<>();
      for (Feature feature : set.features().get(i)) {
        if (feature.isOfWords() && names.contains(feature.name()) && once.add(feature.name())) {
          counts.computeIfAbsent(feature.name(), n -> new double[2])[kind]++;
        }
      }
      totals[kind]++;
    }
    Map<String, Double> ratios = new HashMap<>();
    counts.forEach((name, count) -> {
      double risky = (count[1] + 1) / (totals[1] + 2);
      double ordinary = (count[0] + 1) / (totals[0] + 2);
      ratios.put(name, StrictMath.log(risky / ordinary));
    });
    return ratios;
  }
}
