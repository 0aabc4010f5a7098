package org.vigie.pipeline.neardup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.vigie.advert.NearDuplicateLink;
import org.vigie.pipeline.state.Horizon;

class PairNearDuplicatesTest {
  /** 5 January 2026, in days since 1970. */
  private static final long MONDAY = 20_458;

  /** One row a band, so that two signatures share a bucket wherever they agree. */
  private static final NearDuplicateConfig CONFIG = new NearDuplicateConfig(2, 4, 1, 0.5, 2);

  @Test
  void linksAnAdvertWithAnEarlierOneThatSharesThreeFifthsOfTheirShingles() throws Exception {
    try (var bands = harness()) {
      bands.open();
      process(bands, "a-1", 1, 2, 3, 4);
      process(bands, "a-2", 1, 2, 3, 99);

      assertThat(links(bands)).containsOnly(new NearDuplicateLink("a-1", "a-2", 0.6));
    }
  }

  @Test
  void doesNotLinkBelowTheLeastSimilarity() throws Exception {
    try (var bands = harness()) {
      bands.open();
      process(bands, "a-1", 1, 2, 3, 4);
      process(bands, "a-2", 1, 97, 98, 99);

      assertThat(links(bands)).isEmpty();
    }
  }

  @Test
  void doesNotLinkAnAdvertWithItself() throws Exception {
    try (var bands = harness()) {
      bands.open();
      process(bands, "a-1", 1, 2, 3, 4);
      process(bands, "a-1", 1, 2, 3, 4);

      assertThat(links(bands)).isEmpty();
    }
  }

  @Test
  void linksAnAdvertOfALargeCampaignWithOneOfItsRepresentatives() throws Exception {
    try (var bands = harness()) {
      bands.open();
      for (int i = 100; i < 200; i++) {
        process(bands, "a-" + i, 1, 2, 3, 4);
      }
      bands.getOutput().clear();
      process(bands, "a-999", 1, 2, 3, 4);

      assertThat(links(bands)).containsExactly(new NearDuplicateLink("a-100", "a-999", 1.0));
    }
  }

  @Test
  void countsAndRefusesWhatSharesBoilerplateAlone() throws Exception {
    MinHash minHash = new MinHash(NearDuplicateConfig.defaults().signatureLength());
    try (var bands = harness(NearDuplicateConfig.defaults())) {
      bands.open();
      for (String own : List.of("x", "y")) {
        List<String> words = new ArrayList<>();
        IntStream.range(0, 60).forEach(i -> words.add(own + i));
        IntStream.range(0, 160).forEach(i -> words.add("footer" + i));
        long[] shingles = Shingles.of(words, 2);
        int[] signature = minHash.signature(shingles);
        bands.processElement(
            new SignedAdvert(own, MONDAY, signature, Sketch.of(shingles).bytes()), 0);
      }

      assertThat(links(bands)).isEmpty();
      assertThat(count(bands, PairNearDuplicates.BOILERPLATE)).isOne();
    }
  }

  @Test
  void countsTheBucketsThatWereFull() throws Exception {
    try (var bands = harness()) {
      bands.open();
      for (int i = 100; i < 105; i++) {
        process(bands, "a-" + i, 1, 2, 3, 4);
      }

      // Two representatives each: the third to the fifth find all four buckets full.
      assertThat(count(bands, PairNearDuplicates.FULL_BUCKETS)).isEqualTo(12);
    }
  }

  @Test
  void pairsAcrossARestartFromASavepoint() throws Exception {
    OperatorSubtaskState saved;
    try (var bands = harness()) {
      bands.open();
      process(bands, "a-1", 1, 2, 3, 4);
      saved = bands.snapshot(1, 1);
    }
    try (var bands = harness()) {
      bands.initializeState(saved);
      bands.open();
      process(bands, "a-2", 1, 2, 3, 4);

      assertThat(links(bands)).containsOnly(new NearDuplicateLink("a-1", "a-2", 1.0));
    }
  }

  @Test
  void forgetsAnAdvertOnceTheHorizonHasPassedItsDay() throws Exception {
    try (var bands = harness()) {
      bands.open();
      process(bands, "a-1", MONDAY, 1, 2, 3, 4);
      process(bands, "a-2", MONDAY + 1, 5, 6, 7, 8);
      // Ten days, and two until one that is seen still is told of.
      bands.processWatermark(day(MONDAY + 13));
      process(bands, "a-3", MONDAY + 13, 1, 2, 3, 4);
      process(bands, "a-4", MONDAY + 13, 5, 6, 7, 8);

      assertThat(links(bands)).containsExactly(new NearDuplicateLink("a-2", "a-4", 1.0));
      assertThat(count(bands, PairNearDuplicates.KEPT)).isEqualTo(4);
      assertThat(count(bands, PairNearDuplicates.DROPPED)).isOne();
    }
  }

