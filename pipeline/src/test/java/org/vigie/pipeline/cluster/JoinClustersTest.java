package org.vigie.pipeline.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.pipeline.cluster.JoinedAdverts.controlled;
import static org.vigie.pipeline.cluster.JoinedAdverts.harness;
import static org.vigie.pipeline.cluster.JoinedAdverts.id;
import static org.vigie.pipeline.cluster.JoinedAdverts.member;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.ClusterAlias;
import org.vigie.advert.NearDuplicateLink;
import org.vigie.pipeline.alert.AlertRules;
import org.vigie.pipeline.alert.PromptFlush;
import org.vigie.pipeline.index.IndexChange;
import org.vigie.pipeline.state.LateSnapshot;

/** Random adverts and links in random order, with restarts, against plain connected components. */
class JoinClustersTest {
  private static final int ADVERTS = 120;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void findsTheConnectedComponentsInAnyOrderAndAcrossRestarts(long seed) throws Exception {
    Random random = new Random(seed);
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < ADVERTS; i++) {
      members.add(member(i, random));
    }
    List<NearDuplicateLink> links = new ArrayList<>();
    for (int i = 0; i < ADVERTS * 2 / 3; i++) {
      int left = random.nextInt(ADVERTS);
      int right = random.nextInt(ADVERTS);
      links.add(new NearDuplicateLink(id(Math.min(left, right)), id(Math.max(left, right)), 0.9));
    }
    List<ClusterInput> inputs = new ArrayList<>();
    members.forEach(member -> inputs.add(ClusterInput.of(member)));
    links.forEach(link -> inputs.add(ClusterInput.of(link)));
    Collections.shuffle(inputs, random);

    AppliedChanges index = indexAfter(inputs, random);

