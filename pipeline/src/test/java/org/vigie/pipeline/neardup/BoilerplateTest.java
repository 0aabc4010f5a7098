package org.vigie.pipeline.neardup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.pipeline.neardup.PlantedTexts.Place;

class BoilerplateTest {
  private static final NearDuplicateConfig CONFIG = NearDuplicateConfig.defaults();

  @Test
  void keepsApartTheAdvertsOfBoardsThatShareThreeToSevenTenthsOfTheirWords() throws Exception {
    PlantedTexts planted = new PlantedTexts(1);
    for (int board = 0; board < 15; board++) {
      planted.board(100, 0.3 + 0.4 * board / 14, Place.values()[board % 3]);
    }

    TextClusters found = TextClusters.of(planted.texts, CONFIG);

    int merged = found.sizes().stream().filter(size -> size > 1).mapToInt(size -> size).sum();
    assertThat(merged).isLessThanOrEqualTo(15);
  }

  @Test
  void keepsCampaignsTogetherAmongBoardsAndUnrelatedAdverts() throws Exception {
    PlantedTexts planted = campaigns(2);
    for (int board = 0; board < 15; board++) {
      planted.board(100, 0.3 + 0.4 * board / 14, Place.values()[board % 3]);
    }
    planted.unrelated(4_000);

    TextClusters found = TextClusters.of(planted.texts, CONFIG);

    Agreement agreement = Agreement.of(planted.truth, found.clusterOf());
    assertThat(agreement.adjustedRand()).isGreaterThanOrEqualTo(0.95);
    assertThat(agreement.bCubedF1()).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void findsTheSameClustersInAnyOrder() throws Exception {
    PlantedTexts planted =
        new PlantedTexts(3).campaign(300, 0.1).campaign(20, 0.1).board(60, 0.5, Place.BOTH);
    List<Map.Entry<String, String>> entries = new ArrayList<>(planted.texts.entrySet());
    Map<String, String> expected = TextClusters.of(planted.texts, CONFIG).clusterOf();

    for (int seed = 0; seed < 10; seed++) {
      Collections.shuffle(entries, new Random(seed));
      Map<String, String> shuffled = new LinkedHashMap<>();
      entries.forEach(entry -> shuffled.put(entry.getKey(), entry.getValue()));

      assertThat(TextClusters.of(shuffled, CONFIG).clusterOf()).isEqualTo(expected);
    }
  }

  /**
   * A site's footer of two dozen words is most of an advert that says in one line what it wants.
   */
  @Test
  void keepsShortAdvertsApartThatShareAFooter() throws Exception {
    int merged = 0;
    int all = 0;
    for (int own = 14; own <= 24; own++) {
      PlantedTexts planted = new PlantedTexts(own).notes(80, own, 26);

      List<Integer> sizes = TextClusters.of(planted.texts, CONFIG).sizes();
      merged += sizes.stream().filter(size -> size > 1).mapToInt(size -> size).sum();
      all += planted.texts.size();
    }
    System.out.printf("short adverts with a footer: %d of %d merged%n", merged, all);
    assertThat(merged).isLessThanOrEqualTo(all / 20);
  }

  /** A name, an age, a town of two words, a phone number in three groups and a price. */
  @Test
  void keepsAShortCampaignTogetherWhoseSlotsStandSideBySide() throws Exception {
    for (int seed = 0; seed < 20; seed++) {
      PlantedTexts planted = new PlantedTexts(seed).notes(80, 8, 40);

      assertThat(TextClusters.of(planted.texts, CONFIG).sizes()).containsExactly(80);
    }
  }

  /** Campaigns of 2 to 400 whose adverts lose up to three tenths of their words. */
  private static PlantedTexts campaigns(long seed) {
    PlantedTexts planted = new PlantedTexts(seed);
    int[] sizes = {2, 3, 5, 10, 30, 100, 400};
    int[] counts = {60, 40, 30, 15, 8, 4, 1};
    for (int i = 0; i < sizes.length; i++) {
      for (int campaign = 0; campaign < counts[i]; campaign++) {
        planted.campaign(sizes[i], 0.3);
      }
    }
    return planted;
  }
}
