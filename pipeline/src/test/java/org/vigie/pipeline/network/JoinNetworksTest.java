package org.vigie.pipeline.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
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
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.NetworkProfile;
import org.vigie.pipeline.alert.AlertRuleConfig;
import org.vigie.pipeline.index.IndexChange;

/** Random histories of clusters, with restarts, against plain connected components. */
class JoinNetworksTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
  private static final NetworkConfig FEW = new NetworkConfig(4, 3, 3);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void findsTheConnectedComponentsAfterCutsWhateverCameBefore(long seed) throws Exception {
    Random random = new Random(seed);
    SortedMap<String, NetworkNode> clusters = new TreeMap<>();
    List<NetworkNode> history = history(random, clusters);

    Index index = indexAfter(history, random);

    assertThat(index.members()).as("seed %d", seed).isEqualTo(components(clusters.values()));
    assertThat(index.cuts.keySet()).as("seed %d", seed).isEqualTo(generic(clusters.values()));
    assertThat(index).as("seed %d", seed).isEqualTo(indexAfter(copy(clusters), new Random(seed)));
    index
        .networks
        .values()
        .forEach(network -> assertThat(index.placed).containsValue(network.id()));
  }

  @Test
  void leavesAnAliasWhenANetworkIsJoinedToAnEarlierOne() throws Exception {
    NetworkNode first = node(1, Set.of("phone:a"), 1);
    NetworkNode second = node(2, Set.of("phone:a"), 2);
    NetworkNode third = node(3, Set.of("phone:b"), 3);
    NetworkNode fourth = node(4, Set.of("phone:b"), 4);
    NetworkNode both = node(2, Set.of("phone:a", "phone:b"), 2);

    Index index = new Index();
    try (var operator = harness(FEW)) {
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
  void raisesOneAlertAboutANetworkAndTakesItAlongWhenTheNetworkIsJoined() throws Exception {
    Index index = new Index();
    try (var operator = harness(FEW)) {
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
  }

  @Test
  void leavesOutTheLargestClusterWhichRaisesAnAlertByItself() throws Exception {
    Index index = new Index();
    try (var operator = harness(FEW)) {
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
  void saysWhyAContactOfStrangersJoinsNothing() throws Exception {
    Index index = new Index();
    try (var operator = harness(FEW)) {
      operator.open();
      for (int i = 0; i < 6; i++) {
        operator.processElement(node(i, Set.of("phone:hotline"), i), 0);
      }
      operator.prepareSnapshotPreBarrier(1);
      operator.extractOutputValues().forEach(index::apply);
    }

    assertThat(index.networks).isEmpty();
    assertThat(index.cuts)
        .containsExactly(Map.entry("phone:hotline", "in 6 unrelated texts, of at most 4"));
  }

  @Test
  void forgetsANetworkOnceAllItsClustersAreForgottenAndLeavesItInTheIndex() throws Exception {
    Index index = new Index();
    try (var operator = harness(FEW)) {
      operator.open();
      operator.processElement(node(1, Set.of("phone:a"), 1), 0);
      operator.processElement(node(2, Set.of("phone:a"), 2), 0);
      operator.processElement(NetworkNode.forgotten(cluster(1)), 0);
      operator.processWatermark(1);
      operator.processElement(node(3, Set.of("phone:a"), 3), 0);
      operator.prepareSnapshotPreBarrier(1);
      operator.extractOutputValues().forEach(index::apply);
      assertThat(index.networks.keySet()).containsExactly(network(1));
      assertThat(index.placed)
          .as("one of its clusters is remembered still")
          .containsEntry(cluster(3), network(1));

      operator.processElement(NetworkNode.forgotten(cluster(2)), 0);
      operator.processElement(NetworkNode.forgotten(cluster(3)), 0);
      operator.processWatermark(2);
      operator.getOutput().clear();
      operator.processElement(node(4, Set.of("phone:a"), 4), 0);
      operator.processElement(node(5, Set.of("phone:a"), 5), 0);
      operator.prepareSnapshotPreBarrier(2);
      operator.extractOutputValues().forEach(index::apply);
    }

    assertThat(index.networks.keySet()).containsExactlyInAnyOrder(network(1), network(4));
    assertThat(index.networks.get(network(4)).clusterCount()).isEqualTo(2);
    assertThat(index.networks.get(network(1)).clusterCount()).isEqualTo(3);
    assertThat(index.placed)
        .containsEntry(cluster(3), network(1))
        .containsEntry("phone:a", network(4));
  }

  @Test
  void forgetsWhateverCheckpointsAreTakenMeanwhile() throws Exception {
    for (int checkpoint = 0; checkpoint < 6; checkpoint++) {
      Index index = new Index();
      OperatorSubtaskState saved = null;
      List<NetworkNode> before =
          List.of(
              node(1, Set.of("phone:a"), 1),
              node(2, Set.of("phone:a", "phone:b"), 2),
              node(3, Set.of("phone:b"), 3),
              NetworkNode.forgotten(cluster(1)),
              NetworkNode.forgotten(cluster(2)));
      try (var operator = harness(FEW)) {
        operator.open();
        for (int i = 0; i < before.size(); i++) {
          operator.processElement(before.get(i), 0);
          if (i == checkpoint) {
            operator.prepareSnapshotPreBarrier(1);
          }
        }
        operator.processWatermark(1);
        operator.processElement(NetworkNode.forgotten(cluster(3)), 0);
        operator.processWatermark(2);
        operator.prepareSnapshotPreBarrier(2);
        operator.extractOutputValues().forEach(index::apply);
        saved = operator.snapshot(2, 2);
      }
      try (var operator = harness(FEW)) {
        operator.initializeState(saved);
        operator.open();
        operator.processElement(node(6, Set.of("phone:b"), 6), 0);
        operator.processElement(node(7, Set.of("phone:b"), 7), 0);
        operator.prepareSnapshotPreBarrier(3);
        operator.extractOutputValues().forEach(index::apply);
      }

      assertThat(index.networks.keySet())
          .as("checkpoint after %d", checkpoint)
          .containsExactlyInAnyOrder(network(1), network(6));
      assertThat(index.networks.get(network(1)).clusterCount()).isEqualTo(3);
    }
  }

  @Test
  void knowsThatAContactWasCutThoughAllItsClustersWereForgotten() throws Exception {
    Index index = new Index();
    try (var operator = harness(FEW)) {
      operator.open();
      for (int i = 0; i < 6; i++) {
        operator.processElement(node(i, Set.of("phone:hotline"), i), 0);
      }
      operator.prepareSnapshotPreBarrier(1);
      for (int i = 0; i < 6; i++) {
        operator.processElement(NetworkNode.forgotten(cluster(i)), 0);
      }
      operator.processWatermark(1);
      operator.extractOutputValues().forEach(index::apply);
      assertThat(index.cuts).containsOnlyKeys("phone:hotline");

      operator.getOutput().clear();
      operator.processElement(node(8, Set.of("phone:hotline"), 8), 0);
      operator.processElement(node(9, Set.of("phone:hotline"), 9), 0);
      operator.prepareSnapshotPreBarrier(2);
      operator.extractOutputValues().forEach(index::apply);
    }

    assertThat(index.cuts).as("two texts are no strangers").isEmpty();
    assertThat(index.networks.keySet()).containsExactly(network(8));
  }

  /**
   * Beside an operator that looks at all it has on each day, as each does on the first day after it
   * was started: it is started anew before every day.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void dropsWhatOneDropsThatLooksAtAllOnEachDay(long seed) throws Exception {
    Random random = new Random(seed);
    SortedMap<String, NetworkNode> clusters = new TreeMap<>();
    List<NetworkNode> history = history(random, clusters);
    List<Long> bytes = new ArrayList<>();
    OperatorSubtaskState saved = null;
    Index index = new Index();
    Index plain = new Index();
    try (var operator = harness(FEW)) {
      operator.open();
      for (int day = 0, at = 0; day < 30; day++) {
        List<NetworkNode> told = new ArrayList<>();
        for (int end = Math.min(history.size(), at + 8); at < end; at++) {
          told.add(history.get(at));
          if (random.nextInt(2) == 0) {
            String name = history.get(random.nextInt(at + 1)).cluster();
            told.add(NetworkNode.forgotten(name));
          }
        }
        if (day % 10 == 9) {
          history.subList(0, at).forEach(node -> told.add(NetworkNode.forgotten(node.cluster())));
        }
        boolean checkpoint = random.nextBoolean();
        feed(operator, told, checkpoint, day);
        try (var anew = harness(FEW)) {
          if (saved != null) {
            anew.initializeState(saved);
          }
          anew.open();
          feed(anew, told, checkpoint, day);
          anew.prepareSnapshotPreBarrier(100 + day);
          operator.prepareSnapshotPreBarrier(100 + day);
          anew.extractOutputValues().forEach(plain::apply);
          saved = anew.snapshot(100 + day, day);
          bytes.add(saved.getStateSize());
          assertThat(operator.snapshot(100 + day, day).getStateSize())
              .as("seed %d, day %d", seed, day)
              .isEqualTo(saved.getStateSize());
        }
      }
      operator.extractOutputValues().forEach(index::apply);
    }

    assertThat(index).as("seed %d", seed).isEqualTo(plain);
    assertThat(bytes).as("some are dropped").isNotEqualTo(bytes.stream().sorted().toList());
  }

  private static void feed(
      KeyedOneInputStreamOperatorTestHarness<Integer, NetworkNode, IndexChange> operator,
      List<NetworkNode> told,
      boolean checkpoint,
      int day)
      throws Exception {
    for (NetworkNode node : told) {
      operator.processElement(node, 0);
    }
    if (checkpoint) {
      operator.prepareSnapshotPreBarrier(day + 1);
    }
    operator.processWatermark(day + 1);
  }

  private static String network(int number) {
    return "n-" + cluster(number).substring(2);
  }

  @Test
  void countsTheEmployersAndSitesOfUnrelatedTexts() {
    CutRule rule = new CutRule(new NetworkConfig(100, 3, 3));
    List<NetworkNode> employers = new ArrayList<>();
    List<NetworkNode> sites = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      employers.add(node(i, Set.of("phone:a"), 0, "employer " + i, "example.org"));
      sites.add(node(i, Set.of("phone:a"), 0, "", i + ".example.org"));
    }

    assertThat(rule.reason(false, employers.subList(0, 3))).isEmpty();
    assertThat(rule.reason(false, employers))
        .isEqualTo("in unrelated texts of 5 employers, of at most 3");
    assertThat(rule.reason(false, sites)).isEqualTo("in unrelated texts of 5 sites, of at most 3");
    assertThat(rule.reason(true, List.of()))
        .isEqualTo("in more than 1000 unrelated texts, of at most 100");
  }

  @Test
  void forgetsTheClustersOfAContactThatHasTooManyAndKeepsItCut() throws Exception {
    Index index = new Index();
    OperatorSubtaskState saved;
    try (var operator = harness(FEW)) {
      operator.open();
      for (int i = 0; i <= NetworkConfig.MAX_TEXTS; i++) {
        operator.processElement(node(i, Set.of("phone:hotline"), i), 0);
      }
      operator.prepareSnapshotPreBarrier(1);
      saved = operator.snapshot(1, 1);
      operator.extractOutputValues().forEach(index::apply);
    }
    try (var operator = harness(FEW)) {
      operator.initializeState(saved);
      operator.open();
      operator.processElement(node(5_000, Set.of("phone:hotline", "phone:own"), 5), 0);
      operator.processElement(node(5_001, Set.of("phone:hotline", "phone:own"), 6), 0);
      operator.prepareSnapshotPreBarrier(2);
      operator.extractOutputValues().forEach(index::apply);
    }

    assertThat(index.networks.values())
        .singleElement()
        .satisfies(network -> {
          assertThat(network.contacts()).containsOnlyKeys("phone:own");
          assertThat(network.cuts()).containsExactly("phone:hotline");
        });
  }

  @Test
  void keepsWhatAnotherContactJoinsWhenOneBecomesThatOfTooMany() throws Exception {
    List<NetworkNode> many = new ArrayList<>();
    for (int i = 10; i <= 10 + NetworkConfig.MAX_TEXTS; i++) {
      many.add(node(i, Set.of("phone:hotline"), 5));
    }

    Index index =
        indexAfterBarriers(
            List.of(
                node(1, Set.of("phone:hotline", "phone:own"), 1),
                node(2, Set.of("phone:hotline", "phone:own"), 2),
                node(3, Set.of("phone:hotline"), 3)),
            many);

    assertThat(index.members()).containsExactly(Set.of(cluster(1), cluster(2), "phone:own"));
    assertThat(index.networks.values())
        .singleElement()
        .satisfies(network -> assertThat(network.contacts()).containsOnlyKeys("phone:own"));
  }

  @Test
  void partsWhatAContactJoinedThatAClusterLost() throws Exception {
    Index index =
        indexAfterBarriers(
            List.of(
                node(1, Set.of("phone:a", "phone:b"), 1),
                node(2, Set.of("phone:a"), 2),
                node(3, Set.of("phone:b"), 3)),
            List.of(node(1, Set.of("phone:a"), 1)),
            List.of(node(3, Set.of("phone:c"), 3)));

    assertThat(index.members()).containsExactly(Set.of(cluster(1), cluster(2), "phone:a"));
    assertThat(index.networks).containsOnlyKeys("n-" + cluster(1).substring(2));
  }

  @SafeVarargs
  private static Index indexAfterBarriers(List<NetworkNode>... pieces) throws Exception {
    Index index = new Index();
    try (var operator = harness(FEW)) {
      operator.open();
      for (int barrier = 0; barrier < pieces.length; barrier++) {
        for (NetworkNode node : pieces[barrier]) {
          operator.processElement(node, 0);
        }
        operator.prepareSnapshotPreBarrier(barrier + 1);
      }
      operator.extractOutputValues().forEach(index::apply);
    }
    return index;
  }

  private static String cluster(int number) {
    return String.format("c-%020x", number);
  }

  /** What the index holds after all changes were applied in order. */
  private static final class Index {
    final SortedMap<String, NetworkProfile> networks = new TreeMap<>();
    final SortedMap<String, String> placed = new TreeMap<>();
    final SortedMap<String, String> cuts = new TreeMap<>();
    final SortedMap<String, String> aliases = new TreeMap<>();
    final SortedMap<String, String> alerts = new TreeMap<>();

    void apply(IndexChange change) {
      if (change.alert() != null) {
        alerts.put(change.key(), change.alert().subject());
      } else if (change.deleted() == IndexChange.Deletion.ALERT) {
        alerts.remove(change.key());
      }
      if (change.network() != null) {
        networks.put(change.key(), change.network());
      } else if (change.placement() != null) {
        placed.put(change.key(), change.placement().networkId());
      } else if (change.cut() != null) {
        cuts.put(change.key(), change.cut().reason());
      } else if (change.alias() != null) {
        aliases.put(change.key(), change.alias().id());
      } else if (change.deleted() == IndexChange.Deletion.NETWORK) {
        networks.remove(change.key());
      } else if (change.deleted() == IndexChange.Deletion.NETWORK_MEMBERSHIP) {
        placed.remove(change.key());
      } else if (change.deleted() == IndexChange.Deletion.CONTACT_CUT) {
        cuts.remove(change.key());
      }
    }

    Set<Set<String>> members() {
      Map<String, Set<String>> members = new HashMap<>();
      placed.forEach((member, network) ->
          members.computeIfAbsent(network, unused -> new TreeSet<>()).add(member));
      return Set.copyOf(members.values());
    }

    /** Aliases tell of the past, which may differ. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Index index
          && networks.equals(index.networks)
          && placed.equals(index.placed)
          && alerts.equals(index.alerts)
          && cuts.equals(index.cuts);
    }

    @Override
    public int hashCode() {
      return placed.hashCode();
    }

    @Override
    public String toString() {
      return networks + " " + placed + " " + cuts;
    }
  }

  /** Clusters come, grow, are joined under the earlier name; the last state is kept. */
  private static List<NetworkNode> history(Random random, SortedMap<String, NetworkNode> clusters) {
    List<NetworkNode> history = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      int what = random.nextInt(4);
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
      } else {
        Set<String> contacts = new TreeSet<>();
        for (int c = 0; c <= random.nextInt(3); c++) {
          contacts.add("phone:" + (random.nextInt(3) == 0 ? "shared" : "p" + random.nextInt(40)));
        }
        NetworkNode node = node(i, contacts, random.nextInt(40));
        clusters.put(node.cluster(), node);
        history.add(node);
      }
    }
    return history;
  }

  private static List<NetworkNode> copy(SortedMap<String, NetworkNode> clusters) {
    List<NetworkNode> nodes = new ArrayList<>(clusters.values());
    Collections.reverse(nodes);
    return nodes;
  }

  private static Set<String> generic(Iterable<NetworkNode> clusters) {
    Map<String, Integer> degrees = new HashMap<>();
    clusters.forEach(
        node -> node.contacts().keySet().forEach(c -> degrees.merge(c, 1, Integer::sum)));
    degrees.values().removeIf(degree -> degree <= FEW.maxTexts());
    return degrees.keySet();
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

  private static Index indexAfter(List<NetworkNode> history, Random random) throws Exception {
    Index index = new Index();
    OperatorSubtaskState saved = null;
    int at = 0;
    for (long checkpoint = 1; at < history.size(); checkpoint++) {
      try (var operator = harness(FEW)) {
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
        saved = operator.snapshot(checkpoint, checkpoint);
      }
    }
    return index;
  }

  private static NetworkNode node(int number, Set<String> contacts, int second) {
    return node(number, contacts, second, "", "example.org");
  }

  private static NetworkNode node(
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
        employer,
        1_500_000,
        0.75,
        Map.of("Galway", 3L),
        Map.of(),
        List.of("OA-02"),
        false);
  }

  private static NetworkNode without(NetworkNode node) {
    return new NetworkNode(
        node.cluster(),
        node.adverts(),
        node.firstSeen(),
        node.lastSeen(),
        node.contacts(),
        node.countries(),
        node.sites(),
        node.channels(),
        Map.of(),
        node.models(),
        node.employer(),
        node.riskMillionths(),
        node.highestRisk(),
        node.places(),
        node.names(),
        node.wholes(),
        false);
  }

  private static NetworkNode named(NetworkNode node, Set<String> contacts) {
    int number = Integer.parseInt(node.cluster().substring(2), 16);
    return node(number, contacts, (int) (node.firstSeen().getEpochSecond() % 60));
  }

  private static KeyedOneInputStreamOperatorTestHarness<Integer, NetworkNode, IndexChange> harness(
      NetworkConfig config) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new JoinNetworks(
            Path.of(System.getProperty("vigie.root"), "models"),
            config,
            AlertRuleConfig.defaults()),
        unused -> JoinNetworks.KEY,
        Types.INT);
  }
}
