package org.vigie.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.AssessedAdvert;
import org.vigie.search.meaning.TakenFor;

/**
 * What a search found.
 *
 * @param total number of adverts that match
 * @param loosened whether no advert has all the words asked for, and so those that have some of
 *     them are shown
 * @param partial whether the search was cut short by its timeout
 * @param hits one page of them
 * @param facets facet name → value → number of adverts, most first; in a fixed order
 * @param estimated whether these numbers are told from a part of the adverts, since there are many
 * @param cards number of hits on all pages: as {@code total}, or fewer where adverts of one cluster
 *     are folded into one
 * @param takenFor what each word that was looked for in other languages was taken for, in the order
 *     of the query; empty if none was
 */
public record SearchResult(
    long total,
    boolean loosened,
    boolean partial,
    List<Hit> hits,
    Map<String, Map<String, Long>> facets,
    boolean estimated,
    long cards,
    List<TakenFor> takenFor) {
  /** A result of a search in no language but that of its words. */
  public SearchResult(
      long total,
      boolean loosened,
      boolean partial,
      List<Hit> hits,
      Map<String, Map<String, Long>> facets,
      boolean estimated,
      long cards) {
    this(total, loosened, partial, hits, facets, estimated, cards, List.of());
  }

  /** Returns the same with what words were taken for. */
  public SearchResult taking(List<TakenFor> words) {
    return new SearchResult(
        total, loosened, partial, hits, facets, estimated, cards, List.copyOf(words));
  }

  /** A result whose facets, if it has any, are counted one by one. */
  public SearchResult(
      long total,
      boolean loosened,
      boolean partial,
      List<Hit> hits,
      Map<String, Map<String, Long>> facets) {
    this(total, loosened, partial, hits, facets, false, total);
  }

  /**
   * Returns the snippet of each of some hits by the id of its advert, but for those that show the
   * beginning of a text, which every list shows.
   */
  public static Map<String, String> movedSnippets(List<Hit> hits) {
    return hits.stream()
        .filter(hit -> !MaskedText.of(hit.advert()).startsWith(hit.snippet().text()))
        .collect(
            Collectors.toMap(
                hit -> hit.advert().advert().id(),
                hit -> hit.snippet().text(),
                (one, same) -> one));
  }

  /**
   * One advert that matches. In JSON the parts of its cluster and snippet stand beside the others.
   *
   * @param advert the advert
   * @param cluster its cluster
   * @param timesSeen how often it was met, at least 1
   * @param snippet text around the matches
   * @param goneSince {@link org.vigie.advert.Sighting#goneSince}
   * @param risk the highest of its own risk, its cluster's and its network's
   * @param alike how many of the adverts found it stands for, itself among them: 1 where none is
   *     folded
   */
  public record Hit(
      AssessedAdvert advert,
      @JsonUnwrapped Cluster cluster,
      long timesSeen,
      @JsonUnwrapped Snippet snippet,
      @Nullable Instant goneSince,
      ShownRisk risk,
      long alike) {
    /** An advert whose own risk is the highest, and which stands for itself. */
    public Hit(
        AssessedAdvert advert,
        Cluster cluster,
        long timesSeen,
        Snippet snippet,
        @Nullable Instant goneSince) {
      this(advert, cluster, timesSeen, snippet, goneSince, ShownRisk.own(advert), 1);
    }
  }

  /**
   * The cluster of an advert.
   *
   * @param id its present name, or empty if the advert is alone
   * @param size adverts in it, at least 1
   */
  public record Cluster(
      @JsonProperty("clusterId") String id, @JsonProperty("clusterSize") long size) {
    /** What an advert has that is alone. */
    public static final Cluster NONE = new Cluster("", 1);
  }
}
