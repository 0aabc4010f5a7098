package org.vigie.search.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.search.Adverts.MONDAY;
import static org.vigie.search.TestIndex.id;
import static org.vigie.search.TestIndex.ids;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.ClusterAlias;
import org.vigie.advert.Entities;
import org.vigie.advert.GroupAssessment;
import org.vigie.advert.Membership;
import org.vigie.advert.NetworkMembership;
import org.vigie.advert.NetworkProfile;
import org.vigie.advert.Outcome;
import org.vigie.search.AdvertIndex;
import org.vigie.search.Adverts;
import org.vigie.search.Hidden;
import org.vigie.search.SearchRequest;
import org.vigie.search.SearchResult;
import org.vigie.search.ShownRisk;
import org.vigie.search.TestIndex;
import org.vigie.search.shard.ShardWriter;
import org.vigie.text.InventedCluster;

/** The order of risk, in which an advert stands by its cluster and its network too. */
class HighestRiskTest {
  private static final AssessedAdvert BREAKFAST = advert("Breakfast cook for a hotel", 0.71);
  private static final AssessedAdvert KEPT = advert("We keep the passport, fields", 0.19);
  private static final AssessedAdvert KEPT_TOO = advert("We keep the passport, kitchens", 0.27);
  private static final AssessedAdvert ALONE = advert("Drivers, one number", 0.05);
  private static final AssessedAdvert PLAIN = advert("A bicycle for sale", 0.01);
  private static final List<AssessedAdvert> ALL = List.of(PLAIN, ALONE, BREAKFAST, KEPT, KEPT_TOO);

  @TempDir Path folder;

  @Test
  void takesTheHighestOfOwnClustersAndNetworksRisk() throws IOException {
    try (AdvertIndex index = TestIndex.of(folder, ALL, HighestRiskTest::groups)) {
      assertThat(ids(index, ""))
          .containsExactly(id(KEPT_TOO), id(KEPT), id(ALONE), id(BREAKFAST), id(PLAIN));
      assertThat(index.search(TestIndex.request("")).hits())
          .extracting(SearchResult.Hit::risk)
          .containsExactly(
              new ShownRisk(ShownRisk.Of.GROUP, "c-kept", 0.995),
              new ShownRisk(ShownRisk.Of.GROUP, "c-kept", 0.995),
              new ShownRisk(ShownRisk.Of.NETWORK, "n-drivers", 0.8),
              new ShownRisk(ShownRisk.Of.OWN, "", 0.71),
              new ShownRisk(ShownRisk.Of.OWN, "", 0.01));
    }
  }

  @Test
  void followsAClusterWhoseRiskChangesWithoutAWordOfItsMembers() throws IOException {
    TestIndex.of(folder, ALL, HighestRiskTest::groups).close();
    try (ShardWriter shard = ShardWriter.open(folder.resolve("shard-0"), OptionalLong.of(1))) {
      shard.put(InventedCluster.of("c-kept", 2).assessed(together(0.3)));
      shard.commit(2);
    }
    try (AdvertIndex index = AdvertIndex.open(folder)) {
      assertThat(ids(index, ""))
          .containsExactly(id(KEPT_TOO), id(KEPT), id(ALONE), id(BREAKFAST), id(PLAIN));
      assertThat(index.search(TestIndex.request("passport")).hits())
          .extracting(SearchResult.Hit::risk)
          .containsOnly(new ShownRisk(ShownRisk.Of.NETWORK, "n-drivers", 0.8));
    }
  }

  @Test
  void tellsNothingOfTheRiskOfAGroupOfWhichAPartIsHidden() throws IOException {
    TestIndex.of(folder, ALL, HighestRiskTest::groups).close();
    try (AdvertIndex index = AdvertIndex.open(folder, hiding(id(KEPT_TOO)))) {
      assertThat(ids(index, "")).containsExactly(id(BREAKFAST), id(KEPT), id(ALONE), id(PLAIN));
      assertThat(index.search(TestIndex.request("passport")).hits())
          .extracting(SearchResult.Hit::risk)
          .containsExactly(new ShownRisk(ShownRisk.Of.OWN, "", 0.19));
    }
  }

