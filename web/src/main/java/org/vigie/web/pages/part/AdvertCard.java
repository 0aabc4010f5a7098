package org.vigie.web.pages.part;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.vigie.advert.Advert;
import org.vigie.advert.Indicator;
import org.vigie.advert.Outcome;
import org.vigie.advert.Reason;
import org.vigie.search.MaskedText;
import org.vigie.search.SearchResult;
import org.vigie.search.ShownRisk;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;

/**
 * One advert in a list.
 *
 * @param id the advert's id
 * @param path of its page
 * @param title its title, masked like the snippet, or empty
 * @param snippet text round the matches
 * @param site where it stood
 * @param channel the kind of place it stood in
 * @param language ISO 639-1 code
 * @param day when it was posted or seen
 * @param risk the highest of its own risk, its cluster's and its network's
 * @param band name of the style of its risk
 * @param form name of the form whose risk that is, or empty if it is no risk of its own
 * @param reasons what adds most to its risk, strongest first
 * @param indicators the strongest indicators that count
 * @param timesSeen how often it was met
 * @param clusterId its cluster, or empty
 * @param clusterSize adverts in its cluster
 * @param goneSince the day since which it is gone, or empty
 * @param whose whose risk that is: {@code own}, {@code group} or {@code network}
 * @param group path of the cluster or network whose risk it is, or empty
 * @param own its own risk, and what the model makes of it
 * @param meaning what a risk near certainty comes to at the channel's base rate, or empty
 * @param alike how many others of the adverts found the card stands for
 */
public record AdvertCard(
    String id,
    String path,
    List<Piece> title,
    List<Piece> snippet,
    String site,
    String channel,
    String language,
    String day,
    String risk,
    String band,
    String form,
    List<String> reasons,
    List<SignMark> indicators,
    long timesSeen,
    String clusterId,
    long clusterSize,
    String goneSince,
    String whose,
    String group,
    Own own,
    String meaning,
    long alike) {
  private static final int MOST_INDICATORS = 3;
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

  /**
   * @param meaning what a risk near certainty comes to at the channel's base rate, or empty
   */
  static AdvertCard of(SearchResult.Hit hit, String meaning) {
    Advert advert = hit.advert().advert();
    EvidenceText snippet = new EvidenceText(hit.snippet());
    hit.matches().forEach(span -> snippet.mark(span, "match", ""));
    return new AdvertCard(
        advert.id(),
        Paths.advert(advert.id()),
        new EvidenceText(MaskedText.titleOf(hit.advert())).pieces(),
        snippet.pieces(),
        advert.site(),
        advert.channel().label(),
        hit.advert().language(),
        Words.day(advert.time()),
        Words.risk(hit.risk().probability()),
        isOwn(hit) ? band(hit) : hit.risk().probability() >= HIGH ? "risk-high" : "risk-open",
        isOwn(hit) ? hit.advert().assessment().form() : "",
        reasons(hit.advert().assessment().reasons()),
        strongest(hit.advert().indicators()),
        hit.timesSeen(),
        hit.clusterId(),
        hit.clusterSize(),
        hit.goneSince() == null ? "" : Words.day(hit.goneSince()),
        hit.risk().of().name().toLowerCase(Locale.ROOT),
        group(hit.risk()),
        new Own(Words.risk(hit.advert().assessment().riskProbability()), band(hit)),
        meaning,
        hit.alike() - 1);
  }

  private static boolean isOwn(SearchResult.Hit hit) {
    return hit.risk().of() == ShownRisk.Of.OWN;
  }

  private static String group(ShownRisk risk) {
    return switch (risk.of()) {
      case OWN -> "";
      case GROUP -> Paths.cluster(risk.group());
      case NETWORK -> Paths.network(risk.group());
    };
  }

  /** An abstention has its own look, so that its number isn't read as a judgement. */
  private static String band(SearchResult.Hit hit) {
    Outcome outcome = hit.advert().assessment().outcome();
    return switch (outcome) {
      case RISK -> "risk-high";
      case UNDETERMINED -> "risk-open";
      default -> "risk-low";
    };
  }

  private static List<String> reasons(List<Reason> reasons) {
    return reasons.stream()
        .filter(reason -> reason.contribution() > 0)
        .sorted(Comparator.comparingDouble(Reason::contribution).reversed())
        .limit(MOST_REASONS)
        .map(reason ->
            "+%s %s"
                .formatted(
                    Words.probability(reason.contribution()),
                    SafeText.line(Defanged.text(reason.feature()))))
        .toList();
  }

  private static List<SignMark> strongest(List<Indicator> indicators) {
    return indicators.stream()
        .filter(Indicator::scored)
        .sorted(Comparator.comparing(Indicator::grade).thenComparing(Indicator::id))
        .limit(MOST_INDICATORS)
        .map(SignMark::brief)
        .toList();
  }
}
