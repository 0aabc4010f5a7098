package org.vigie.web.pages.part;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Reason;
import org.vigie.search.SearchResult;
import org.vigie.search.ShownRisk;
import org.vigie.text.finding.NotAssessed;
import org.vigie.text.finding.ReasonLines;
import org.vigie.text.safe.Words;
import org.vigie.web.Worded;

/**
 * The risk of an advert in a list: the highest of its own, its cluster's and its network's.
 *
 * @param number the probability
 * @param band name of the style of it
 * @param form name of the form whose risk that is, or empty if it is no risk of its own
 * @param reasons what adds most to its own risk, strongest first
 * @param whose whose risk that is: {@code own}, {@code group} or {@code network}
 * @param group path of the cluster or network whose risk it is, or empty
 * @param own its own risk, and what the model makes of it
 * @param unread why it was not assessed itself, or empty
 * @param meaning what a risk near certainty comes to at the channel's base rate, or empty
 */
public record CardRisk(
    String number,
    String band,
    String form,
    List<Worded> reasons,
    String whose,
    String group,
    Own own,
    Worded unread,
    Worded meaning) {
  private static final int MOST_REASONS = 3;

  /** From here on, as for outcomes of models that tell risk alone. */
  private static final double HIGH = 0.5;

  /**
   * An advert's own risk.
   *
   * @param risk probability
   * @param band name of the style of its risk
   */
  public record Own(String risk, String band) {}

  static CardRisk of(SearchResult.Hit hit, Worded meaning) {
    AssessedAdvert advert = hit.advert();
    return new CardRisk(
        Words.risk(hit.risk().probability()),
        group(hit.risk()).isEmpty()
            ? band(advert)
            : hit.risk().probability() >= HIGH ? "risk-high" : "risk-open",
        hit.risk().of() == ShownRisk.Of.OWN ? advert.assessment().form() : "",
        advert.hasAssessment() ? reasons(advert.assessment().reasons()) : List.of(),
        hit.risk().of().name().toLowerCase(Locale.ROOT),
        group(hit.risk()),
        new Own(Words.risk(advert.rankedRisk()), band(advert)),
        Worded.said(NotAssessed.of(advert)),
        meaning);
  }

  private static String group(ShownRisk risk) {
    return switch (risk.of()) {
      case NONE, OWN -> "";
      case GROUP -> Paths.cluster(risk.group());
      case NETWORK -> Paths.network(risk.group());
    };
  }

  /** An abstention has its own look, so that its number isn't read as a judgement. */
  private static String band(AssessedAdvert advert) {
    if (!advert.hasAssessment()) {
      return "risk-open";
    }
    return switch (advert.assessment().outcome()) {
      case RISK -> "risk-high";
      case UNDETERMINED -> "risk-open";
      default -> "risk-low";
    };
  }

  private static List<Worded> reasons(List<Reason> reasons) {
    return reasons.stream()
        .filter(reason -> reason.contribution() > 0)
        .sorted(Comparator.comparingDouble(Reason::contribution).reversed())
        .limit(MOST_REASONS)
        .map(reason -> Worded.said(ReasonLines.weighed(reason)))
        .toList();
  }
}
