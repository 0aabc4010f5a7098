package org.vigie.pipeline.alert;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.search.StoredQuery;

/**
 * All that people asked to be told of.
 *
 * @param queries stored queries, of different names
 * @param watchlist contacts and texts
 */
public record Watch(List<StoredQuery> queries, Watchlist watchlist) implements Serializable {
  /** Rules whose name is in the ids of alerts on clusters and adverts, as a query's name is. */
  private static final Set<String> RULES = Set.of(Matcher.CRY_FOR_HELP, AlertRules.CAMPAIGN);

  /**
   * @throws IllegalArgumentException if alerts of a query would have the ids of a rule's
   */
  public Watch {
    queries = List.copyOf(queries);
    queries.forEach(query -> requireNoRule(query.name()));
  }

  /** Returns stored queries alone. */
  public static Watch of(List<StoredQuery> queries) {
    return new Watch(queries, Watchlist.empty());
  }

  /** Returns stored queries, watched texts and the rule of cries for help by their keys. */
  public Map<String, Matcher> matchers() {
    List<Matcher> all = new ArrayList<>();
    queries.forEach(query -> all.add(Matcher.of(query)));
    watchlist.templates().forEach(template -> all.add(Matcher.of(template)));
    all.add(Matcher.ofCriesForHelp());
    Map<String, Matcher> byKey = new LinkedHashMap<>();
    all.forEach(matcher -> byKey.put(matcher.key(), matcher));
    return byKey;
  }

  private static void requireNoRule(String name) {
    if (RULES.contains(name)) {
      throw new IllegalArgumentException(
          "a stored query needs a name that no rule has, but one is named "
              + name
              + ": give it another name");
    }
  }
}
