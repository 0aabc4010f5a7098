package org.vigie.pipeline.neardup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Campaigns of any size among ten times as many adverts that have nothing to do with any other. */
class PlantedCampaignsTest {
  private static final int[] SIZES = {2, 3, 5, 10, 30, 100, 400, 1_000, 5_000};
  private static final int[] COUNTS = {60, 40, 30, 15, 8, 4, 1, 1, 1};

  @Test
  void areFoundWithUpToThreeTenthsOfTheirWordsChangedInSeveralScripts() throws Exception {
    findsCampaigns(SIZES.length, 0);
  }

  /** Without the largest, whose buckets are full whether its words are disguised or not. */
  @Test
  void areFoundAllTheSameWhereWordsAreDisguised() throws Exception {
    findsCampaigns(SIZES.length - 1, 1);
  }

  private static void findsCampaigns(int sizes, double disguised) throws Exception {
    PlantedTexts planted = new PlantedTexts(4);
    for (int i = 0; i < sizes; i++) {
      for (int campaign = 0; campaign < COUNTS[i]; campaign++) {
        planted.campaign(SIZES[i], 0.3, disguised);
      }
    }
    planted.unrelated(10 * planted.texts.size());

    TextClusters found = TextClusters.of(planted.texts, NearDuplicateConfig.defaults());

    Agreement agreement = Agreement.of(planted.truth, found.clusterOf());
    System.out.printf(
        "planted campaigns, up to %.0f %% of words disguised: adjusted Rand index %.3f, B-cubed F1 %.3f%n",
        100 * disguised, agreement.adjustedRand(), agreement.bCubedF1());
    assertThat(agreement.adjustedRand()).isGreaterThanOrEqualTo(0.95);
    assertThat(agreement.bCubedF1()).isGreaterThanOrEqualTo(0.95);
  }
}
