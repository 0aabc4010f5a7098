package org.vigie.pipeline.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.pipeline.network.InventedNodes.cluster;
import static org.vigie.pipeline.network.InventedNodes.history;
import static org.vigie.pipeline.network.InventedNodes.network;
import static org.vigie.pipeline.network.InventedNodes.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.pipeline.IndexHarness;
import org.vigie.pipeline.index.IndexChange;

/** Networks whose clusters are forgotten, with checkpoints and restarts. */
class ForgottenNetworksTest {
  @Test
  void forgetsANetworkOnceAllItsClustersAreForgottenAndLeavesItInTheIndex() throws Exception {
    NetworkIndex index = new NetworkIndex();
    try (var operator = new NetworksHarness()) {
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
  void placesMembersUnderTheLastNameOfAForgottenNetworkOfWhichAnotherMayBearAFormerOne()
      throws Exception {
    NetworkIndex index = new NetworkIndex();
    try (var operator = new NetworksHarness()) {
      operator.open();
      operator.processElement(node(5, Set.of("phone:a"), 1), 0);
      operator.processElement(node(6, Set.of("phone:a"), 2), 0);
      operator.prepareSnapshotPreBarrier(1);
      operator.processElement(node(1, Set.of("phone:a"), 3), 0);
      operator.prepareSnapshotPreBarrier(2);
      operator.extractOutputValues().forEach(index::apply);
      assertThat(index.placed).as("where it was").containsEntry(cluster(6), network(5));
      assertThat(index.places()).containsEntry(cluster(6), network(1));
      operator.getOutput().clear();

      for (int number : List.of(1, 5, 6)) {
        operator.processElement(NetworkNode.forgotten(cluster(number)), 0);
      }
      operator.processWatermark(1);
      operator.processElement(node(5, Set.of("phone:b"), 4), 0);
      operator.processElement(node(7, Set.of("phone:b"), 5), 0);
      operator.prepareSnapshotPreBarrier(3);
      operator.extractOutputValues().forEach(index::apply);
    }

    assertThat(index.places())
        .containsEntry(cluster(5), network(5))
        .containsEntry(cluster(7), network(5))
        .containsEntry(cluster(6), network(1))
        .containsEntry("phone:a", network(1));
  }

  @Test
  void forgetsWhateverCheckpointsAreTakenMeanwhile() throws Exception {
    for (int checkpoint = 0; checkpoint < 6; checkpoint++) {
      NetworkIndex index = new NetworkIndex();
      OperatorSubtaskState saved = null;
      List<NetworkNode> before =
          List.of(
              node(1, Set.of("phone:a"), 1),
              node(2, Set.of("phone:a", "phone:b"), 2),
              node(3, Set.of("phone:b"), 3),
              NetworkNode.forgotten(cluster(1)),
              NetworkNode.forgotten(cluster(2)));
      try (var operator = new NetworksHarness()) {
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
      try (var operator = new NetworksHarness()) {
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
    NetworkIndex index = new NetworkIndex();
    try (var operator = new NetworksHarness()) {
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

  @Test
  void forgetsAContactThatIsCutWithTheLastClusterThatNamesIt() throws Exception {
    for (int clusters : List.of(6, NetworkConfig.MAX_TEXTS + 2)) {
      try (var operator = new NetworksHarness()) {
        operator.open();
        for (int i = 0; i < clusters; i++) {
          operator.processElement(node(i, Set.of("phone:hotline"), i), 0);
        }
        operator.prepareSnapshotPreBarrier(1);
        for (int i = 0; i < clusters - 1; i++) {
          operator.processElement(NetworkNode.forgotten(cluster(i)), 0);
        }
        operator.processWatermark(1);
        assertThat(operator.numKeyedStateEntries())
            .as("cluster, contact, that it lapsed, thresholds")
            .isEqualTo(4);

        operator.processElement(NetworkNode.forgotten(cluster(clusters - 1)), 0);
        operator.processWatermark(2);
        assertThat(operator.numKeyedStateEntries())
            .as("that some contact was cut once, of %d clusters; thresholds", clusters)
            .isEqualTo(2);
        assertThat(operator.extractOutputValues())
            .as("what is forgotten stays in the index")
            .noneMatch(change -> change.deletes(IndexChange.Deletion.CONTACT_CUT));
      }
    }
  }

  @Test
  void letsACutContactJoinOnceFewAreLeftAndOneOfThemIsToldOfAgain() throws Exception {
    NetworkIndex index = new NetworkIndex();
    OperatorSubtaskState saved;
    try (var operator = new NetworksHarness()) {
      operator.open();
      for (int i = 0; i < 5; i++) {
        operator.processElement(node(i, Set.of("phone:hotline"), i), 0);
      }
      operator.prepareSnapshotPreBarrier(1);
      operator.processElement(NetworkNode.forgotten(cluster(0)), 0);
      operator.processWatermark(1);
      operator.prepareSnapshotPreBarrier(2);
      operator.extractOutputValues().forEach(index::apply);
      saved = operator.snapshot(2, 2);
    }
    assertThat(index.cuts).containsOnlyKeys("phone:hotline");

    try (var operator = new NetworksHarness()) {
      operator.initializeState(saved);
      operator.open();
      operator.processElement(node(3, Set.of("phone:hotline"), 3), 0);
      operator.prepareSnapshotPreBarrier(3);
      operator.extractOutputValues().forEach(index::apply);
    }
    assertThat(index.cuts).isEmpty();
    assertThat(index.networks.keySet()).containsExactly(network(1));
  }

  @Test
  void keepsAContactCutOfWhichAClusterIsRemembered() throws Exception {
    NetworkIndex index = new NetworkIndex();
    try (var operator = new NetworksHarness()) {
      operator.open();
      for (int i = 0; i <= NetworkConfig.MAX_TEXTS; i++) {
        operator.processElement(node(i, Set.of("phone:hotline"), i), 0);
      }
      operator.prepareSnapshotPreBarrier(1);
      for (int i = 1; i <= NetworkConfig.MAX_TEXTS; i++) {
        operator.processElement(NetworkNode.forgotten(cluster(i)), 0);
      }
      operator.processWatermark(1);
      operator.processElement(node(5_000, Set.of("phone:hotline"), 5), 0);
      operator.prepareSnapshotPreBarrier(2);
      operator.extractOutputValues().forEach(index::apply);
    }

    assertThat(index.cuts).containsOnlyKeys("phone:hotline");
    assertThat(index.networks).isEmpty();
  }

  @Test
  void dropsAContactThatNoClusterNamesAnyMore() throws Exception {
    NetworkIndex index = new NetworkIndex();
    try (var operator = new NetworksHarness()) {
      operator.open();
      operator.processElement(node(1, Set.of("phone:a"), 1), 0);
      operator.processElement(node(2, Set.of("phone:a"), 2), 0);
      operator.prepareSnapshotPreBarrier(1);
      operator.processElement(node(1, Set.of("phone:b"), 1), 0);
      operator.processElement(node(2, Set.of("phone:b"), 2), 0);
      operator.prepareSnapshotPreBarrier(2);
      operator.extractOutputValues().forEach(index::apply);

      try (var ofOneContact = new NetworksHarness()) {
        ofOneContact.open();
        ofOneContact.processElement(node(1, Set.of("phone:b"), 1), 0);
        ofOneContact.processElement(node(2, Set.of("phone:b"), 2), 0);
        ofOneContact.prepareSnapshotPreBarrier(1);
        assertThat(operator.snapshot(2, 2).getStateSize())
            .isEqualTo(ofOneContact.snapshot(1, 1).getStateSize());
      }
    }

    assertThat(index.placed).containsOnlyKeys(cluster(1), cluster(2), "phone:b");
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
    NetworkIndex index = new NetworkIndex();
    NetworkIndex plain = new NetworkIndex();
    try (var operator = new NetworksHarness()) {
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
        try (var anew = new NetworksHarness()) {
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
      IndexHarness<Integer, NetworkNode> operator,
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
}