  @Test
  void remembersACampaignAsLongAsItGoesOn() throws Exception {
    try (var bands = harness()) {
      bands.open();
      for (int i = 10; i < 40; i++) {
        bands.processWatermark(day(MONDAY + 5L * i));
        process(bands, "a-" + i, MONDAY + 5L * i, 1, 2, 3, 4);
      }

      assertThat(links(bands).stream().map(NearDuplicateLink::left).distinct())
          .containsExactly("a-10");
      assertThat(links(bands)).hasSize(29);
      assertThat(count(bands, PairNearDuplicates.KEPT)).isEqualTo(2);
      bands.processWatermark(day(MONDAY + 1_000));
      assertThat(count(bands, PairNearDuplicates.DROPPED)).isEqualTo(2);
    }
  }

  @Test
  void leavesNothingBehindInStateOfWhatItForgets() throws Exception {
    Random random = new Random(5);
    try (var bands = harness()) {
      bands.open();
      for (int i = 0; i < 3_000; i++) {
        process(bands, "a-" + i, MONDAY + random.nextInt(10), random.ints(4).toArray());
      }
      long full = bands.snapshot(1, 1).getStateSize();
      bands.processWatermark(day(MONDAY + 1_000));

      assertThat(count(bands, PairNearDuplicates.DROPPED)).isEqualTo(3_000);
      assertThat(full).isGreaterThan(3_000L * 16);
      // What the states are, the number of the next advert and the size of the table stay.
      assertThat(bands.snapshot(2, 2).getStateSize()).isLessThan(4_000);
      assertThat(bands.numEventTimeTimers()).isZero();
    }
  }

  @Test
  void findsTheSameWithAHorizonAsWithoutOneAmongAdvertsWithinIt() throws Exception {
    Set<NearDuplicateLink> withHorizon = new HashSet<>();
    Set<NearDuplicateLink> without = new HashSet<>();
    try (var bounded = harness(CONFIG, new Horizon(10));
        var unbounded = harness(CONFIG, new Horizon(Horizon.MAX_DAYS))) {
      bounded.open();
      unbounded.open();
      Random random = new Random(11);
      long latest = 0;
      for (int i = 0; i < 4_000; i++) {
        // Three months, each advert up to four days out of order; texts come back for some days.
        long day = MONDAY + i / 44 + random.nextInt(5);
        latest = Math.max(latest, day);
        int text = i / 200 * 200 + random.nextInt(150);
        int[] signature = IntStream.range(0, 4).map(at -> 4 * text + at).toArray();
        for (var bands : List.of(bounded, unbounded)) {
          bands.processWatermark(day(latest));
          process(bands, "a-%04d".formatted(i), day, signature);
        }
      }
      withHorizon.addAll(links(bounded));
      without.addAll(links(unbounded));
      assertThat(count(bounded, PairNearDuplicates.DROPPED)).isGreaterThan(1_000);
      assertThat(count(unbounded, PairNearDuplicates.DROPPED)).isZero();
    }

    assertThat(withHorizon).hasSizeGreaterThan(1_000).isEqualTo(without);
  }

  /** Some adverts join what was two clusters before; days pass, and the run begins anew once. */
  @Test
  void joinsWhatLinksWithAllRepresentativesWouldJoin() throws Exception {
    NearDuplicateConfig config = new NearDuplicateConfig(2, 8, 1, 0.5, 3);
    Random random = new Random(12);
    Map<String, int[]> texts = new LinkedHashMap<>();
    for (int i = 0; i < 3_000; i++) {
      int text = random.nextInt(300);
      int other = random.nextInt(4) == 0 ? random.nextInt(300) : text;
      int[] numbers =
          IntStream.range(0, 8)
              .map(at ->
                  random.nextInt(8) == 0 ? random.nextInt() : 8 * (at < 4 ? text : other) + at)
              .toArray();
      texts.put("a-%04d".formatted(random.nextInt(10_000)), numbers);
    }
    List<NearDuplicateLink> found = new ArrayList<>();
    OperatorSubtaskState saved = OperatorSubtaskState.builder().build();
    List<String> ids = List.copyOf(texts.keySet());
    for (List<String> part : List.of(ids.subList(0, 1_000), ids.subList(1_000, ids.size()))) {
      try (var bands = harness(config, new Horizon(1_000))) {
        bands.initializeState(saved);
        bands.open();
        for (String id : part) {
          bands.processWatermark(day(MONDAY + ids.indexOf(id) / 100));
          process(bands, id, texts.getOrDefault(id, new int[8]));
        }
        saved = bands.snapshot(1, 1);
        found.addAll(links(bands));
      }
    }

    List<NearDuplicateLink> all = linksWithAll(texts, config);
    Map<String, String> expected = TextClusters.joined(texts.keySet(), all).clusterOf();
    assertThat(TextClusters.joined(texts.keySet(), found).clusterOf()).isEqualTo(expected);
    assertThat(expected.values().stream().distinct()).hasSizeBetween(50, ids.size() / 2);
    assertThat(found).hasSizeLessThan(all.size() / 2).isSubsetOf(all);
  }

