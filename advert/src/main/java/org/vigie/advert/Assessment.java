package org.vigie.advert;

import java.util.List;
import java.util.Map;

/**
 * What the model of one form of exploitation makes of one advert: a calibrated probability with
 * reasons, or an abstention.
 *
 * @param form form of exploitation the model is about, such as {@code recruitment}
 * @param outcome what the advert most looks like
 * @param riskProbability calibrated probability of risk in [0, 1]
 * @param outcomes probability of each outcome, summing to 1; empty if the model tells risk alone
 * @param rawScore uncalibrated log-odds: the sum of all contributions
 * @param reasons the strongest contributions, strongest first
 * @param model name and version of the model, such as {@code risk-recruitment-1}
 * @param taxonomy version of the taxonomy
 */
public record Assessment(
    String form,
    Outcome outcome,
    double riskProbability,
    Map<Outcome, Double> outcomes,
    double rawScore,
    List<Reason> reasons,
    String model,
    String taxonomy) {
  /** The forms that an advert may be assessed for, in the order in which they are shown. */
  public static final List<String> FORMS =
      List.of("recruitment", "sexual", "forced-criminality", "other");

  public Assessment {
    if (!(riskProbability >= 0 && riskProbability <= 1)) {
      throw new IllegalArgumentException(
          "riskProbability must be in [0, 1], but was " + riskProbability);
    }
    // An assessment that was written before outcomes were told apart has none.
    outcomes = outcomes == null ? Map.of() : Map.copyOf(outcomes);
    reasons = List.copyOf(reasons);
  }

  /** An assessment by a model that tells risk from all else, and no more. */
  public Assessment(
      String form,
      Outcome outcome,
      double riskProbability,
      double rawScore,
      List<Reason> reasons,
      String model,
      String taxonomy) {
    this(form, outcome, riskProbability, Map.of(), rawScore, reasons, model, taxonomy);
  }

  /**
   * Returns what all that is no reason of its own adds to the raw score: the reasons and this are
   * the whole of it.
   */
  public double rest() {
    return rawScore - reasons.stream().mapToDouble(Reason::contribution).sum();
  }
}
