package org.vigie.pipeline.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.NetworkProfile;
import org.vigie.pipeline.TestRun;
import org.vigie.pipeline.neardup.Agreement;
import org.vigie.search.AdvertIndex;
import org.vigie.search.SearchResult;

/** The whole job on planted networks among strangers who share a hotline and placeholders. */
class PlantedNetworksTest {
  @TempDir Path folder;

  @Test
  void findsThePlantedNetworksAndNoGiantOneWhateverTheOrderThePiecesAndTheParallelism()
      throws Exception {
    PlantedNetworks planted = new PlantedNetworks(1);
    for (int i = 0; i < 60; i++) {
      planted.network(2 + i % 9);
    }
    planted.strangers(900);

    TestRun whole = new TestRun(folder.resolve("whole"));
    whole.accept("all.jsonl", String.join("", planted.shuffled(0)));
    whole.run(2);
    TestRun pieces = new TestRun(folder.resolve("pieces"));
    List<String> lines = planted.shuffled(1);
    for (int piece = 0; piece < 3; piece++) {
      int from = piece * lines.size() / 3;
      int to = (piece + 1) * lines.size() / 3;
      pieces.accept("piece-" + piece + ".jsonl", String.join("", lines.subList(from, to)));
      pieces.run(4 - piece);
    }

    Map<String, String> found = networks(whole);
    Agreement agreement = Agreement.of(planted.truth, found);
    System.out.printf(
        "measured: adjusted Rand index %.4f, B-cubed F1 %.4f%n",
        agreement.adjustedRand(), agreement.bCubedF1());
    assertThat(agreement.adjustedRand()).isGreaterThanOrEqualTo(0.99);
    assertThat(agreement.bCubedF1()).isGreaterThanOrEqualTo(0.99);
    try (AdvertIndex index = AdvertIndex.open(whole.workspace().index())) {
      assertThat(index.networks(1).getFirst().adverts()).isLessThan(100);
      for (String shared :
          List.of("phone:+353209100000", "phone:+447700900000", "email:name@example.org")) {
        assertThat(index.findContactCut(shared)).as(shared).isPresent();
      }
    }
    assertThat(pieces.found().networks()).containsExactlyElementsOf(whole.found().networks());
    assertThat(pieces.found().contacts()).containsExactlyElementsOf(whole.found().contacts());
  }

  /** Returns the site's own id → network; an advert without one is alone, or in its cluster. */
  private static Map<String, String> networks(TestRun run) throws Exception {
    Map<String, String> networks = new HashMap<>();
    try (AdvertIndex index = AdvertIndex.open(run.workspace().index())) {
      for (SearchResult.Hit hit : run.adverts(index)) {
        String id = hit.advert().advert().id();
        String alone = hit.cluster().id().isEmpty() ? id : hit.cluster().id();
        networks.put(
            hit.advert().advert().sourceId(),
            index.findNetworkOf(id).map(NetworkProfile::id).orElse(alone));
      }
    }
    return networks;
  }
}
