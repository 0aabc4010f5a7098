package org.vigie.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.search.meaning.TakenFor;

/**
 * What a search found, as programs are given it: adverts in short forms. The full text of one is
 * asked for by its id.
 *
 * @param total as {@link SearchResult#total}
 * @param loosened as {@link SearchResult#loosened}
 * @param partial as {@link SearchResult#partial}
 * @param hits one page of them
 * @param facets as {@link SearchResult#facets}
 * @param estimated as {@link SearchResult#estimated}
 * @param cards as {@link SearchResult#cards}
 * @param takenFor as {@link SearchResult#takenFor}
 */
public record SearchListing(
    long total,
    boolean loosened,
    boolean partial,
    List<ShortAdvert> hits,
    Map<String, Map<String, Long>> facets,
    boolean estimated,
    long cards,
    List<TakenFor> takenFor) {
  /**
   * Returns a result with its adverts in short forms.
   *
   * @param withheld ids of those that are given without a snippet
   */
  public static SearchListing of(SearchResult found, Set<String> withheld) {
    return new SearchListing(
        found.total(),
        found.loosened(),
        found.partial(),
        found.hits().stream()
            .map(hit -> ShortAdvert.of(hit, withheld.contains(hit.advert().advert().id())))
            .toList(),
        found.facets(),
        found.estimated(),
        found.cards(),
        found.takenFor());
  }
}
