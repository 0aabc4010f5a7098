package org.vigie.web.pages.part;

import java.util.Comparator;
import java.util.List;
import org.vigie.advert.Advert;
import org.vigie.advert.Indicator;
import org.vigie.search.MaskedText;
import org.vigie.search.SearchResult;
import org.vigie.text.safe.Words;
import org.vigie.web.Worded;

/**
 * One advert in a list.
 *
 * @param id the advert's id
 * @param text what it says
 * @param stood where and when it was met
 * @param risk the highest of its own risk, its cluster's and its network's
 * @param indicators the strongest indicators that count
 * @param cluster its cluster
 * @param alike how many others of the adverts found the card stands for
 */
public record AdvertCard(
    String id,
    Excerpt text,
    Appearance stood,
    CardRisk risk,
    List<SignMark> indicators,
    SearchResult.Cluster cluster,
    long alike) {
  private static final int MOST_INDICATORS = 3;

  /**
   * What an advert says, in short.
   *
   * @param title its beginning, masked and as long as a snippet at most; or empty
   * @param snippet text round the matches; none if it is withheld
   * @param withheld name of the phrase that says why there is no snippet, or empty
   */
  public record Excerpt(List<Piece> title, List<Piece> snippet, String withheld) {
    static Excerpt of(SearchResult.Hit hit, String withheld) {
      EvidenceText snippet = new EvidenceText(hit.snippet().text());
      hit.snippet().matches().forEach(span -> snippet.mark(span, "match"));
      return new Excerpt(
          new EvidenceText(MaskedText.titleOf(hit.advert())).pieces(),
          withheld.isEmpty() ? snippet.pieces() : List.of(),
          withheld);
    }
  }

  /**
   * Where and when an advert was met.
   *
   * @param site where it stood
   * @param channel the kind of place it stood in
   * @param language ISO 639-1 code
   * @param day when its site says it was posted, else when it was seen
   * @param posted whether its site says that day
   * @param times how often it was met
   * @param goneSince the day since which it is gone, or empty
   */
  public record Appearance(
      String site,
      String channel,
      String language,
      String day,
      boolean posted,
      long times,
      String goneSince) {
    static Appearance of(SearchResult.Hit hit) {
      Advert advert = hit.advert().advert();
      return new Appearance(
          advert.site(),
          advert.channel().label(),
          hit.advert().language(),
          Words.day(advert.time()),
          advert.postedAt() != null,
          hit.timesSeen(),
          hit.goneSince() == null ? "" : Words.day(hit.goneSince()));
    }
  }

  /**
   * @param meaning what a risk near certainty comes to at the channel's base rate, or empty
   * @param withheld as {@link Excerpt#withheld}
   */
  static AdvertCard of(SearchResult.Hit hit, Worded meaning, String withheld) {
    return new AdvertCard(
        hit.advert().advert().id(),
        Excerpt.of(hit, withheld),
        Appearance.of(hit),
        CardRisk.of(hit, meaning),
        strongest(hit.advert().indicators()),
        hit.cluster(),
        hit.alike() - 1);
  }

  /** Returns the path of the advert's page. */
  public String path() {
    return Paths.advert(id);
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
