package org.vigie.pipeline.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.pipeline.network.InventedNodes.assessed;
import static org.vigie.pipeline.network.InventedNodes.cluster;
import static org.vigie.pipeline.network.InventedNodes.history;
import static org.vigie.pipeline.network.InventedNodes.network;
import static org.vigie.pipeline.network.InventedNodes.node;
import static org.vigie.pipeline.network.InventedNodes.without;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.NetworkProfile;
import org.vigie.pipeline.state.LateSnapshot;

/** Random histories of clusters, with restarts, against plain connected components. */
class JoinNetworksTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void findsTheConnectedComponentsAfterCutsWhateverCameBefore(long seed) throws Exception {
    Random random = new Random(seed);
    SortedMap<String, NetworkNode> clusters = new TreeMap<>();
    List<NetworkNode> history = history(random, clusters);

    NetworkIndex index = indexAfter(history, random);

    assertThat(index.members()).as("seed %d", seed).isEqualTo(components(clusters.values()));
    assertThat(index.cuts.keySet()).as("seed %d", seed).isEqualTo(generic(clusters.values()));
    assertThat(index).as("seed %d", seed).isEqualTo(indexAfter(copy(clusters), new Random(seed)));
    index
        .networks
        .values()
        .forEach(network -> assertThat(index.places()).containsValue(network.id()));
  }

  @Test
  void leavesAnAliasWhenANetworkIsJoinedToAnEarlierOne() throws Exception {
    NetworkNode first = node(1, Set.of("phone:a"), 1);
    NetworkNode second = node(2, Set.of("phone:a"), 2);
    NetworkNode third = node(3, Set.of("phone:b"), 3);
    NetworkNode fourth = node(4, Set.of("phone:b"), 4);
    NetworkNode both = node(2, Set.of("phone:a", "phone:b"), 2);

    NetworkIndex index = new NetworkIndex();
    try (var operator = new NetworksHarness()) {
      operator.open();
      for (NetworkNode node : List.of(first, second, third, fourth)) {
        operator.processElement(node, 0);
      }
      operator.prepareSnapshotPreBarrier(1);
      operator.processElement(both, 0);
      operator.prepareSnapshotPreBarrier(2);
      operator.extractOutputValues().forEach(index::apply);
    }

    String joined = "n-" + first.cluster().substring(2);
    assertThat(index.networks).containsOnlyKeys(joined);
    assertThat(index.aliases)
        .containsExactly(Map.entry("n-" + third.cluster().substring(2), joined));
    assertThat(index.networks.get(joined).edgeCount()).isEqualTo(5);
  }

  @Test
  void hasTheMeanRiskOfTheAdvertsThatWereAssessed() throws Exception {
    NetworkNode partly = assessed(node(1, Set.of("phone:a"), 1), 2);
    NetworkNode unread = node(2, Set.of("phone:a"), 2).withoutSignsAndRisk();
    NetworkNode alsoUnread = node(3, Set.of("phone:b"), 3).withoutSignsAndRisk();
    NetworkNode neither = node(4, Set.of("phone:b"), 4).withoutSignsAndRisk();

    NetworkIndex index = indexAfter(List.of(partly, unread, alsoUnread, neither), new Random(1));

    NetworkProfile some = index.networks.get(network(1));
    assertThat(some.adverts()).isEqualTo(6);
    assertThat(some.assessed()).isEqualTo(2);
    assertThat(some.meanRisk()).isEqualTo(0.75);
    assertThat(index.networks.get(network(3)).meanRisk()).isNull();
  }

  @Test
  void raisesOneAlertAboutANetworkAndTakesItAlongWhenTheNetworkIsJoined() throws Exception {
    NetworkIndex index = new NetworkIndex();
    try (var operator = new NetworksHarness()) {
      operator.open();
      operator.processElement(node(3, Set.of("phone:b"), 3), 0);
      operator.processElement(node(4, Set.of("phone:b"), 4), 0);
      operator.prepareSnapshotPreBarrier(1);
      operator.extractOutputValues().forEach(index::apply);
      assertThat(index.alerts.values()).containsExactly("n-" + cluster(3).substring(2));

      operator.processElement(node(1, Set.of("phone:a"), 1), 0);
      operator.processElement(node(2, Set.of("phone:a", "phone:b"), 2), 0);
      operator.prepareSnapshotPreBarrier(2);
      operator.extractOutputValues().forEach(index::apply);
    }

    assertThat(index.alerts.values()).containsExactly("n-" + cluster(1).substring(2));
    assertThat(index.alertAliases)
        .containsExactly(
            Map.entry(NetworkAlerts.alertId(network(3)), NetworkAlerts.alertId(network(1))));
  }

  @Test
  void leavesOutTheLargestClusterWhichRaisesAnAlertByItself() throws Exception {
    NetworkIndex index = new NetworkIndex();
    try (var operator = new NetworksHarness()) {
      operator.open();
      operator.processElement(node(3, Set.of("phone:b"), 3), 0);
      operator.processElement(without(node(4, Set.of("phone:b"), 4)), 0);
      operator.prepareSnapshotPreBarrier(1);
      operator.extractOutputValues().forEach(index::apply);
    }

    assertThat(index.networks).hasSize(1);
    assertThat(index.alerts).isEmpty();
  }

  @Test
  void partsWhatAContactJoinedThatAClusterLost() throws Exception {
    NetworkIndex index =
        NetworksHarness.indexAfter(
            List.of(
                node(1, Set.of("phone:a", "phone:b"), 1),
                node(2, Set.of("phone:a"), 2),
                node(3, Set.of("phone:b"), 3)),
            List.of(node(1, Set.of("phone:a"), 1)),
            List.of(node(3, Set.of("phone:c"), 3)));

    assertThat(index.members()).containsExactly(Set.of(cluster(1), cluster(2), "phone:a"));
    assertThat(index.networks).containsOnlyKeys("n-" + cluster(1).substring(2));
  }

  private static List<NetworkNode> copy(SortedMap<String, NetworkNode> clusters) {
    List<NetworkNode> nodes = new ArrayList<>(clusters.values());
    Collections.reverse(nodes);
    return nodes;
  }

  private static Set<String> generic(Iterable<NetworkNode> clusters) {
    Map<String, Integer> degrees = new HashMap<>();
    Map<String, Set<String>> sites = new HashMap<>();
    for (NetworkNode node : clusters) {
      for (String contact : node.contacts().keySet()) {
        degrees.merge(contact, 1, Integer::sum);
        sites.computeIfAbsent(contact, unused -> new TreeSet<>()).add(node.site());
      }
    }
    Set<String> generic = new TreeSet<>(degrees.keySet());
    generic.removeIf(contact ->
        degrees.get(contact) <= NetworksHarness.FEW.maxTexts()
            && sites.get(contact).size() <= NetworksHarness.FEW.maxSites());
    return generic;
  }

  /** Joins by brute force: names are spread until nothing changes. */
  private static Set<Set<String>> components(Iterable<NetworkNode> clusters) {
    Set<String> generic = generic(clusters);
    Map<String, Set<String>> all = new HashMap<>();
    for (NetworkNode node : clusters) {
      Set<String> joined = new TreeSet<>(Set.of(node.cluster()));
      for (String contact : node.contacts().keySet()) {
        if (!generic.contains(contact)) {
          joined.add(contact);
        }
      }
      for (String member : List.copyOf(joined)) {
        joined.addAll(all.getOrDefault(member, Set.of()));
      }
      joined.forEach(member -> all.put(member, joined));
    }
    Set<Set<String>> networks = new java.util.HashSet<>(all.values());
    networks.removeIf(members -> members.stream().filter(m -> m.startsWith("c-")).count() < 2);
    return networks;
  }

  private static NetworkIndex indexAfter(List<NetworkNode> history, Random random)
      throws Exception {
    NetworkIndex index = new NetworkIndex();
    OperatorSubtaskState saved = null;
    int at = 0;
    while (at < history.size()) {
      long checkpoint = at + 1;
      try (var operator = new NetworksHarness()) {
        if (saved != null) {
          operator.initializeState(saved);
        }
        operator.open();
        int until = Math.min(history.size(), at + 1 + random.nextInt(40));
        for (; at < until; at++) {
          operator.processElement(history.get(at), 0);
        }
        operator.prepareSnapshotPreBarrier(checkpoint);
        operator.extractOutputValues().forEach(index::apply);
        List<NetworkNode> lost = history.subList(at, Math.min(history.size(), at + 40));
        saved = LateSnapshot.of(operator, checkpoint, lost);
      }
    }
    return index;
  }
}
