package org.vigie.pipeline.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.pipeline.cluster.JoinedAdverts.MONDAY;
import static org.vigie.pipeline.cluster.JoinedAdverts.harness;
import static org.vigie.pipeline.cluster.JoinedAdverts.id;
import static org.vigie.pipeline.cluster.JoinedAdverts.member;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Membership;
import org.vigie.advert.NearDuplicateLink;
import org.vigie.pipeline.IndexHarness;
import org.vigie.pipeline.alert.PromptFlush;
import org.vigie.pipeline.index.IndexChange;
import org.vigie.pipeline.state.Days;

/** Clusters whose adverts nobody has seen for as long as the horizon. */
class ForgottenClustersTest {
  @Test
  void forgetsAClusterOnTheDayOnWhichTheHorizonHasPassedItsLastAdvert() throws Exception {
    try (var operator = harness()) {
      operator.open();
      add(operator, 1, 0);
      add(operator, 2, 1);
      add(operator, 3, 2);
      operator.processElement(ClusterInput.of(new NearDuplicateLink(id(1), id(2), 0.9)), 0);
      // Ten days, and two until it is told of what is seen still.
      operator.processWatermark(day(13));
      assertThat(count(operator)).isZero();

      operator.processWatermark(day(14));

      assertThat(count(operator)).isEqualTo(2);
      assertThat(namesAndSizes(operator)).containsExactly("c-" + id(1).substring(2) + " of 2");
      add(operator, 4, 14);
      operator.processElement(ClusterInput.of(new NearDuplicateLink(id(3), id(4), 0.9)), 0);
      operator.prepareSnapshotPreBarrier(1);
      assertThat(namesAndSizes(operator))
          .containsExactly(
              "c-" + id(1).substring(2) + " of 2", "c-" + id(3).substring(2) + " of 2");
      assertThat(operator.extractOutputValues())
          .as("what is forgotten stays in the index")
          .doesNotHaveAnyElementsOfTypes(IndexChange.Delete.class);
    }
  }

  @Test
  void placesAdvertsUnderTheLastNameOfAForgottenClusterOfWhichAnotherMayBearAFormerOne()
      throws Exception {
    AppliedChanges index = new AppliedChanges();
    try (var operator = harness()) {
      operator.open();
      add(operator, 5, 0);
      add(operator, 6, 0);
      operator.processElement(ClusterInput.of(new NearDuplicateLink(id(5), id(6), 0.9)), 0);
      operator.prepareSnapshotPreBarrier(1);
      add(operator, 1, 1);
      operator.processElement(ClusterInput.of(new NearDuplicateLink(id(1), id(6), 0.9)), 0);
      operator.prepareSnapshotPreBarrier(2);
      assertThat(placed(operator)).as("each once").containsOnlyKeys(id(1), id(5), id(6));
      assertThat(placed(operator)).containsEntry(id(6), "c-" + id(5).substring(2));

      operator.processWatermark(day(14));
      add(operator, 5, 15);
      add(operator, 7, 15);
      operator.processElement(ClusterInput.of(new NearDuplicateLink(id(5), id(7), 0.9)), 0);
      operator.prepareSnapshotPreBarrier(3);
      operator.extractOutputValues().forEach(index::apply);
    }

    String forgotten = "c-" + id(1).substring(2);
    String again = "c-" + id(5).substring(2);
    assertThat(index.memberships())
        .isEqualTo(Map.of(id(1), forgotten, id(6), forgotten, id(5), again, id(7), again));
  }

  @Test
  void tellsThoseWhoKeepLeadsThatAClusterIsForgotten() throws Exception {
    try (var operator = harness()) {
      operator.open();
      add(operator, 3, 0); // matches a stored query
      add(operator, 4, 0);
      add(operator, 6, 9);
      operator.processElement(ClusterInput.of(new NearDuplicateLink(id(3), id(4), 0.9)), 0);
      operator.processWatermark(day(13));

      assertThat(operator.getSideOutput(JoinClusters.LEADS))
          .extracting(record -> record.getValue().subject())
          .as("found as the day ends, then forgotten; one is remembered")
          .containsExactly("c-" + id(3).substring(2), id(6), "c-" + id(3).substring(2));
      assertThat(operator.getSideOutput(JoinClusters.LEADS))
          .extracting(record -> record.getValue().forgotten())
          .containsExactly(false, false, true);
    }
  }

