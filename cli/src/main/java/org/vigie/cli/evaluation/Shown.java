package org.vigie.cli.evaluation;

import java.util.Locale;

/** Figures as a person reads them. */
final class Shown {
  private Shown() {}

  static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  static String figure(double value) {
    return number(value, 3);
  }
}
