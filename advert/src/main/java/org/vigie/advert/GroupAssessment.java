package org.vigie.advert;

import java.util.List;

/**
 * What the model of groups makes of the adverts of one cluster or network: a calibrated probability
 * with all its reasons. It is about the adverts, never about a person.
 *
 * @param riskProbability calibrated probability of risk in [0, 1]
 * @param logOdds the same in log-odds: the sum of all contributions
 * @param reasons every contribution, the strongest first
 * @param model name and version of the model, such as {@code risk-group-1}
 * @param taxonomy version of the taxonomy
 */
public record GroupAssessment(
    double riskProbability, double logOdds, List<Reason> reasons, String model, String taxonomy) {
  public GroupAssessment {
    if (!(riskProbability >= 0 && riskProbability <= 1)) {
      throw new IllegalArgumentException(
          "riskProbability must be in [0, 1], but was " + riskProbability);
    }
    reasons = List.copyOf(reasons);
  }
}
