package org.vigie.pipeline.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.vigie.advert.NearDuplicateLink;
import org.vigie.pipeline.IndexHarness;
import org.vigie.pipeline.alert.AlertRuleConfig;
import org.vigie.pipeline.alert.MatchedAdvert;
import org.vigie.pipeline.alert.PromptFlush;
import org.vigie.pipeline.alert.Watch;
import org.vigie.pipeline.index.IndexChange;
import org.vigie.pipeline.index.IndexChange.Deletion;
import org.vigie.pipeline.index.IndexPlace;
import org.vigie.pipeline.neardup.NearDuplicateConfig;
import org.vigie.pipeline.state.Days;
import org.vigie.pipeline.state.Horizon;
import org.vigie.pipeline.state.LateSnapshot;

/**
 * The operator that joins clusters, started anew from its last snapshot by each call, with what a
 * reader of the index finds of the adverts that it remembers.
 */
final class RuledStream {
  private static final int HORIZON = 10;
  private static final int DAYS_TO_FORGET = 3 * HORIZON;

  private final RuledAdverts adverts;
  private final Set<String> remembered = new TreeSet<>();
  private final Map<String, String> placed = new TreeMap<>();
  private final Map<String, String> aliases = new HashMap<>();
  private final Map<String, Long> sizes = new HashMap<>();

  /** What happened so far, for who looks for a fault. */
  private final List<String> told = new ArrayList<>();

  private OperatorSubtaskState saved = OperatorSubtaskState.builder().build();
  private int day;
  private long checkpoint;

  RuledStream(RuledAdverts adverts) {
    this.adverts = adverts;
  }

  /** Takes in adverts, links and sightings under some rulings. */
  void run(List<ClusterRuling> rulings, List<ClusterInput> inputs) throws Exception {
    run(rulings, inputs, List.of());
  }

  /**
   * Takes in adverts, links and sightings under some rulings.
   *
   * @param lost what comes after the snapshot has begun from which the next run starts
   */
  void run(List<ClusterRuling> rulings, List<ClusterInput> inputs, List<ClusterInput> lost)
      throws Exception {
    try (var operator = harness(rulings)) {
      for (ClusterInput input : inputs) {
        operator.processElement(input, 0);
        if (input instanceof ClusterInput.Newcomer(Member member)) {
          remembered.add(member.advertId());
        }
      }
      operator.prepareSnapshotPreBarrier(++checkpoint);
      operator.extractOutputValues().forEach(this::apply);
      saved = LateSnapshot.of(operator, checkpoint, lost);
    }
    told.add("under " + rulings);
    inputs.forEach(input -> told.add(said(input)));
    told.add("there are " + clusters());
  }

  /** Lets a month pass in which some adverts are seen still; returns those that it forgets. */
  Set<String> forgetBut(List<ClusterRuling> rulings, Set<String> seen) throws Exception {
    day += DAYS_TO_FORGET;
    Set<String> gone = new TreeSet<>();
    clusters().stream()
        .filter(cluster -> cluster.stream().noneMatch(seen::contains))
        .forEach(gone::addAll);
    try (var operator = harness(rulings)) {
      for (String id : seen) {
        operator.processElement(stillSeen(id), 0);
      }
      operator.processWatermark(new Watermark(Duration.ofDays(today()).toMillis()));
      operator.prepareSnapshotPreBarrier(++checkpoint);
      operator.extractOutputValues().forEach(this::apply);
      saved = operator.snapshot(checkpoint, checkpoint);
    }
    remembered.removeAll(gone);
    placed.keySet().removeAll(gone);
    told.add("forgotten " + gone);
    return gone;
  }

  Set<String> remembered() {
    return Set.copyOf(remembered);
  }

  /** Returns an advert as it is seen today. */
  ClusterInput advert(String id) {
    Instant seen = RuledAdverts.MONDAY.plus(Duration.ofDays(day));
    return ClusterInput.of(new MatchedAdvert(adverts.advert(id, seen), List.of()));
  }

  ClusterInput stillSeen(String id) {
    return new ClusterInput.StillSeen(id, today());
  }

  static ClusterInput link(String left, String right) {
    return ClusterInput.of(new NearDuplicateLink(left, right, 0.9));
  }

  /**
   * Returns the adverts that are remembered by clusters, and alone, as a reader of the index finds
   * them.
   */
  Set<Set<String>> clusters() {
    Map<String, Set<String>> byName = new TreeMap<>();
    for (String id : remembered) {
      String name = placed.getOrDefault(id, id);
      while (aliases.containsKey(name) && !sizes.containsKey(name)) {
        name = aliases.get(name);
      }
      byName.computeIfAbsent(name, unused -> new TreeSet<>()).add(id);
    }
    byName.forEach((name, cluster) -> {
      String first = cluster.iterator().next();
      boolean isOne = cluster.size() == 1;
      assertThat(name).as(history()).isEqualTo(isOne ? first : "c-" + first.substring(2));
      assertThat(isOne ? 1L : sizes.get(name)).as(history()).isEqualTo(cluster.size());
    });
    return new HashSet<>(byName.values());
  }

  /** Returns what happened so far, a line each. */
  String history() {
    return String.join("\n", told);
  }

  private long today() {
    return Days.of(RuledAdverts.MONDAY) + day;
  }

  private static String said(ClusterInput input) {
    return input instanceof ClusterInput.Newcomer(Member member)
        ? "advert " + member.advertId()
        : input.toString();
  }

  private void apply(IndexChange change) {
    switch (change) {
      case IndexChange.PutMembership(var one) -> placed.put(one.advertId(), one.clusterId());
      case IndexChange.PutAlias(var alias) -> aliases.put(alias.formerId(), alias.id());
      case IndexChange.PutCluster(var cluster) -> sizes.put(cluster.id(), cluster.size());
      case IndexChange.Delete(var name, Deletion what) when what == Deletion.CLUSTER ->
          sizes.remove(name);
      case IndexChange.Delete(var name, Deletion what) when what == Deletion.ALIAS ->
          aliases.remove(name);
      default -> {}
    }
  }

  private IndexHarness<Integer, ClusterInput> harness(
      List<ClusterRuling> rulings) throws Exception {
    JoinClusters operator =
        new JoinClusters(
            adverts.models(),
            AlertRuleConfig.defaults(),
            Watch.of(List.of()),
            PromptFlush.atCheckpoints(),
            new ClusterRulings(
                rulings, IndexPlace.on(adverts.index()), NearDuplicateConfig.defaults()),
            new Horizon(HORIZON));
    var harness =
        new IndexHarness<Integer, ClusterInput>(
            operator, unused -> JoinClusters.KEY, Types.INT);
    harness.initializeState(saved);
    harness.open();
    return harness;
  }
}
