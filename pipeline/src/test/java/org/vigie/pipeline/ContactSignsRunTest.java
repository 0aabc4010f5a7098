package org.vigie.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Advert;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Indicator;
import org.vigie.advert.NetworkProfile;
import org.vigie.advert.Reason;
import org.vigie.search.AdvertIndex;
import org.vigie.search.Hidden;

/** What a contact shows over adverts of different texts, from the adverts to the index. */
@Timeout(180)
class ContactSignsRunTest {
  private static final String KITCHEN =
      "Work in the kitchen of a small hotel near the harbour, meals and a room in the staff house"
          + " are part of it, no papers needed to begin. Ask for %s, %d years old, who works here"
          + " already, at +33 6 39 98 00 01.";

  private static final String DRIVER =
      "Somebody with a licence is wanted for a white van that leaves twice a week. Ask for Berta,"
          + " 45 years old, at +33 6 39 98 00 01.";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void makesThemPartOfTheClusterAndOfTheNetworkAndOfItsRisk(int parallelism) throws Exception {
    List<String> adverts =
        new ArrayList<>(
            List.of(KITCHEN.formatted("Anna", 21), KITCHEN.formatted("Clara", 21), DRIVER));
    Collections.shuffle(adverts, new Random(parallelism));
    TestRun run = new TestRun(folder);
    for (String advert : adverts) {
      // One after another, so that the sign, which only all of them show, comes last.
      run.accept(adverts.indexOf(advert) + ".jsonl", "{\"text\":\"" + advert + "\"}\n");
      run.run(parallelism);
    }

    try (AdvertIndex index = AdvertIndex.open(run.workspace().index())) {
      ClusterProfile cluster = index.clusters(2, 10).getFirst();
      assertThat(cluster.size()).isEqualTo(2);
      assertThat(cluster.indicators())
          .filteredOn(found -> found.id().equals("OA-11"))
          .extracting(Indicator::detail)
          .containsExactly("over all adverts of one contact that it names");
      NetworkProfile network = index.networks(10).getFirst();
      assertThat(network.clusterCount()).isEqualTo(2);
      assertThat(network.assessment().reasons())
          .extracting(Reason::feature)
          .anyMatch(reason -> reason.startsWith("OA-11") && reason.endsWith("as a whole"));
    }
    String driver;
    try (AdvertIndex index = AdvertIndex.open(run.workspace().index())) {
      driver =
          run.adverts(index).stream()
              .map(hit -> hit.advert().advert())
              .filter(advert -> advert.body().contains("licence"))
              .map(Advert::id)
              .findFirst()
              .orElseThrow();
    }
    Hidden hidden = new Hidden(Set.of(driver), Set.of(), Set.of());
    try (AdvertIndex index = AdvertIndex.open(run.workspace().index(), hidden)) {
      ClusterProfile cluster = index.clusters(2, 10).getFirst();
      assertThat(cluster.size()).isEqualTo(2);
      assertThat(cluster.indicators()).as("the sign rests on what is hidden").isEmpty();
      assertThat(cluster.assessment()).isNull();
      assertThat(index.unshown()).contains(cluster.id());
    }
  }
}