    assertThat(index.memberships()).as("seed %d", seed).isEqualTo(components(members, links));
    assertThat(index.leads).as("seed %d", seed).isEqualTo(leads(members, index.memberships()));
    assertThat(index.placed).as("each advert once").hasSize(index.memberships().size());
    assertThat(index.sizes).as("seed %d", seed).isEqualTo(sizesOf(components(members, links)));
  }

  @Test
  void letsChangesGoATenthOfASecondAfterTheFirstWhereSomebodyWaitsForAlerts() throws Exception {
    try (var operator = harness(PromptFlush.soon())) {
      operator.open();
      operator.setProcessingTime(1_000);
      operator.processElement(ClusterInput.of(member(1, new Random(1))), 0);
      operator.setProcessingTime(1_050);
      operator.processElement(ClusterInput.of(member(2, new Random(1))), 0);
      operator.processElement(ClusterInput.of(new NearDuplicateLink(id(1), id(2), 0.9)), 0);
      operator.setProcessingTime(1_099);
      assertThat(operator.extractOutputValues()).isEmpty();

      operator.setProcessingTime(1_100);

      assertThat(operator.extractOutputValues())
          .filteredOn(IndexChange.PutCluster.class::isInstance)
          .hasSize(1);
      operator.processElement(ClusterInput.of(member(3, new Random(1))), 0);
      operator.processElement(ClusterInput.of(new NearDuplicateLink(id(1), id(3), 0.9)), 0);
      operator.setProcessingTime(1_200);
      assertThat(operator.extractOutputValues())
          .filteredOn(IndexChange.PutCluster.class::isInstance)
          .hasSize(2);
    }
  }

  @Test
  void leadsFromTheFormerIdOfAnAlertToThatOfTheRenamedCluster() throws Exception {
    try (var operator = harness()) {
      operator.open();
      for (int number : List.of(5, 6, 7)) {
        operator.processElement(ClusterInput.of(controlled(number)), 0);
        operator.processElement(ClusterInput.of(new NearDuplicateLink(id(5), id(number), 0.9)), 0);
      }
      operator.prepareSnapshotPreBarrier(1);
      operator.processElement(ClusterInput.of(controlled(1)), 0);
      operator.processElement(ClusterInput.of(new NearDuplicateLink(id(1), id(5), 0.9)), 0);
      operator.prepareSnapshotPreBarrier(2);

      String before = AlertRules.alertId("c-" + id(5).substring(2));
      String now = AlertRules.alertId("c-" + id(1).substring(2));
      assertThat(operator.extractOutputValues())
          .contains(IndexChange.put(new ClusterAlias(before, now)));
      assertThat(operator.extractOutputValues())
          .filteredOn(IndexChange.PutAlert.class::isInstance)
          .extracting(IndexChange::key)
          .containsExactly(before, now);
    }
  }

  private static AppliedChanges indexAfter(List<ClusterInput> inputs, Random random)
      throws Exception {
    AppliedChanges index = new AppliedChanges();
    OperatorSubtaskState saved = null;
    int at = 0;
    while (at < inputs.size()) {
      long checkpoint = at + 1;
      try (var operator = harness()) {
        if (saved != null) {
          operator.initializeState(saved);
        }
        operator.open();
        int until = Math.min(inputs.size(), at + 1 + random.nextInt(60));
        for (; at < until; at++) {
          operator.processElement(inputs.get(at), 0);
        }
        operator.prepareSnapshotPreBarrier(checkpoint);
        operator.extractOutputValues().forEach(index::apply);
        var leads = operator.getSideOutput(JoinClusters.LEADS);
        if (leads != null) {
          leads.forEach(record -> index.apply(record.getValue()));
        }
        List<ClusterInput> lost = inputs.subList(at, Math.min(inputs.size(), at + 60));
        saved = LateSnapshot.of(operator, checkpoint, lost);
      }
    }
    return index;
  }

  private static SortedMap<String, String> components(
      List<Member> members, List<NearDuplicateLink> links) {
    Map<String, Member> byId = new HashMap<>();
    Map<String, String> component = new HashMap<>();
    members.forEach(member -> byId.put(member.advertId(), member));
    members.forEach(member -> component.put(member.advertId(), member.advertId()));
    for (NearDuplicateLink link : links) {
      String from = component.get(link.left());
      String to = component.get(link.right());
      component.replaceAll((unused, value) -> value.equals(from) ? to : value);
    }
    SortedMap<String, String> named = new TreeMap<>();
    for (String id : component.keySet()) {
      List<Member> same =
          members.stream()
              .filter(m -> component.get(m.advertId()).equals(component.get(id)))
              .toList();
      if (same.size() > 1) {
        String smallest = same.stream().map(Member::advertId).min(String::compareTo).orElseThrow();
        named.put(id, "c-" + smallest.substring(2));
      }
    }
    return named;
  }

  /** Each cluster, or advert alone, with the earliest and the number of its adverts that match. */
  private static SortedMap<String, String> leads(
      List<Member> members, Map<String, String> memberships) {
    SortedMap<String, List<Member>> matching = new TreeMap<>();
    for (Member member : members) {
      if (!member.matches().isEmpty()) {
        String subject = memberships.getOrDefault(member.advertId(), member.advertId());
        matching.computeIfAbsent(subject, unused -> new ArrayList<>()).add(member);
      }
    }
    SortedMap<String, String> leads = new TreeMap<>();
    matching.forEach((subject, of) -> {
      Instant first = of.stream().map(Member::time).min(Instant::compareTo).orElseThrow();
      String many = of.size() == 1 ? "an advert" : of.size() + " adverts";
      String match = of.size() == 1 ? "matches" : "match";
      leads.put(subject, first + " " + many + " on example.org " + match + " the stored query q");
    });
    return leads;
  }

  private static SortedMap<String, Long> sizesOf(SortedMap<String, String> memberships) {
    SortedMap<String, Long> sizes = new TreeMap<>();
    memberships.values().forEach(cluster -> sizes.merge(cluster, 1L, Long::sum));
    return sizes;
  }
}
