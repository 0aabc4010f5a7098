package org.vigie.search;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * A search as a person types it.
 *
 * @param query in the query language; empty for everything
 * @param offset hits to pass over, at least 0
 * @param limit most hits to return, at least 0
 * @param order how to order them
 * @param facets most values to count per facet; 0 for no facets
 * @param timeout after which what was found so far is returned, marked partial
 * @param phonesIn finds the E.164 numbers in a text as typed, however disguised
 */
public record SearchRequest(
    String query,
    int offset,
    int limit,
    Order order,
    int facets,
    Duration timeout,
    Function<String, List<String>> phonesIn) {
  /** Orders of hits. */
  public enum Order {
    RISK,
    RELEVANCE,
    NEWEST
  }
}
