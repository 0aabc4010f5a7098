package org.vigie.pipeline.alert;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.search.StoredQuery;

/**
 * All that people asked to be told of.
 *
 * @param queries stored queries, of different names
 * @param watchlist contacts and texts
 */
public record Watch(List<StoredQuery> queries, Watchlist watchlist) implements Serializable {
  public Watch {
    queries = List.copyOf(queries);
  }

  /** Returns stored queries alone. */
  public static Watch of(List<StoredQuery> queries) {
    return new Watch(queries, Watchlist.empty());
  }

  /** Returns stored queries and watched texts by their keys. */
  public Map<String, Matcher> matchers() {
    List<Matcher> all = new ArrayList<>();
    queries.forEach(query -> all.add(Matcher.of(query)));
    watchlist.templates().forEach(template -> all.add(Matcher.of(template)));
    Map<String, Matcher> byKey = new LinkedHashMap<>();
    all.forEach(matcher -> byKey.put(matcher.key(), matcher));
    return byKey;
  }
}
