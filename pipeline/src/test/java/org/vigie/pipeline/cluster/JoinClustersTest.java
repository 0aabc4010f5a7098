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
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.ClusterAlias;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Evidence;
import org.vigie.advert.Membership;
import org.vigie.advert.NearDuplicateLink;
import org.vigie.advert.Severity;
import org.vigie.pipeline.IndexHarness;
import org.vigie.pipeline.alert.AlertRuleConfig;
import org.vigie.pipeline.alert.AlertRules;
import org.vigie.pipeline.alert.Lead;
import org.vigie.pipeline.alert.PromptFlush;
import org.vigie.pipeline.alert.Watch;
import org.vigie.pipeline.index.IndexChange;
import org.vigie.pipeline.index.IndexChange.Deletion;
import org.vigie.pipeline.index.IndexPlace;
import org.vigie.pipeline.neardup.NearDuplicateConfig;
import org.vigie.pipeline.state.Days;
import org.vigie.pipeline.state.Horizon;
import org.vigie.pipeline.state.LateSnapshot;
import org.vigie.search.StoredQuery;

/** Random adverts and links in random order, with restarts, against plain connected components. */
class JoinClustersTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
  private static final int ADVERTS = 120;
  private static final StoredQuery QUERY = new StoredQuery("q", "1", "offer", Severity.NOTICE);
  private static final String MATCHER =
      Watch.of(List.of(QUERY)).matchers().keySet().iterator().next();

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

    Index index = indexAfter(inputs, random);

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
    Index index = new Index();
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

  private static void add(
      IndexHarness<Integer, ClusterInput> operator,
      int number,
      int day)
      throws Exception {
    Member member = member(number, new Random(1)).at(MONDAY.plus(Duration.ofDays(day)));
    operator.processElement(ClusterInput.of(member), 0);
  }

  private static ClusterInput.StillSeen stillSeen(int number, int day) {
    return new ClusterInput.StillSeen(id(number), Days.of(MONDAY) + day);
  }

  private static Watermark day(int day) {
    return new Watermark(Duration.ofDays(Days.of(MONDAY) + day).toMillis());
  }

  private static List<String> namesAndSizes(
      IndexHarness<Integer, ClusterInput> operator) {
    List<String> told = new ArrayList<>();
    for (IndexChange change : operator.extractOutputValues()) {
      if (change instanceof IndexChange.PutCluster(ClusterProfile cluster)) {
        told.add(cluster.id() + " of " + cluster.size());
      }
    }
    return told;
  }

  private static Map<String, String> placed(
      IndexHarness<Integer, ClusterInput> operator) {
    Map<String, String> placed = new HashMap<>();
    for (IndexChange change : operator.extractOutputValues()) {
      if (change instanceof IndexChange.PutMembership(Membership membership)) {
        assertThat(placed.put(membership.advertId(), membership.clusterId())).isNull();
      }
    }
    return placed;
  }

  private static long count(
      IndexHarness<Integer, ClusterInput> operator) {
    return (Long)
        ((AbstractStreamOperator<?>) operator.getOperator())
            .getRuntimeContext()
            .getAccumulator(JoinClusters.FORGOTTEN)
            .getLocalValue();
  }

  /** What the index holds after all changes were applied in order. */
  private static final class Index {
    final List<Membership> placed = new ArrayList<>();
    final Map<String, String> aliases = new HashMap<>();
    final SortedMap<String, Long> sizes = new TreeMap<>();
    final SortedMap<String, String> leads = new TreeMap<>();

    /** Returns advert → present name of its cluster, as a reader of the index finds it. */
    SortedMap<String, String> memberships() {
      SortedMap<String, String> memberships = new TreeMap<>();
      for (Membership membership : placed) {
        String name = membership.clusterId();
        while (!sizes.containsKey(name)) {
          name = Objects.requireNonNull(aliases.get(name), name);
        }
        memberships.put(membership.advertId(), name);
      }
      return memberships;
    }

    void apply(Lead lead) {
      if (lead.alert() == null) {
        leads.remove(lead.subject());
      } else {
        leads.put(lead.subject(), lead.first() + " " + lead.alert().headline());
      }
    }

    void apply(IndexChange change) {
      switch (change) {
        case IndexChange.PutMembership(var membership) -> placed.add(membership);
        case IndexChange.PutAlias(var alias) -> aliases.put(alias.formerId(), alias.id());
        case IndexChange.PutCluster(var cluster) -> sizes.put(cluster.id(), cluster.size());
        case IndexChange.Delete(var name, Deletion what) when what == Deletion.CLUSTER ->
            sizes.remove(name);
        default -> {}
      }
    }
  }

  private static Index indexAfter(List<ClusterInput> inputs, Random random) throws Exception {
    Index index = new Index();
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

  private static Member member(int number, Random random) {
    return member(number, random, 0);
  }

  /** Returns an advert that says a strong sign of control. */
  private static Member controlled(int number) {
    Evidence sign = new Evidence("LX-03", id(number), List.of());
    return member(number, new Random(1), 0, List.of(sign));
  }

  /** Returns an advert that was seen some days after it was posted. */
  private static Member member(int number, Random random, int seenLater) {
    return member(number, random, seenLater, List.of());
  }

  private static Member member(
      int number, Random random, int seenLater, List<Evidence> indicators) {
    return new Member(
        id(number),
        MONDAY.plusSeconds(random.nextInt(50)),
        Days.of(MONDAY) + seenLater,
        Wording.of("An offer with number " + number),
        List.of(),
        "",
        "",
        "example.org",
        "classifieds",
        "en",
        indicators,
        0.5,
        null,
        "",
        "model-1",
        number % 3 == 0 ? List.of(MATCHER) : List.of(),
        List.of(),
        "",
        List.of());
  }

  private static String id(int number) {
    return String.format("a-%020d", number);
  }

  private static IndexHarness<Integer, ClusterInput>
      harness() throws Exception {
    return harness(PromptFlush.atCheckpoints());
  }

  private static IndexHarness<Integer, ClusterInput> harness(
      PromptFlush prompt) throws Exception {
    return harness(prompt, List.of());
  }

  private static IndexHarness<Integer, ClusterInput> harness(
      PromptFlush prompt, List<ClusterRuling> rulings) throws Exception {
    Path models = Path.of(System.getProperty("vigie.root"), "models");
    return new IndexHarness<>(
        new JoinClusters(
            models,
            AlertRuleConfig.defaults(),
            Watch.of(List.of(QUERY)),
            prompt,
            new ClusterRulings(rulings, IndexPlace.on(models), NearDuplicateConfig.defaults()),
            new Horizon(10)),
        unused -> JoinClusters.KEY,
        Types.INT);
  }
}