  @Test
  void forgetsTheLinksThatARulingRefusedWithTheirAdverts() throws Exception {
    ClusterRuling apart =
        new ClusterRuling("r-1", ClusterRuling.Kind.APART, List.of(id(1)), List.of(id(2)));
    try (var operator = harness(PromptFlush.atCheckpoints(), List.of(apart))) {
      operator.open();
      operator.processElement(ClusterInput.of(new NearDuplicateLink(id(1), id(2), 0.9)), 0);
      add(operator, 1, 0);
      add(operator, 2, 0);
      operator.processElement(ClusterInput.of(new NearDuplicateLink(id(1), id(2), 0.9)), 0);
      operator.prepareSnapshotPreBarrier(1);
      assertThat(namesAndSizes(operator)).as("kept apart").isEmpty();
      int before = operator.numKeyedStateEntries();

      operator.processWatermark(day(13));
      assertThat(before).isGreaterThan(1);
      assertThat(operator.numKeyedStateEntries()).as("the ruling, which holds").isEqualTo(1);

      add(operator, 1, 14);
      add(operator, 2, 14);
      operator.processElement(ClusterInput.of(new NearDuplicateLink(id(1), id(2), 0.9)), 0);
      operator.prepareSnapshotPreBarrier(2);
      assertThat(namesAndSizes(operator)).as("kept apart anew").isEmpty();
    }
  }

