package org.vigie.lab.bench.goals;

/**
 * Whether a goal is reached.
 *
 * @param words for the page
 */
record GoalOutcome(String words) {
  static final GoalOutcome HOLDS = new GoalOutcome("holds");
  static final GoalOutcome FALLS_SHORT = new GoalOutcome("falls short");

  static GoalOutcome atMost(double value, double limit) {
    return value <= limit ? HOLDS : FALLS_SHORT;
  }

  static GoalOutcome atLeast(double value, double limit) {
    return value >= limit ? HOLDS : FALLS_SHORT;
  }

  /**
   * @param why in a few words
   */
  static GoalOutcome notMeasured(String why) {
    return new GoalOutcome("not measured: " + why);
  }
}
