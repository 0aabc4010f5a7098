package org.vigie.training.evaluation;

import java.util.ArrayList;
import java.util.List;

/** How often adverts of like probability are risky. */
public final class Reliability {
  /** As many as the expected calibration error is taken over. */
  private static final int BINS = 10;

  private Reliability() {}

  /**
   * The adverts whose probability lies in one tenth.
   *
   * @param probability their mean probability
   * @param risky share of them that are risky
   * @param adverts how many there are, at least 1
   */
  public record Bin(double probability, double risky, int adverts) {}

  /** Returns the tenths that hold adverts, lowest first. */
  public static List<Bin> of(ScoredSet set) {
    double[] sum = new double[BINS];
    int[] risky = new int[BINS];
    int[] count = new int[BINS];
    for (Scored advert : set.adverts()) {
      int bin = Math.min(BINS - 1, (int) (advert.probability() * BINS));
      sum[bin] += advert.probability();
      risky[bin] += advert.risk() ? 1 : 0;
      count[bin]++;
    }
    List<Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      if (count[bin] > 0) {
        bins.add(new Bin(sum[bin] / count[bin], (double) risky[bin] / count[bin], count[bin]));
      }
    }
    return bins;
  }
}
