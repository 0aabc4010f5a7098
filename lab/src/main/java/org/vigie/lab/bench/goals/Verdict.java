package org.vigie.lab.bench.goals;

/**
 * Whether a goal is reached.
 *
 * @param words for the page
 */
record Verdict(String words) {
  static final Verdict HOLDS = new Verdict("holds");
  static final Verdict FALLS_SHORT = new Verdict("falls short");

  static Verdict atMost(double value, double limit) {
    return value <= limit ? HOLDS : FALLS_SHORT;
  }

  static Verdict atLeast(double value, double limit) {
    return value >= limit ? HOLDS : FALLS_SHORT;
  }

  /**
   * @param why in a few words
   */
  static Verdict notMeasured(String why) {
    return new Verdict("not measured: " + why);
  }
}