  @Test
  void remembersAClusterAsLongAsOneOfItsAdvertsIsSeen() throws Exception {
    OperatorSubtaskState saved;
    try (var operator = harness()) {
      operator.open();
      add(operator, 1, 0);
      add(operator, 2, 0);
      operator.processElement(ClusterInput.of(new NearDuplicateLink(id(1), id(2), 0.9)), 0);
      operator.processElement(stillSeen(2, 9), 0);
      operator.processElement(stillSeen(7, 9), 0);
      operator.processWatermark(day(20));
      operator.prepareSnapshotPreBarrier(1);
      saved = operator.snapshot(1, 1);
    }
    try (var operator = harness()) {
      operator.initializeState(saved);
      operator.open();
      operator.processWatermark(day(21));
      add(operator, 3, 21);
      operator.processElement(ClusterInput.of(new NearDuplicateLink(id(2), id(3), 0.9)), 0);
      operator.processWatermark(day(33));
      operator.prepareSnapshotPreBarrier(2);
      assertThat(namesAndSizes(operator)).containsExactly("c-" + id(1).substring(2) + " of 3");
      assertThat(count(operator)).isZero();

      operator.processWatermark(day(34));

      assertThat(count(operator)).isEqualTo(3);
      assertThat(operator.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void remembersAClusterAsLongWhereThatItIsSeenStillComesBeforeItsAdvert() throws Exception {
    OperatorSubtaskState saved;
    try (var operator = harness()) {
      operator.open();
      operator.processElement(stillSeen(2, 9), 0);
      operator.processElement(stillSeen(2, 8), 0);
      operator.processElement(ClusterInput.of(new NearDuplicateLink(id(1), id(2), 0.9)), 0);
      add(operator, 1, 0);
      operator.prepareSnapshotPreBarrier(1);
      saved = operator.snapshot(1, 1);
    }
    try (var operator = harness()) {
      operator.initializeState(saved);
      operator.open();
      add(operator, 2, 0);
      operator.processWatermark(day(21));
      assertThat(count(operator)).isZero();

      operator.processWatermark(day(22));

      assertThat(count(operator)).isEqualTo(2);
      assertThat(operator.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void remembersAnAdvertForAsLongAsAfterItWasSeenThoughItWasPostedLongBefore() throws Exception {
    try (var operator = harness()) {
      operator.open();
      operator.processElement(ClusterInput.of(member(1, new Random(1), 9)), 0);

      operator.processWatermark(day(21));
      assertThat(count(operator)).isZero();

      operator.processWatermark(day(22));
      assertThat(count(operator)).isOne();
    }
  }

  /** Or whoever writes a date on a page could keep a cluster in state for good. */
  @Test
  void forgetsAnAdvertInTimeThoughItSaysThatItWasPostedLongAfterItWasSeen() throws Exception {
    OperatorSubtaskState saved;
    try (var operator = harness()) {
      operator.open();
      Member slip = member(1, new Random(1)).at(MONDAY.plus(Duration.ofDays(20_000)));
      operator.processElement(ClusterInput.of(slip), 0);
      add(operator, 2, 1);
      operator.processElement(ClusterInput.of(new NearDuplicateLink(id(1), id(2), 0.9)), 0);
      operator.processWatermark(day(13));
      operator.prepareSnapshotPreBarrier(1);
      saved = operator.snapshot(1, 1);
    }
    try (var operator = harness()) {
      operator.initializeState(saved);
      operator.open();
      operator.processWatermark(day(13));
      assertThat(count(operator)).isZero();

      operator.processWatermark(day(14));

      assertThat(count(operator)).isEqualTo(2);
      assertThat(operator.numKeyedStateEntries()).isZero();
    }
  }

  /** Beside plain sets of which each is looked at on every day. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void dropsTheClustersThatPlainSetsDrop(long seed) throws Exception {
    Random random = new Random(seed);
    List<Set<Integer>> sets = new ArrayList<>();
    Map<Integer, Integer> lastDays = new HashMap<>();
    OperatorSubtaskState saved = null;
    int number = 0;
    for (int run = 1, day = 0; day < 120; run++) {
      try (var operator = harness()) {
        if (saved != null) {
          operator.initializeState(saved);
        }
        operator.open();
        long dropped = 0;
        for (int end = day + 1 + random.nextInt(30); day < end; day++) {
          operator.processWatermark(day(day));
          int last = day - 13; // ten days, two more, and the day itself
          dropped += dropped(sets, lastDays, last);
          assertThat(count(operator)).as("seed %d, day %d", seed, day).isEqualTo(dropped);
          for (int i = 0; i < 3; i++) {
            add(operator, ++number, day);
            sets.add(new TreeSet<>(Set.of(number)));
            lastDays.put(number, day);
            if (random.nextBoolean()) {
              int other = any(sets, random);
              link(sets, number, other);
              var link = new NearDuplicateLink(id(Math.min(number, other)), id(number), 0.9);
              operator.processElement(ClusterInput.of(link), 0);
            }
            int again = any(sets, random);
            lastDays.put(again, day);
            operator.processElement(stillSeen(again, day), 0);
          }
        }
        operator.prepareSnapshotPreBarrier(run);
        saved = operator.snapshot(run, run);
      }
    }
    try (var operator = harness()) {
      operator.initializeState(saved);
      operator.open();
      operator.processWatermark(day(400));
      assertThat(operator.numKeyedStateEntries()).isZero();
    }
  }

  private static int any(List<Set<Integer>> sets, Random random) {
    return sets.get(random.nextInt(sets.size())).iterator().next();
  }

  private static void link(List<Set<Integer>> sets, int one, int other) {
    Set<Integer> joined = new TreeSet<>();
    sets.removeIf(set -> (set.contains(one) || set.contains(other)) && joined.addAll(set));
    sets.add(joined);
  }

  private static long dropped(List<Set<Integer>> sets, Map<Integer, Integer> lastDays, int last) {
    long before = sets.stream().mapToLong(Set::size).sum();
    sets.removeIf(set -> set.stream().allMatch(number -> lastDays.get(number) <= last));
    return before - sets.stream().mapToLong(Set::size).sum();
  }

  private static void add(IndexHarness<Integer, ClusterInput> operator, int number, int day)
      throws Exception {
    Member member = member(number, new Random(1), day).at(MONDAY.plus(Duration.ofDays(day)));
    operator.processElement(ClusterInput.of(member), 0);
  }

  private static ClusterInput.StillSeen stillSeen(int number, int day) {
    return new ClusterInput.StillSeen(id(number), Days.of(MONDAY) + day);
  }

  private static Watermark day(int day) {
    return new Watermark(Duration.ofDays(Days.of(MONDAY) + day).toMillis());
  }

  private static List<String> namesAndSizes(IndexHarness<Integer, ClusterInput> operator) {
    List<String> told = new ArrayList<>();
    for (IndexChange change : operator.extractOutputValues()) {
      if (change instanceof IndexChange.PutCluster(ClusterProfile cluster)) {
        told.add(cluster.id() + " of " + cluster.size());
      }
    }
    return told;
  }

  private static Map<String, String> placed(IndexHarness<Integer, ClusterInput> operator) {
    Map<String, String> placed = new HashMap<>();
    for (IndexChange change : operator.extractOutputValues()) {
      if (change instanceof IndexChange.PutMembership(Membership membership)) {
        assertThat(placed.put(membership.advertId(), membership.clusterId())).isNull();
      }
    }
    return placed;
  }

  private static long count(IndexHarness<Integer, ClusterInput> operator) {
    return (Long)
        ((AbstractStreamOperator<?>) operator.getOperator())
            .getRuntimeContext()
            .getAccumulator(JoinClusters.FORGOTTEN)
            .getLocalValue();
  }
}
