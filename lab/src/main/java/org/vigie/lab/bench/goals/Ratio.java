package org.vigie.lab.bench.goals;

import java.util.Arrays;
import java.util.Locale;

/**
 * What ours costs as a multiple of what another costs, both by turns in one run.
 *
 * @param name by which the baseline knows it
 * @param median of the rounds
 * @param least of the rounds
 * @param most of the rounds
 */
record Ratio(String name, double median, double least, double most) {
  /**
   * Returns the ratio of costs that were measured by turns.
   *
   * @param ours a cost each round
   * @param others as many
   * @throws IllegalArgumentException if there is no round, or one side has more
   */
  static Ratio of(String name, double[] ours, double[] others) {
    if (ours.length == 0 || ours.length != others.length) {
      throw new IllegalArgumentException(
          "%s needs a cost of both sides for each round, but has %d and %d"
              .formatted(name, ours.length, others.length));
    }
    double[] ratios = new double[ours.length];
    Arrays.setAll(ratios, round -> ours[round] / others[round]);
    Arrays.sort(ratios);
    return new Ratio(name, median(ratios), ratios[0], ratios[ratios.length - 1]);
  }

  /** Returns what doesn't vary from round to round, such as a count. */
  static Ratio exactly(String name, double value) {
    return new Ratio(name, value, value, value);
  }

  /** Returns the middle value, or the mean of the two in the middle. */
  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  /** Returns it for a cell: the median, and in brackets least and most if they differ from it. */
  String shown() {
    String middle = String.format(Locale.ROOT, "%.2f×", median);
    return least == most
        ? middle
        : middle + String.format(Locale.ROOT, " (%.2f–%.2f)", least, most);
  }
}
