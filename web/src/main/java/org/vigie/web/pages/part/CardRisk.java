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
 * The risk of an advert in a list.
 *
 * @param highest the highest of its own, its cluster's and its network's
 * @param own its own
 * @param meaning what a risk near certainty comes to at the channel's base rate, or empty
 */
public record CardRisk(Highest highest, Own own, Worded meaning) {
  private static final int MOST_REASONS = 3;

  /** From here on, as for outcomes of models that tell risk alone. */
  private static final double HIGH = 0.5;

  /**
   * The risk by which an advert stands in a list.
   *
   * @param number the probability
   * @param band name of the style of it
   * @param whose whose risk that is: {@code own}, {@code group} or {@code network}
   * @param group path of the cluster or network whose risk it is, or empty
   */
  public record Highest(String number, String band, String whose, String group) {
    private static Highest of(ShownRisk risk, Own own) {
      String group = path(risk);
      String band = risk.probability() >= HIGH ? "risk-high" : "risk-open";
      return new Highest(
          Words.risk(risk.probability()),
          group.isEmpty() ? own.band() : band,
          risk.of().name().toLowerCase(Locale.ROOT),
          group);
    }

    private static String path(ShownRisk risk) {
      return switch (risk.of()) {
        case NONE, OWN -> "";
        case GROUP -> Paths.cluster(risk.group());
        case NETWORK -> Paths.network(risk.group());
      };
    }
  }

  /**
   * An advert's own risk.
   *
   * @param risk probability
   * @param band name of the style of its risk
   * @param form name of the form whose risk that is, or empty if it was not assessed
   * @param reasons what adds most to it, strongest first
   * @param unread why it was not assessed, or empty
   */
  public record Own(String risk, String band, String form, List<Worded> reasons, Worded unread) {
    private static Own of(AssessedAdvert advert) {
      return new Own(
          Words.risk(advert.rankedRisk()),
          band(advert),
          advert.hasAssessment() ? advert.assessment().form() : "",
          advert.hasAssessment() ? reasons(advert.assessment().reasons()) : List.of(),
          Worded.said(NotAssessed.of(advert)));
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

  static CardRisk of(SearchResult.Hit hit, Worded meaning) {
    Own own = Own.of(hit.advert());
    return new CardRisk(Highest.of(hit.risk(), own), own, meaning);
  }
}
