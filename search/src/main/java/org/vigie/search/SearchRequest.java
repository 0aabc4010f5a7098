package org.vigie.search;

import java.time.Duration;

/**
 * A search as a person types it.
 *
 * @param query in the query language; empty for everything
 * @param offset hits to pass over, at least 0
 * @param limit most hits to return, at least 0; {@code offset + limit} is at most {@link
 *     #MAX_DEPTH}
 * @param order how to order them
 * @param facets most values to count per facet; 0 for no facets
 * @param timeout after which what was found so far is returned, marked partial; more than 0
 * @param folds whether of the adverts of one cluster the best alone is a hit; offset and limit then
 *     count these
 */
public record SearchRequest(
    String query, int offset, int limit, Order order, int facets, Duration timeout, boolean folds) {
  /** Further down a list nobody pages; {@link AdvertIndex#forEachAdvert} has no such limit. */
  public static final int MAX_DEPTH = 100_000;

  private static final int DEFAULT_LIMIT = 20;
  private static final int DEFAULT_FACETS = 5;
  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

  /** Orders of hits; adverts of equal rank come in order of their ids. */
  public enum Order {
    /** Highest risk first, whether the advert's own, its cluster's or its network's. */
    RISK,
    /** Best match of the words first; as {@link #RISK} if the query has no words. */
    RELEVANCE,
    /** Latest event time first. */
    NEWEST,
    /** Adverts of the largest clusters first. */
    SIZE
  }

  public SearchRequest {
    require(offset >= 0, "offset must be at least 0, but was " + offset);
    require(limit >= 0, "limit must be at least 0, but was " + limit);
    require(
        (long) offset + limit <= MAX_DEPTH,
        "offset + limit must be at most %d, but was %d + %d".formatted(MAX_DEPTH, offset, limit));
    require(facets >= 0, "facets must be at least 0, but was " + facets);
    require(timeout.isPositive(), "timeout must be more than 0, but was " + timeout);
  }

  /** A request for every advert by itself. */
  public SearchRequest(
      String query, int offset, int limit, Order order, int facets, Duration timeout) {
    this(query, offset, limit, order, facets, timeout, false);
  }

  /** Returns the same request, for the best advert of each cluster. */
  public SearchRequest folded() {
    return new SearchRequest(query, offset, limit, order, facets, timeout, true);
  }

  /** Returns the first 20 hits of a query by relevance with facets; it may take five seconds. */
  public static SearchRequest of(String query) {
    return new SearchRequest(
        query, 0, DEFAULT_LIMIT, Order.RELEVANCE, DEFAULT_FACETS, DEFAULT_TIMEOUT);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
