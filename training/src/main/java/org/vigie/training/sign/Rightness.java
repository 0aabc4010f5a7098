package org.vigie.training.sign;

import java.util.List;

/**
 * How often a sign that is believed is right: a logistic curve over its log-odds (Platt 1999),
 * fitted by Newton's method to texts of authors whom the models had not seen.
 *
 * @param slope what the log-odds count
 * @param intercept log-odds of being right where the model gives even odds
 */
record Rightness(float slope, float intercept) {
  private static final int ROUNDS = 50;
  private static final double RIDGE = 1e-3;

  /**
   * A sign that was believed.
   *
   * @param logOdds what the model gave it
   * @param right whether its text says it
   */
  record Believed(double logOdds, boolean right) {}

  /** Returns the curve for what readers believed of texts that they had not seen. */
  static Rightness of(List<SignFigures> unseen) {
    return fit(unseen.stream().flatMap(figures -> figures.believed().stream()).toList());
  }

  static Rightness fit(List<Believed> believed) {
    double slope = 0;
    double intercept = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double bySlope = RIDGE * slope;
      double byIntercept = RIDGE * intercept;
      double squares = RIDGE;
      double crosses = 0;
      double ones = RIDGE;
      for (Believed one : believed) {
        double probability = 1 / (1 + StrictMath.exp(-(slope * one.logOdds() + intercept)));
        double error = probability - (one.right() ? 1 : 0);
        double weight = probability * (1 - probability);
        bySlope += error * one.logOdds();
        byIntercept += error;
        squares += weight * one.logOdds() * one.logOdds();
        crosses += weight * one.logOdds();
        ones += weight;
      }
      double determinant = squares * ones - crosses * crosses;
      slope -= (ones * bySlope - crosses * byIntercept) / determinant;
      intercept -= (squares * byIntercept - crosses * bySlope) / determinant;
    }
    if (!(slope > 0) || !Double.isFinite(intercept)) {
      throw new IllegalStateException(
          "what is surer must be right more often, but the slope is " + slope);
    }
    return new Rightness((float) slope, (float) intercept);
  }
}
