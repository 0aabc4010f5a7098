package org.vigie.search.hidden;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.vigie.advert.AssessedAdvert;

/** What is hidden of one network. */
final class HiddenPart {
  /**
   * Two ends of an edge.
   *
   * @param cluster present name
   * @param contact key
   */
  record Ends(String cluster, String contact) {}

  /** Its hidden adverts. */
  final PartTally tally = new PartTally();

  /** Clusters of which nothing is shown. */
  final Set<String> clusters = new HashSet<>();

  /** Contacts that no advert names which is shown. */
  final Set<String> contacts = new HashSet<>();

  /** Cluster → hidden adverts of it. */
  final Map<String, Long> sizes = new HashMap<>();

  /** Edge → hidden adverts that it rests on. */
  final Map<Ends, Long> edges = new HashMap<>();

  void add(String cluster, AssessedAdvert advert, Set<String> keys) {
    tally.add(advert);
    clusters.add(cluster);
    sizes.merge(cluster, 1L, Long::sum);
    keys.forEach(key -> edges.merge(new Ends(cluster, key), 1L, Long::sum));
  }
}
