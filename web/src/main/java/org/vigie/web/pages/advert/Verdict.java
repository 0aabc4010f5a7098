package org.vigie.web.pages.advert;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.advert.AlertLine;
import org.vigie.advert.Assessment;
import org.vigie.advert.Finding;
import org.vigie.advert.Outcome;
import org.vigie.advert.Reason;
import org.vigie.casework.render.AdvertView;
import org.vigie.text.finding.ReasonLines;
import org.vigie.text.safe.Words;
import org.vigie.web.Worded;

/**
 * What the model of one form of exploitation says of an advert.
 *
 * @param form name of the form of exploitation
 * @param risk probability with two decimals
 * @param meaning what it comes to at the channel's base rate, or empty
 * @param outcome name of what it looks like
 * @param outcomes probability of each outcome; empty if the model tells risk alone
 * @param model name of the model and version of the taxonomy
 * @param reasons what the probability is made of; they add up to the total
 * @param total log-odds before calibration, with a sign and two decimals
 */
public record Verdict(
    String form,
    String risk,
    Worded meaning,
    String outcome,
    Worded outcomes,
    String model,
    List<Contribution> reasons,
    String total) {
  static Verdict of(Assessment assessment, Worded meaning) {
    return new Verdict(
        assessment.form(),
        Words.risk(assessment.riskProbability()),
        meaning,
        assessment.outcome().label(),
        outcomes(assessment.outcomes()),
        assessment.model() + ", " + assessment.taxonomy(),
        contributions(assessment),
        String.format(Locale.ROOT, "%+.2f", assessment.rawScore()));
  }

  /**
   * A part of the model's log-odds.
   *
   * @param sign {@code +} or {@code -}
   * @param size with two decimals
   * @param percent share of the largest contribution, for a bar
   */
  public record Contribution(Worded feature, String sign, String size, int percent) {}

  private static Worded outcomes(Map<Outcome, Double> outcomes) {
    List<Finding> all = new ArrayList<>();
    new TreeMap<>(outcomes)
        .forEach((outcome, probability) ->
            all.add(
                Finding.of("outcome-risk")
                    .with("outcome", outcome.label())
                    .with("risk", Words.risk(probability))));
    return all.isEmpty()
        ? Worded.NONE
        : Worded.said(AlertLine.of(Finding.of("outcome-risks"), all));
  }

  private static List<Contribution> contributions(Assessment assessment) {
    List<Reason> reasons = new ArrayList<>(assessment.reasons());
    reasons.add(ReasonLines.reason(AdvertView.REST, assessment.rest(), List.of()));
    double largest =
        reasons.stream().mapToDouble(reason -> Math.abs(reason.contribution())).max().orElse(0);
    return reasons.stream()
        .map(reason ->
            new Contribution(
                Worded.of(reason.finding(), reason.feature()),
                reason.contribution() < 0 ? "-" : "+",
                Words.probability(Math.abs(reason.contribution())),
                (int) Math.round(100 * Math.abs(reason.contribution()) / Math.max(1e-9, largest))))
        .toList();
  }
}
