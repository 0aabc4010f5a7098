package org.vigie.pipeline.network;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.vigie.advert.NetworkEdge;
import org.vigie.advert.NetworkProfile;
import org.vigie.advert.SharedMeaning;

/** All clusters and contacts that hang together. */
final class Component {
  /** More than a person reads; it bounds the document of a huge network. */
  private static final int MAX_MEMBERS = 200;

  private static final int MAX_EDGES = 500;

  final SortedMap<String, PlacedNode> clusters = new TreeMap<>();
  final SortedMap<String, ContactTies> contacts = new TreeMap<>();
  final TreeSet<String> cuts = new TreeSet<>();

  /** One cluster is a cluster; a network joins several. */
  boolean isNetwork() {
    return clusters.size() > 1;
  }

  /** Returns whether none of its clusters will change any more. */
  boolean isForgotten() {
    return clusters.values().stream().allMatch(placed -> placed.node().forgotten());
  }

  /** Returns its name: that of its smallest cluster, as a cluster has that of its smallest id. */
  String name() {
    return "n-" + clusters.firstKey().substring(2);
  }

  /** Returns the names of networks under which its members are placed. */
  SortedSet<String> placedUnder() {
    SortedSet<String> names = new TreeSet<>();
    clusters.values().forEach(placed -> names.add(placed.network()));
    contacts.values().forEach(ties -> names.add(ties.network));
    names.remove("");
    return names;
  }

  /** Returns its clusters, in order of their names. */
  List<NetworkNode> nodes() {
    return clusters.values().stream().map(PlacedNode::node).toList();
  }

  /** Returns it as the index shows it. */
  NetworkProfile profile() {
    List<NetworkNode> nodes = nodes();
    List<NetworkEdge> edges = edges(nodes);
    Map<String, Long> sizes = new HashMap<>();
    Map<String, Long> adverts = new HashMap<>();
    nodes.forEach(node -> sizes.put(node.cluster(), node.adverts()));
    edges.stream()
        .filter(edge -> !SharedMeaning.isOne(edge.contact()))
        .forEach(edge -> adverts.merge(edge.contact(), edge.adverts(), Long::sum));
    long size = nodes.stream().mapToLong(NetworkNode::adverts).sum();
    long risk = nodes.stream().mapToLong(NetworkNode::riskMillionths).sum();
    long assessed = nodes.stream().mapToLong(NetworkNode::assessed).sum();
    return new NetworkProfile(
        name(),
        size,
        clusters.size(),
        contacts.keySet().stream().filter(key -> !SharedMeaning.isOne(key)).count(),
        edges.size(),
        nodes.stream().map(NetworkNode::firstSeen).min(Instant::compareTo).orElseThrow(),
        nodes.stream().map(NetworkNode::lastSeen).max(Instant::compareTo).orElseThrow(),
        most(sizes),
        most(adverts),
        most(sum(nodes, NetworkNode::countries)),
        most(sum(nodes, NetworkNode::sites)),
        most(sum(nodes, NetworkNode::channels)),
        edges.stream().limit(MAX_EDGES).toList(),
        cuts.stream().filter(key -> !SharedMeaning.isOne(key)).limit(MAX_MEMBERS).toList(),
        nodes.stream().mapToDouble(NetworkNode::highestRisk).max().orElseThrow(),
        assessed == 0 ? null : risk / 1_000_000.0 / assessed,
        assessed,
        null);
  }

  /** Returns its edges, contacts of the most clusters first: they are what holds it together. */
  private List<NetworkEdge> edges(List<NetworkNode> nodes) {
    Set<String> joining = joining();
    List<NetworkEdge> edges = new ArrayList<>();
    for (NetworkNode node : nodes) {
      node.contacts()
          .forEach((contact, adverts) -> {
            if (joining.contains(contact)) {
              edges.add(new NetworkEdge(node.cluster(), contact, adverts));
            }
          });
    }
    Map<String, Integer> spread = new HashMap<>();
    contacts.forEach((contact, ties) -> spread.put(contact, ties.clusters.size()));
    edges.sort(
        Comparator.<NetworkEdge>comparingInt(edge -> -spread.getOrDefault(edge.contact(), 0))
            .thenComparing(NetworkEdge::contact)
            .thenComparing(NetworkEdge::cluster));
    return edges;
  }

  /**
   * Returns all contacts, and of what is said alike that which joins several clusters: once, where
   * the same say several things alike.
   */
  private Set<String> joining() {
    Set<String> joining = new TreeSet<>();
    Set<String> told = new HashSet<>();
    contacts.forEach((key, ties) -> {
      boolean isContact = !SharedMeaning.isOne(key);
      if (isContact
          || (ties.clusters.size() > 1
              && told.add(SharedMeaning.described(key) + new TreeSet<>(ties.clusters)))) {
        joining.add(key);
      }
    });
    return joining;
  }

  private static Map<String, Long> sum(
      List<NetworkNode> nodes, Function<NetworkNode, Map<String, Long>> counts) {
    Map<String, Long> sum = new HashMap<>();
    nodes.forEach(node ->
        counts.apply(node).forEach((value, adverts) -> sum.merge(value, adverts, Long::sum)));
    return sum;
  }

  /** Returns the highest counts, the alphabetically first of equals. */
  private static Map<String, Long> most(Map<String, Long> counts) {
    Map<String, Long> most = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MAX_MEMBERS)
        .forEach(entry -> most.put(entry.getKey(), entry.getValue()));
    return most;
  }
}
