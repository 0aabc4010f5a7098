package org.vigie.pipeline.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.pipeline.network.InventedNodes.cluster;
import static org.vigie.pipeline.network.InventedNodes.network;
import static org.vigie.pipeline.network.InventedNodes.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Finding;
import org.vigie.text.finding.FindingWords;

/** Contacts of so many strangers that they join nothing. */
class CutContactsTest {
  @Test
  void saysWhyAContactOfStrangersJoinsNothing() throws Exception {
    NetworkIndex index = new NetworkIndex();
    try (var operator = new NetworksHarness()) {
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
  void countsTheEmployersAndSitesOfUnrelatedTexts() {
    CutRule rule = new CutRule(new NetworkConfig(100, 3, 3));
    List<NetworkNode> employers = new ArrayList<>();
    List<NetworkNode> sites = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      employers.add(node(i, Set.of("phone:a"), 0, "employer " + i, "example.org"));
      sites.add(node(i, Set.of("phone:a"), 0, "", i + ".example.org"));
    }

    assertThat(rule.reason(false, employers.subList(0, 3))).isEqualTo(Finding.NONE);
    assertThat(FindingWords.english().say(rule.reason(false, employers)))
        .isEqualTo("in unrelated texts of 5 employers, of at most 3");
    assertThat(FindingWords.english().say(rule.reason(false, sites)))
        .isEqualTo("in unrelated texts of 5 sites, of at most 3");
    assertThat(FindingWords.english().say(rule.reason(true, List.of())))
        .isEqualTo("in more than 1000 unrelated texts, of at most 100");
  }

  /** Forty who don't know each other post in one channel, whose keeper's phone is below each. */
  @Test
  void joinsNobodyByTheContactOfTheChannelInWhichTheyPost() throws Exception {
    NetworkIndex index = new NetworkIndex();
    try (var operator = new NetworksHarness(NetworkConfig.defaults())) {
      operator.open();
      for (int i = 0; i < 40; i++) {
        Set<String> contacts =
            i % 3 == 0 ? Set.of("phone:keeper") : Set.of("phone:keeper", "phone:of-" + i);
        operator.processElement(node(i, contacts, i % 60), 0);
      }
      operator.prepareSnapshotPreBarrier(1);
      operator.extractOutputValues().forEach(index::apply);
    }

    assertThat(index.networks).isEmpty();
    assertThat(index.cuts).containsOnlyKeys("phone:keeper");
    assertThat(index.cuts.get("phone:keeper")).startsWith("in 40 texts of one site, most of which");
  }

  @Test
  void joinsTheTextsOfOneWhoNamesOthersBesideThem() {
    CutRule rule = new CutRule(NetworkConfig.defaults());
    List<NetworkNode> workers = new ArrayList<>();
    List<NetworkNode> pair = new ArrayList<>();
    List<NetworkNode> everywhere = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Set<String> own = Set.of("phone:boss", "phone:of-" + i);
      workers.add(node(i, own, 0));
      everywhere.add(node(i, own, 0, "", i % 2 + ".example.org"));
      pair.add(node(i, Set.of("phone:boss", "phone:of-" + i / 2), 0));
    }

    assertThat(rule.reasonOfContact(false, workers.subList(0, 20))).isEqualTo(Finding.NONE);
    assertThat(rule.reasonOfContact(false, everywhere)).isEqualTo(Finding.NONE);
    assertThat(rule.reasonOfContact(false, pair)).isEqualTo(Finding.NONE);
    assertThat(rule.reasonOfContact(false, workers.subList(0, 21)).code())
        .isEqualTo("cut-by-own-contacts");
  }

  @Test
  void judgesAllContactsAnewByOtherThresholds() throws Exception {
    NetworkIndex index = new NetworkIndex();
    OperatorSubtaskState saved;
    try (var operator = new NetworksHarness()) {
      operator.open();
      for (int i = 0; i < 4; i++) {
        operator.processElement(node(i, Set.of("phone:shared"), i), 0);
      }
      operator.prepareSnapshotPreBarrier(1);
      saved = operator.snapshot(1, 1);
      operator.extractOutputValues().forEach(index::apply);
    }
    assertThat(index.networks).hasSize(1);
    for (int most : List.of(3, 4)) {
      try (var operator = new NetworksHarness(new NetworkConfig(most, 3, 3))) {
        operator.initializeState(saved);
        operator.open();
        operator.prepareSnapshotPreBarrier(most);
        saved = operator.snapshot(most, most);
        operator.extractOutputValues().forEach(index::apply);
      }
      assertThat(index.networks).as("of at most %d texts", most).hasSize(most < 4 ? 0 : 1);
      assertThat(index.cuts).as("of at most %d texts", most).hasSize(most < 4 ? 1 : 0);
    }
  }

  @Test
  void forgetsTheClustersOfAContactThatHasTooManyAndKeepsItCut() throws Exception {
    NetworkIndex index = new NetworkIndex();
    OperatorSubtaskState saved;
    try (var operator = new NetworksHarness()) {
      operator.open();
      for (int i = 0; i <= NetworkConfig.MAX_TEXTS; i++) {
        operator.processElement(node(i, Set.of("phone:hotline"), i), 0);
      }
      operator.prepareSnapshotPreBarrier(1);
      saved = operator.snapshot(1, 1);
      operator.extractOutputValues().forEach(index::apply);
    }
    try (var operator = new NetworksHarness()) {
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

    NetworkIndex index =
        NetworksHarness.indexAfter(
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
}
