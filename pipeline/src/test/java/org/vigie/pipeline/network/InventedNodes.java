package org.vigie.pipeline.network;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** Invented clusters as networks are made of them, and what becomes of them by chance. */
final class InventedNodes {
  private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");

  private InventedNodes() {}

  static NetworkNode node(int number, Set<String> contacts, int second) {
    return node(number, contacts, second, "", "example.org");
  }

  static NetworkNode node(
      int number, Set<String> contacts, int second, String employer, String site) {
    Map<String, Long> counts = new HashMap<>();
    contacts.forEach(contact -> counts.put(contact, 2L));
    return new NetworkNode(
        cluster(number),
        3,
        MONDAY.plusSeconds(second),
        MONDAY.plusSeconds(second + 5),
        counts,
        Map.of("IE", 3L),
        Map.of(site, 3L),
        Map.of("classifieds", 3L),
        Map.of("LX-07", 3L, "RC-06", 2L, "RC-04", 2L),
        List.of("model-1"),
        3,
        employer,
        1_500_000,
        0.75,
        Map.of("Galway", 3L),
        Map.of(),
        List.of("OA-02"),
        false,
        List.of(),
        0);
  }

  static NetworkNode without(NetworkNode node) {
    return with(node, Map.of(), node.assessed());
  }

  static NetworkNode assessed(NetworkNode node, long assessed) {
    return with(node, node.indicators(), assessed);
  }

  private static NetworkNode with(NetworkNode node, Map<String, Long> indicators, long assessed) {
    return new NetworkNode(
        node.cluster(),
        node.adverts(),
        node.firstSeen(),
        node.lastSeen(),
        node.contacts(),
        node.countries(),
        node.sites(),
        node.channels(),
        indicators,
        node.models(),
        assessed,
        node.employer(),
        node.riskMillionths(),
        node.highestRisk(),
        node.places(),
        node.names(),
        node.wholes(),
        false,
        List.of(),
        0);
  }

  private static NetworkNode named(NetworkNode node, Set<String> contacts) {
    int number = Integer.parseInt(node.cluster().substring(2), 16);
    return node(number, contacts, (int) (node.firstSeen().getEpochSecond() % 60), "", node.site());
  }

  private static String site(Random random) {
    return random.nextInt(5) + ".example.org";
  }

  static String cluster(int number) {
    return String.format("c-%020x", number);
  }

  /** Returns the id of a network that is named after a cluster. */
  static String network(int number) {
    return "n-" + cluster(number).substring(2);
  }

  /**
   * Clusters come, grow, stand on other sites, are joined under the earlier name; the last state is
   * kept.
   */
  static List<NetworkNode> history(Random random, SortedMap<String, NetworkNode> clusters) {
    List<NetworkNode> history = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      int what = random.nextInt(5);
      if (what == 0 && clusters.size() > 1) {
        List<String> names = new ArrayList<>(clusters.keySet());
        Collections.shuffle(names, random);
        NetworkNode one = clusters.get(names.get(0));
        NetworkNode gone = clusters.remove(names.get(1));
        Set<String> contacts = new TreeSet<>(one.contacts().keySet());
        contacts.addAll(gone.contacts().keySet());
        NetworkNode joined = named(one, contacts);
        clusters.put(joined.cluster(), joined);
        history.add(NetworkNode.gone(gone.cluster()));
        history.add(joined);
      } else if (what == 1 && !clusters.isEmpty()) {
        List<NetworkNode> all = new ArrayList<>(clusters.values());
        NetworkNode one = all.get(random.nextInt(all.size()));
        int second = (int) (one.firstSeen().getEpochSecond() % 60);
        int number = Integer.parseInt(one.cluster().substring(2), 16);
        NetworkNode moved = node(number, one.contacts().keySet(), second, "", site(random));
        clusters.put(moved.cluster(), moved);
        history.add(moved);
      } else {
        Set<String> contacts = new TreeSet<>();
        for (int c = 0; c <= random.nextInt(3); c++) {
          contacts.add("phone:" + (random.nextInt(3) == 0 ? "shared" : "p" + random.nextInt(40)));
        }
        NetworkNode node = node(i, contacts, random.nextInt(40), "", site(random));
        clusters.put(node.cluster(), node);
        history.add(node);
      }
    }
    return history;
  }
}