  @Test
  void foldsAClusterIntoTheRiskiestOfItsAdverts() throws IOException {
    try (AdvertIndex index = TestIndex.of(folder, ALL, HighestRiskTest::groups)) {
      SearchResult folded = index.search(TestIndex.request("").folded());
      assertThat(folded.total()).isEqualTo(5);
      assertThat(folded.cards()).isEqualTo(4);
      assertThat(folded.hits())
          .extracting(hit -> id(hit.advert()))
          .containsExactly(id(KEPT_TOO), id(ALONE), id(BREAKFAST), id(PLAIN));
      assertThat(folded.hits()).extracting(SearchResult.Hit::alike).containsExactly(2L, 1L, 1L, 1L);
      SearchResult some = index.search(TestIndex.request("fields OR bicycle").folded());
      assertThat(some.hits()).extracting(SearchResult.Hit::alike).containsExactly(1L, 1L);
    }
  }

  @Test
  void foldsAllPagesAsOneListInEveryOrder() throws IOException {
    List<AssessedAdvert> adverts = Adverts.generated(400, 5);
    try (AdvertIndex index =
        TestIndex.of(
            folder,
            adverts,
            shard -> {
              for (int i = 0; i < 300; i++) {
                shard.put(new Membership(id(adverts.get(i)), "c-" + i % 7));
              }
              for (int cluster = 0; cluster < 7; cluster++) {
                shard.put(InventedCluster.of("c-" + cluster, 43));
              }
            })) {
      for (SearchRequest.Order order : SearchRequest.Order.values()) {
        Set<String> stood = new HashSet<>();
        Set<String> clusters = new HashSet<>();
        long adverted = 0;
        SearchResult page = index.search(page(order, 0));
        assertThat(page.cards()).as(order.name()).isEqualTo(107);
        assertThat(page.total()).isEqualTo(400);
        for (int offset = 0; offset < 120; offset += 20) {
          for (SearchResult.Hit hit : index.search(page(order, offset)).hits()) {
            assertThat(stood.add(id(hit.advert()))).as("once").isTrue();
            assertThat(hit.cluster().id().isEmpty() || clusters.add(hit.cluster().id())).isTrue();
            adverted += hit.alike();
          }
        }
        assertThat(stood).as(order.name()).hasSize(107);
        assertThat(adverted).as(order.name()).isEqualTo(400);
        assertThat(page.hits().getFirst().advert())
            .isEqualTo(index.search(unfolded(order)).hits().getFirst().advert());
      }
    }
  }

  private static SearchRequest page(SearchRequest.Order order, int offset) {
    return new SearchRequest("", offset, 20, order, 0, Duration.ofSeconds(30), true);
  }

  private static SearchRequest unfolded(SearchRequest.Order order) {
    return new SearchRequest("", 0, 1, order, 0, Duration.ofSeconds(30));
  }

  private static Hidden hiding(String advert) {
    return new Hidden(Set.of(advert), Set.of(), Set.of());
  }

  private static void groups(ShardWriter shard) throws IOException {
    shard.put(InventedCluster.of("c-kept", 2).assessed(together(0.995)));
    shard.put(new ClusterAlias("c-former", "c-kept"));
    shard.put(new Membership(id(KEPT), "c-kept"));
    shard.put(new Membership(id(KEPT_TOO), "c-former"));
    shard.put(network());
    shard.put(new NetworkMembership(NetworkMembership.ofSingle(id(ALONE)), "n-drivers"));
    shard.put(new NetworkMembership("c-kept", "n-drivers"));
    shard.put(new NetworkMembership("phone:+15550100", "n-drivers"));
  }

  private static GroupAssessment together(double risk) {
    return new GroupAssessment(risk, 1, List.of(), "invented-1", "1");
  }

  private static NetworkProfile network() {
    return new NetworkProfile(
        "n-drivers",
        3,
        2,
        1,
        2,
        MONDAY,
        MONDAY,
        Map.of("c-kept", 2L),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        0.3,
        0.2,
        3,
        together(0.8));
  }

  private static AssessedAdvert advert(String text, double risk) {
    Advert advert =
        Advert.builder(Channel.CLASSIFIEDS, "ads.example.org", MONDAY).title(text).body("").build();
    return new AssessedAdvert(
        advert,
        "en",
        List.of(),
        Entities.none(),
        List.of(),
        new Assessment("recruitment", Outcome.UNDETERMINED, risk, 0, List.of(), "invented-1", "1"));
  }
}