  /** Compares each advert with all representatives of its buckets, in plain collections. */
  private static List<NearDuplicateLink> linksWithAll(
      Map<String, int[]> texts, NearDuplicateConfig config) {
    List<NearDuplicateLink> links = new ArrayList<>();
    Map<Long, TreeSet<String>> buckets = new HashMap<>();
    texts.forEach((id, numbers) -> {
      Set<String> met = new TreeSet<>();
      for (int band = 0; band < config.bands(); band++) {
        TreeSet<String> bucket =
            buckets.computeIfAbsent(
                MinHash.bucket(spread(numbers), band, config.rowsPerBand()),
                key -> new TreeSet<>());
        met.addAll(bucket);
        bucket.add(id);
        if (bucket.size() > config.representatives()) {
          bucket.pollLast();
        }
      }
      for (String other : met) {
        double similarity =
            Overlap.of(sketch(numbers), sketch(texts.getOrDefault(other, numbers))).similarity();
        if (similarity >= config.minSimilarity()) {
          boolean first = id.compareTo(other) < 0;
          links.add(new NearDuplicateLink(first ? id : other, first ? other : id, similarity));
        }
      }
    });
    return links;
  }

  private static Watermark day(long day) {
    return new Watermark(Duration.ofDays(day).toMillis());
  }

  private static KeyedOneInputStreamOperatorTestHarness<Integer, SignedAdvert, NearDuplicateLink>
      harness() throws Exception {
    return harness(CONFIG);
  }

  private static KeyedOneInputStreamOperatorTestHarness<Integer, SignedAdvert, NearDuplicateLink>
      harness(NearDuplicateConfig config) throws Exception {
    return harness(config, new Horizon(10));
  }

  private static KeyedOneInputStreamOperatorTestHarness<Integer, SignedAdvert, NearDuplicateLink>
      harness(NearDuplicateConfig config, Horizon horizon) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new PairNearDuplicates(config, horizon)),
        unused -> PairNearDuplicates.KEY,
        Types.INT);
  }

  private static long count(
      KeyedOneInputStreamOperatorTestHarness<Integer, SignedAdvert, NearDuplicateLink> bands,
      String name) {
    return (Long)
        ((AbstractStreamOperator<?>) bands.getOperator())
            .getRuntimeContext()
            .getAccumulator(name)
            .getLocalValue();
  }

  private static void process(
      KeyedOneInputStreamOperatorTestHarness<Integer, SignedAdvert, NearDuplicateLink> bands,
      String id,
      int... signature)
      throws Exception {
    process(bands, id, MONDAY, signature);
  }

  private static void process(
      KeyedOneInputStreamOperatorTestHarness<Integer, SignedAdvert, NearDuplicateLink> bands,
      String id,
      long day,
      int... signature)
      throws Exception {
    bands.processElement(
        new SignedAdvert(id, day, spread(signature), sketch(signature).bytes()), 0);
  }

  /** Spreads numbers, which stand for hashes of shingles, over all hashes there are. */
  private static int[] spread(int... numbers) {
    return IntStream.of(numbers).map(number -> Region.without(number * 0x85EBCA6B)).toArray();
  }

  private static Sketch sketch(int... numbers) {
    return Sketch.of(
        IntStream.of(numbers).mapToLong(number -> Shingles.spread(number + 1L)).toArray());
  }

  private static List<NearDuplicateLink> links(
      KeyedOneInputStreamOperatorTestHarness<Integer, SignedAdvert, NearDuplicateLink> bands) {
    return new ArrayList<>(bands.extractOutputValues());
  }
}
