package org.vigie.training.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * A confidence interval.
 *
 * @param low lower end
 * @param high upper end, at least {@code low}
 */
public record Interval(double low, double high) {
  private static final double TAIL = 0.025;

  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "an interval needs low <= high, but was [" + low + ", " + high + "]");
    }
  }

  /**
   * Returns the 95 % percentile bootstrap interval of a figure (Efron and Tibshirani, 1993, ch.
   * 13).
   *
   * <p>Whole campaigns are drawn, not adverts: adverts of one campaign stand or fall together, and
   * drawing them singly would make the interval too narrow (Field and Welsh, 2007).
   *
   * @param resamples how many times to draw, at least 40
   * @param seed another seed, other draws
   */
  public static Interval of(
      ScoredSet set, ToDoubleFunction<ScoredSet> figure, int resamples, long seed) {
    if (resamples < 40) {
      throw new IllegalArgumentException(
          "an interval needs at least 40 resamples, but was given " + resamples);
    }
    Map<String, List<Scored>> campaigns = new LinkedHashMap<>();
    for (Scored advert : set.adverts()) {
      campaigns.computeIfAbsent(advert.group(), g -> new ArrayList<>()).add(advert);
    }
    List<List<Scored>> all = List.copyOf(campaigns.values());
    Random random = new Random(seed);
    double[] drawn = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      List<Scored> sample = new ArrayList<>(set.adverts().size());
      for (int draw = 0; draw < all.size(); draw++) {
        sample.addAll(all.get(random.nextInt(all.size())));
      }
      drawn[i] = figure.applyAsDouble(new ScoredSet(sample));
    }
    Arrays.sort(drawn);
    int cut = (int) Math.floor(TAIL * resamples);
    return new Interval(drawn[cut], drawn[resamples - 1 - cut]);
  }
}
