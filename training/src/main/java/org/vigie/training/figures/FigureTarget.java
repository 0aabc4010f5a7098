package org.vigie.training.figures;

import java.util.Locale;

/**
 * What a figure must be.
 *
 * @param bound the least or the most it may be
 * @param upper whether the bound is the most
 */
public record FigureTarget(double bound, boolean upper) {
  static FigureTarget atLeast(double bound) {
    return new FigureTarget(bound, false);
  }

  static FigureTarget atMost(double bound) {
    return new FigureTarget(bound, true);
  }

  /** Returns whether a value is as it must be. */
  public boolean isMetBy(double value) {
    return upper ? value <= bound : value >= bound;
  }

  /** Returns the target as a person writes it. */
  public String inWords() {
    return String.format(Locale.ROOT, "%s %s", upper ? "≤" : "≥", number(bound));
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
