package org.vigie.pipeline.neardup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
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
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new PairNearDuplicates(CONFIG)), SignedAdvert::group, Types.INT);
  }

  private static void process(
      KeyedOneInputStreamOperatorTestHarness<Integer, SignedAdvert, NearDuplicateLink> bands,
      String id,
      int... signature)
      throws Exception {
    for (int group = 0; group < NearDuplicateConfig.GROUPS; group++) {
      bands.processElement(new SignedAdvert(group, id, signature), 0);
    }
  }

  private static List<NearDuplicateLink> links(
      KeyedOneInputStreamOperatorTestHarness<Integer, SignedAdvert, NearDuplicateLink> bands) {
    return new ArrayList<>(bands.extractOutputValues());
  }
}
