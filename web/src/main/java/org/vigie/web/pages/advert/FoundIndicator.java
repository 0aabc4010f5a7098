package org.vigie.web.pages.advert;

import java.util.ArrayList;
import java.util.List;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Indicator;
import org.vigie.advert.Reason;
import org.vigie.text.safe.Words;
import org.vigie.web.Worded;
import org.vigie.web.pages.part.Paths;

/**
 * A warning sign found in an advert, as its page shows it.
 *
 * @param grade evidence grade, such as {@code A}
 * @param scored whether it adds to the risk
 * @param quotes the stretches of the text it was found in
 * @param weights what it adds to the log-odds of each form of exploitation
 */
public record FoundIndicator(
    String id,
    String name,
    String grade,
    boolean scored,
    Worded detail,
    List<String> quotes,
    List<Weight> weights) {
  /** Returns the path of the search for all adverts with it. */
  public String path() {
    return Paths.field("indicator", id);
  }

  /**
   * What an indicator adds to the log-odds of one form.
   *
   * @param form name of the form of exploitation
   * @param amount with its sign and two decimals
   */
  public record Weight(String form, String amount) {}

  static FoundIndicator of(Indicator indicator, AssessedAdvert assessed) {
    return new FoundIndicator(
        indicator.id(),
        indicator.name(),
        indicator.grade().symbol(),
        indicator.scored(),
        Worded.of(indicator.finding(), indicator.detail()),
        indicator.spans().stream()
            .map(span -> AdvertDetails.quote(assessed.advert(), span))
            .distinct()
            .toList(),
        weights(indicator, assessed.assessments()));
  }

  private static List<Weight> weights(Indicator indicator, List<Assessment> assessments) {
    List<Weight> weights = new ArrayList<>();
    for (Assessment assessment : assessments) {
      assessment.reasons().stream()
          .filter(reason -> reason.isOfSign(indicator.id()))
          .forEach(reason -> weights.add(new Weight(assessment.form(), signed(reason))));
    }
    return weights;
  }

  private static String signed(Reason reason) {
    return (reason.contribution() < 0 ? "-" : "+")
        + Words.probability(Math.abs(reason.contribution()));
  }
}
