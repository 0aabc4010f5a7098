package org.vigie.pipeline.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
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
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.NearDuplicateLink;
import org.vigie.pipeline.IndexHarness;
import org.vigie.pipeline.alert.AlertRuleConfig;
import org.vigie.pipeline.alert.PromptFlush;
import org.vigie.pipeline.alert.Watch;
import org.vigie.pipeline.contact.ContactSigns;
import org.vigie.pipeline.index.IndexChange;
import org.vigie.pipeline.index.IndexPlace;
import org.vigie.pipeline.neardup.NearDuplicateConfig;
import org.vigie.pipeline.network.NetworkNode;
import org.vigie.pipeline.state.Days;
import org.vigie.pipeline.state.Horizon;
import org.vigie.pipeline.state.LateSnapshot;

/** What contacts show as part of what the clusters show that their adverts stand in. */
class SignsOfContactsTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
  private static final List<String> SIGNS = List.of("FI-02", "MV-01", "MV-03", "OA-11", "SX-11");
  private static final int ADVERTS = 60;
  private static final int CONTACTS = 12;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void showsTheSameInAnyOrderAndAcrossRestarts(long seed) throws Exception {
    Random random = new Random(seed);
    List<Member> members =
        IntStream.range(0, ADVERTS)
            .mapToObj(i -> member(i, contact(random.nextInt(CONTACTS)), contact(i % CONTACTS)))
            .toList();
    List<ClusterInput> inputs = new ArrayList<>();
    members.forEach(member -> inputs.add(ClusterInput.of(member)));
    int[] sets = IntStream.range(0, ADVERTS).toArray();
    for (int i = 0; i < ADVERTS / 2; i++) {
      int left = random.nextInt(ADVERTS);
      int right = random.nextInt(ADVERTS);
      inputs.add(link(left, right));
      int from = sets[left];
      int to = sets[right];
      sets = IntStream.of(sets).map(set -> set == from ? to : set).toArray();
    }
    Collections.shuffle(inputs, random);
    Map<String, ContactSigns> last = new HashMap<>();
    for (int i = 0; i < CONTACTS; i++) {
      // What is said of one contact comes in order, among all else.
      int at = 0;
      for (int times = random.nextInt(4); times > 0; times--) {
        ContactSigns signs = signs(contact(i), members, random);
        at += random.nextInt(inputs.size() - at + 1);
        inputs.add(at, ClusterInput.of(signs));
        at++;
        last.put(contact(i), signs);
      }
    }

    Told told = toldAfter(inputs, random);

    assertThat(told.clusters).as("seed %d", seed).isEqualTo(shown(members, sets, last, false));
    assertThat(told.networks).as("seed %d", seed).isEqualTo(shown(members, sets, last, true));
    assertThat(told.clusters.values()).as("some show some").anyMatch(shown -> !shown.isEmpty());
  }

  @Test
  void saysHowManyContactsShowASignAndLetsTheClustersOwnGoFirst() throws Exception {
    try (var operator = harness()) {
      operator.open();
      for (int i = 0; i < 3; i++) {
        operator.processElement(ClusterInput.of(member(i, contact(0), contact(1))), 0);
        operator.processElement(link(0, i), 0);
      }
      for (int i = 0; i < 2; i++) {
        List<String> shown = i == 0 ? List.of("FI-02", "OA-02") : List.of("FI-02", "MV-03");
        operator.processElement(
            ClusterInput.of(new ContactSigns(contact(i), shown, List.of(id(i)), false)), 0);
      }
      operator.prepareSnapshotPreBarrier(1);

      assertThat(operator.extractOutputValues())
          .filteredOn(IndexChange.PutCluster.class::isInstance)
          .singleElement()
          .satisfies(change ->
              assertThat(clusterOf(change).indicators())
                  .extracting(found -> found.id() + " " + found.detail())
                  .containsExactly(
                      "FI-02 over all adverts of 2 contacts that it names",
                      "MV-03 over all adverts of one contact that it names",
                      "OA-02 3 adverts share one text whose slots vary"));
    }
  }

  @Test
  void publishesAClusterAnewOnlyWhereItShowsSomethingElse() throws Exception {
    try (var operator = harness()) {
      operator.open();
      operator.processElement(ClusterInput.of(member(0, contact(0))), 0);
      operator.processElement(ClusterInput.of(member(1, contact(0))), 0);
      operator.processElement(link(0, 1), 0);
      operator.prepareSnapshotPreBarrier(1);
      ContactSigns shown =
          new ContactSigns(contact(0), List.of("MV-03"), List.of(id(0), id(1)), false);
      operator.processElement(ClusterInput.of(shown), 0);
      operator.prepareSnapshotPreBarrier(2);
      int told = operator.extractOutputValues().size();

      operator.processElement(ClusterInput.of(shown), 0);
      operator.prepareSnapshotPreBarrier(3);
      assertThat(operator.extractOutputValues()).hasSize(told);

      operator.processElement(
          ClusterInput.of(new ContactSigns(contact(0), List.of(), List.of(), false)), 0);
      operator.prepareSnapshotPreBarrier(4);
      assertThat(clusterOf(operator.extractOutputValues().getLast()).indicators()).isEmpty();
    }
  }

  @Test
  void letsAForgottenContactSpeakUntilTheDayHasBegunAndKeepsNothingOfIt() throws Exception {
    try (var operator = harness()) {
      operator.open();
      operator.processElement(ClusterInput.of(member(0, contact(0))), 0);
      operator.processElement(ClusterInput.of(member(1, contact(0))), 0);
      operator.processElement(link(0, 1), 0);
      ContactSigns shown = new ContactSigns(contact(0), List.of("MV-03"), List.of(id(0)), false);
      ContactSigns forgotten = new ContactSigns(contact(0), List.of(), List.of(), true);
      operator.processElement(ClusterInput.of(shown), 0);
      operator.processElement(ClusterInput.of(forgotten), 0);
      // What came before the day, whenever the checkpoint is.
      operator.processElement(ClusterInput.of(member(2, contact(0))), 0);
      operator.processElement(link(0, 2), 0);
      operator.prepareSnapshotPreBarrier(1);
      int told = operator.extractOutputValues().size();
      assertThat(clusterOf(operator.extractOutputValues().getLast()).indicators())
          .anyMatch(found -> found.id().equals("MV-03"));

      operator.processWatermark(new Watermark(Duration.ofDays(Days.of(MONDAY) + 100).toMillis()));
      operator.prepareSnapshotPreBarrier(2);

      assertThat(operator.extractOutputValues()).hasSize(told);
      assertThat(operator.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void letsAContactThatComesBackSpeakAgain() throws Exception {
    try (var operator = harness()) {
      operator.open();
      operator.processElement(ClusterInput.of(member(0, contact(0))), 0);
      operator.processElement(ClusterInput.of(member(1, contact(0))), 0);
      operator.processElement(link(0, 1), 0);
      ContactSigns shown = new ContactSigns(contact(0), List.of("MV-03"), List.of(id(0)), false);
      ContactSigns forgotten = new ContactSigns(contact(0), List.of(), List.of(), true);
      for (ContactSigns said : List.of(shown, forgotten, shown)) {
        operator.processElement(ClusterInput.of(said), 0);
      }
      operator.processWatermark(new Watermark(MONDAY.plus(Duration.ofDays(2)).toEpochMilli()));
      operator.processElement(ClusterInput.of(member(2, contact(0))), 0);
      operator.processElement(link(0, 2), 0);
      operator.prepareSnapshotPreBarrier(1);

      assertThat(clusterOf(operator.extractOutputValues().getLast()).indicators())
          .anyMatch(found -> found.id().equals("MV-03"));
    }
  }

  private static ClusterProfile clusterOf(IndexChange change) {
    return ((IndexChange.PutCluster) change).value();
  }

  /** What the index and the networks know after all was said in order. */
  private static final class Told {
    final SortedMap<String, SortedMap<String, String>> clusters = new TreeMap<>();
    final SortedMap<String, SortedMap<String, String>> networks = new TreeMap<>();

    void apply(IndexChange change) {
      if (change instanceof IndexChange.PutCluster(ClusterProfile cluster)) {
        SortedMap<String, String> shown = new TreeMap<>();
        cluster.indicators().stream()
            .filter(found -> SIGNS.contains(found.id()))
            .forEach(found -> shown.put(found.id(), found.detail()));
        clusters.put(cluster.id(), shown);
      } else if (change.deletes(IndexChange.Deletion.CLUSTER)) {
        clusters.remove(change.key());
      }
    }

    void apply(NetworkNode node) {
      if (node.adverts() == 0) {
        networks.remove(node.cluster());
        return;
      }
      SortedMap<String, String> shown = new TreeMap<>();
      node.wholes().stream().filter(SIGNS::contains).forEach(id -> shown.put(id, ""));
      networks.put(node.cluster(), shown);
    }
  }

  private static Told toldAfter(List<ClusterInput> inputs, Random random) throws Exception {
    Told told = new Told();
    OperatorSubtaskState saved = null;
    for (int at = 0; at < inputs.size(); ) {
      long checkpoint = at + 1;
      try (var operator = harness()) {
        if (saved != null) {
          operator.initializeState(saved);
        }
        operator.open();
        int until = Math.min(inputs.size(), at + 1 + random.nextInt(40));
        for (; at < until; at++) {
          operator.processElement(inputs.get(at), 0);
        }
        operator.prepareSnapshotPreBarrier(checkpoint);
        operator.extractOutputValues().forEach(told::apply);
        var nodes = operator.getSideOutput(JoinClusters.NODES);
        if (nodes != null) {
          nodes.forEach(record -> told.apply(record.getValue()));
        }
        List<ClusterInput> lost = inputs.subList(at, Math.min(inputs.size(), at + 40));
        saved = LateSnapshot.of(operator, checkpoint, lost);
      }
    }
    return told;
  }

  /**
   * Returns cluster → sign → its words, from plain sets.
   *
   * @param singles whether adverts alone are told of, too, and signs without words
   */
  private static SortedMap<String, SortedMap<String, String>> shown(
      List<Member> members, int[] sets, Map<String, ContactSigns> signs, boolean singles) {
    SortedMap<String, SortedMap<String, String>> all = new TreeMap<>();
    for (int set : Set.copyOf(IntStream.of(sets).boxed().toList())) {
      List<Member> ofSet =
          IntStream.range(0, ADVERTS).filter(i -> sets[i] == set).mapToObj(members::get).toList();
      if (ofSet.size() > 1 || singles) {
        List<String> ids = ofSet.stream().map(Member::advertId).toList();
        SortedMap<String, Integer> contacts = new TreeMap<>();
        ofSet.stream()
            .flatMap(member -> member.contacts().stream())
            .distinct()
            .filter(contact -> isNamedByHalf(ofSet, contact))
            .map(signs::get)
            .filter(found -> found != null && !Collections.disjoint(found.adverts(), ids))
            .flatMap(found -> found.signs().stream())
            .forEach(sign -> contacts.merge(sign, 1, Integer::sum));
        SortedMap<String, String> shown = new TreeMap<>();
        contacts.forEach((sign, count) -> {
          String whose = count == 1 ? "one contact" : count + " contacts";
          shown.put(sign, singles ? "" : "over all adverts of " + whose + " that it names");
        });
        String earliest = ids.stream().min(String::compareTo).orElseThrow();
        all.put("c-" + earliest.substring(2), shown);
      }
    }
    return all;
  }

  private static boolean isNamedByHalf(List<Member> set, String contact) {
    return 2 * set.stream().filter(member -> member.contacts().contains(contact)).count()
        >= set.size();
  }

  /** Some signs, or none, with some of the adverts that name the contact. */
  private static ContactSigns signs(String contact, List<Member> members, Random random) {
    List<String> adverts =
        members.stream()
            .filter(member -> member.contacts().contains(contact))
            .map(Member::advertId)
            .filter(unused -> random.nextInt(3) > 0)
            .toList();
    List<String> signs = SIGNS.stream().filter(unused -> random.nextInt(3) == 0).toList();
    return new ContactSigns(contact, signs, signs.isEmpty() ? List.of() : adverts, false);
  }

  private static ClusterInput link(int left, int right) {
    return ClusterInput.of(
        new NearDuplicateLink(id(Math.min(left, right)), id(Math.max(left, right)), 0.9));
  }

  private static Member member(int number, String... contacts) {
    return new Member(
        id(number),
        MONDAY,
        Days.of(MONDAY),
        Wording.of("An offer with number " + number),
        List.of(contacts).stream().distinct().toList(),
        "",
        "",
        "example.org",
        "classifieds",
        "en",
        List.of(),
        0.5,
        null,
        "",
        "model-1",
        List.of(),
        List.of(),
        "",
        List.of());
  }

  private static String contact(int number) {
    return String.format("phone:+3363998%04d", number);
  }

  private static String id(int number) {
    return String.format("a-%020d", number);
  }

  private static IndexHarness<Integer, ClusterInput>
      harness() throws Exception {
    Path models = Path.of(System.getProperty("vigie.root"), "models");
    return new IndexHarness<>(
        new JoinClusters(
            models,
            AlertRuleConfig.defaults(),
            Watch.of(List.of()),
            PromptFlush.atCheckpoints(),
            new ClusterRulings(List.of(), IndexPlace.on(models), NearDuplicateConfig.defaults()),
            new Horizon(10)),
        unused -> JoinClusters.KEY,
        Types.INT);
  }
}
