package org.vigie.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.advert.Advert;

/** Every pair of adverts is compared: the truth about who is near whom needs no shortcut. */
class SimilarityTest {
  private static final double CHAINED = 0.55;
  private static final double APART = 0.15;
  private static final double UNRELATED = 0.25;

  @Test
  void chainsEachMemberOfACampaignToAnEarlierOne() {
    World world = World.generate(new WorldSpec(1, 420));
    Map<String, WordPairs> pairs = pairsByUrl(world);

    List<String> loose = new ArrayList<>();
    for (Truth.Campaign campaign : world.truth().campaigns()) {
      for (int i = 1; i < campaign.urls().size(); i++) {
        double nearest = 0;
        for (int j = 0; j < i; j++) {
          WordPairs later = pairs.get(campaign.urls().get(i));
          nearest = Math.max(nearest, later.similarity(pairs.get(campaign.urls().get(j))));
        }
        if (nearest < CHAINED) {
          loose.add(campaign.urls().get(i) + " at " + nearest);
        }
      }
    }
    assertThat(loose).isEmpty();
  }

  @Test
  void keepsCampaignsApartFromEachOther() {
    World world = World.generate(new WorldSpec(1, 420));
    Map<String, WordPairs> pairs = pairsByUrl(world);
    List<Truth.Campaign> campaigns = world.truth().campaigns();

    List<String> close = new ArrayList<>();
    for (Truth.Campaign one : campaigns) {
      for (Truth.Campaign other : campaigns.subList(0, campaigns.indexOf(one))) {
        double nearest = nearest(one.urls(), other.urls(), pairs);
        if (nearest > APART) {
          close.add(one.name() + " and " + other.name() + " at " + nearest);
        }
      }
    }
    assertThat(close).isEmpty();
  }

  private static double nearest(
      List<String> these, List<String> those, Map<String, WordPairs> pairs) {
    double nearest = 0;
    for (String one : these) {
      for (String other : those) {
        nearest = Math.max(nearest, pairs.get(one).similarity(pairs.get(other)));
      }
    }
    return nearest;
  }

  @ParameterizedTest
  @CsvSource({"1, 420", "7, 420", "42, 420", "2026, 420"})
  void keepsUnrelatedAdvertsApart(long seed, int adverts) {
    World world = World.generate(new WorldSpec(seed, adverts));
    Map<String, String> groups = groups(world.truth());
    List<Advert> all = world.adverts().toList();
    List<WordPairs> pairs = all.stream().map(advert -> WordPairs.of(advert.text())).toList();

    List<String> close = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < i; j++) {
        double similarity = pairs.get(i).similarity(pairs.get(j));
        if (similarity >= UNRELATED && similarity < 1 && !related(all, groups, i, j)) {
          close.add(all.get(i).url() + " and " + all.get(j).url() + " at " + similarity);
        }
      }
    }
    assertThat(close).isEmpty();
  }

  @Test
  void letsFewPairsOfALargeWorldBeAlikeByChance() {
    World world = World.generate(new WorldSpec(3, 4_000));
    List<WordPairs> pairs =
        world.adverts().map(Advert::text).distinct().map(WordPairs::of).toList();
    int alike = 0;
    long compared = 0;
    // Only the newest thousand against all: the sum of both loops stays small.
    for (int i = pairs.size() - 1_000; i < pairs.size(); i++) {
      for (int j = 0; j < i; j++) {
        compared++;
        alike += pairs.get(i).similarity(pairs.get(j)) >= UNRELATED ? 1 : 0;
      }
    }
    assertThat(alike).isLessThan((int) (compared / 50_000));
  }

  private static boolean related(List<Advert> all, Map<String, String> groups, int i, int j) {
    String group = groups.get(all.get(i).url());
    return !group.isEmpty() && group.equals(groups.get(all.get(j).url()));
  }

  private static Map<String, String> groups(Truth truth) {
    Map<String, String> groups = new HashMap<>();
    truth.campaigns().forEach(c -> c.urls().forEach(url -> groups.put(url, c.name())));
    truth.ordinary().forEach(url -> groups.put(url, ""));
    truth.watched().forEach(w -> w.urls().forEach(url -> groups.put(url, "")));
    return groups;
  }

  private static Map<String, WordPairs> pairsByUrl(World world) {
    Map<String, WordPairs> pairs = new HashMap<>();
    world.adverts().forEach(advert -> pairs.put(advert.url(), WordPairs.of(advert.text())));
    return pairs;
  }
}
