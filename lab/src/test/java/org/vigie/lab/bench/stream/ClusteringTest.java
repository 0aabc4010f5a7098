package org.vigie.lab.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Iterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Advert;

/** Both ways of clustering find what is planted, so that what they cost can be compared. */
class ClusteringTest {
  private static final Path MODELS = Path.of(System.getProperty("vigie.root"), "models");
  private static final int ADVERTS = 200;

  @Test
  void thePlainLoopJoinsTheCopiesOfACampaignAndNoOthers() {
    PlainMinHashLoop loop = new PlainMinHashLoop(ADVERTS);
    CoinedAdverts.campaigns(3, ADVERTS, 10).forEachRemaining(loop::take);

    for (int advert = 0; advert < ADVERTS; advert++) {
      assertThat(loop.areTogether(advert, advert / 10 * 10)).as("%d", advert).isTrue();
      assertThat(loop.areTogether(advert, (advert + 10) % ADVERTS)).as("%d", advert).isFalse();
    }
  }

  @Test
  void theStagesLinkTheCopiesOfCampaignsAndMakeTheirClusters() throws Exception {
    try (ClusterStages stages = new ClusterStages(MODELS)) {
      take(CoinedAdverts.campaigns(3, ADVERTS, 10), stages);

      assertThat(stages.links()).isGreaterThanOrEqualTo(ADVERTS * 9 / 10);
      assertThat(stages.letGo()).isGreaterThanOrEqualTo(ADVERTS);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theStagesLinkNoAdvertsThatShareNothingOrAPhrase(boolean share) throws Exception {
    try (ClusterStages stages = new ClusterStages(MODELS)) {
      take(CoinedAdverts.alone(3, ADVERTS, share), stages);

      assertThat(stages.links()).isZero();
      assertThat(stages.letGo()).isZero();
    }
  }

  private static void take(Iterator<Advert> adverts, Clustering clustering) throws Exception {
    while (adverts.hasNext()) {
      clustering.take(adverts.next());
    }
  }
}
