package org.vigie.pipeline.cluster;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.vigie.advert.Evidence;
import org.vigie.advert.Severity;
import org.vigie.pipeline.IndexHarness;
import org.vigie.pipeline.alert.AlertRuleConfig;
import org.vigie.pipeline.alert.PromptFlush;
import org.vigie.pipeline.alert.Watch;
import org.vigie.pipeline.index.IndexPlace;
import org.vigie.pipeline.neardup.NearDuplicateConfig;
import org.vigie.pipeline.state.Days;
import org.vigie.pipeline.state.Horizon;
import org.vigie.search.StoredQuery;

/** Invented adverts by number, and the operator that joins them into clusters. */
final class JoinedAdverts {
  static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
  private static final StoredQuery QUERY = new StoredQuery("q", "1", "offer", Severity.NOTICE);
  private static final String MATCHER =
      Watch.of(List.of(QUERY)).matchers().keySet().iterator().next();

  private JoinedAdverts() {}

  static Member member(int number, Random random) {
    return member(number, random, 0);
  }

  /** Returns an advert that was seen some days after it was posted. */
  static Member member(int number, Random random, int seenLater) {
    return member(number, random, seenLater, List.of());
  }

  /** Returns an advert that says a strong sign of control. */
  static Member controlled(int number) {
    Evidence sign = new Evidence("LX-03", id(number), List.of());
    return member(number, new Random(1), 0, List.of(sign));
  }

  static Member member(int number, Random random, int seenLater, List<Evidence> indicators) {
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

  static String id(int number) {
    return String.format("a-%020d", number);
  }

  static IndexHarness<Integer, ClusterInput> harness() throws Exception {
    return harness(PromptFlush.atCheckpoints());
  }

  static IndexHarness<Integer, ClusterInput> harness(PromptFlush prompt) throws Exception {
    return harness(prompt, List.of());
  }

  static IndexHarness<Integer, ClusterInput> harness(
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
