package org.vigie.pipeline.neardup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.vigie.advert.NearDuplicateLink;

class PairNearDuplicatesTest {
  /** One row a band, so that two signatures share a bucket wherever they agree. */
  private static final NearDuplicateConfig CONFIG = new NearDuplicateConfig(2, 4, 1, 0.5, 2);

  @Test
  void linksAnAdvertWithAnEarlierOneThatSharesThreeQuartersOfItsSignature() throws Exception {
    try (var bands = harness()) {
      bands.open();
      process(bands, "a-1", 1, 2, 3, 4);
      process(bands, "a-2", 1, 2, 3, 99);

      assertThat(links(bands)).containsOnly(new NearDuplicateLink("a-1", "a-2", 0.75));
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
  void comparesAnAdvertOfALargeCampaignWithItsRepresentativesAlone() throws Exception {
    try (var bands = harness()) {
      bands.open();
      for (int i = 100; i < 200; i++) {
        process(bands, "a-" + i, 1, 2, 3, 4);
      }
      bands.getOutput().clear();
      process(bands, "a-999", 1, 2, 3, 4);

      assertThat(links(bands).stream().map(NearDuplicateLink::left).distinct())
          .containsExactlyInAnyOrder("a-100", "a-101");
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
        int[] signature = minHash.signature(Shingles.of(words, 2));
        for (int group = 0; group < NearDuplicateConfig.GROUPS; group++) {
          bands.processElement(new SignedAdvert(group, own, signature), 0);
        }
      }

      assertThat(links(bands)).isEmpty();
      assertThat(count(bands, PairNearDuplicates.BOILERPLATE))
          .isBetween(1L, (long) NearDuplicateConfig.GROUPS);
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

  private static KeyedOneInputStreamOperatorTestHarness<Integer, SignedAdvert, NearDuplicateLink>
      harness() throws Exception {
    return harness(CONFIG);
  }

  private static KeyedOneInputStreamOperatorTestHarness<Integer, SignedAdvert, NearDuplicateLink>
      harness(NearDuplicateConfig config) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new PairNearDuplicates(config)), SignedAdvert::group, Types.INT);
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
    int[] marked = IntStream.of(signature).map(hash -> hash * Region.MAX).toArray();
    for (int group = 0; group < NearDuplicateConfig.GROUPS; group++) {
      bands.processElement(new SignedAdvert(group, id, marked), 0);
    }
  }

  private static List<NearDuplicateLink> links(
      KeyedOneInputStreamOperatorTestHarness<Integer, SignedAdvert, NearDuplicateLink> bands) {
    return new ArrayList<>(bands.extractOutputValues());
  }
}
