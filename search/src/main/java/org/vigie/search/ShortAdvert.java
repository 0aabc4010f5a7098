package org.vigie.search;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.Indicator;
import org.vigie.advert.Span;

/**
 * An advert in a list for programs, without its full text, contacts and reasons. In JSON the parts
 * of its parts stand beside its id.
 *
 * @param id the advert's id, by which its full text is asked for
 * @param excerpt what it says, in short
 * @param place where it stood
 * @param times when
 * @param clues what Vigie made of it
 * @param cluster its cluster
 * @param alike as {@link SearchResult.Hit#alike}
 */
public record ShortAdvert(
    String id,
    @JsonUnwrapped Excerpt excerpt,
    @JsonUnwrapped Place place,
    @JsonUnwrapped Times times,
    @JsonUnwrapped Clues clues,
    @JsonUnwrapped SearchResult.Cluster cluster,
    long alike) {
  /**
   * What an advert says, in short; dots stand for the wording of {@linkplain Indicator#masked
   * masked} signs.
   *
   * @param title the beginning of its title, at most 200 UTF-16 units; or empty
   * @param snippet text round the matches, or the beginning, as long at most; empty if withheld
   * @param matches spans of the matches in the snippet
   * @param withheld whether the reader's budget of full adverts has no room for the snippet
   */
  public record Excerpt(String title, String snippet, List<Span> matches, boolean withheld) {}

  /**
   * Where an advert stood.
   *
   * @param url as it was captured, or empty
   * @param language ISO 639-1 code of its text, or {@code und}
   */
  public record Place(Channel channel, String site, String url, String language) {}

  /**
   * When an advert stood there.
   *
   * @param postedAt when its site says it was posted; null if it doesn't say
   * @param seenAt when it was captured or taken in
   * @param timesSeen how often it was met, at least 1
   * @param goneSince {@link org.vigie.advert.Sighting#goneSince}
   */
  public record Times(
      @Nullable Instant postedAt, Instant seenAt, long timesSeen, @Nullable Instant goneSince) {}

  /**
   * What Vigie made of an advert.
   *
   * @param risk the highest of its own risk, its cluster's and its network's
   * @param outcome label of its own outcome
   * @param signs ids of the indicators that count, in their order
   */
  public record Clues(ShownRisk risk, String outcome, List<String> signs) {}

  static ShortAdvert of(SearchResult.Hit hit, boolean withheld) {
    Advert advert = hit.advert().advert();
    String title = MaskedText.titleOf(hit.advert());
    List<String> signs =
        hit.advert().indicators().stream().filter(Indicator::scored).map(Indicator::id).toList();
    return new ShortAdvert(
        advert.id(),
        withheld
            ? new Excerpt(title, "", List.of(), true)
            : new Excerpt(title, hit.snippet().text(), hit.snippet().matches(), false),
        new Place(advert.channel(), advert.site(), advert.url(), hit.advert().language()),
        new Times(advert.postedAt(), advert.seenAt(), hit.timesSeen(), hit.goneSince()),
        new Clues(hit.risk(), hit.advert().outcome(), signs),
        hit.cluster(),
        hit.alike());
  }
}
