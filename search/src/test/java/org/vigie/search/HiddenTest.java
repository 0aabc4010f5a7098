package org.vigie.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.search.TestIndex.id;
import static org.vigie.search.TestIndex.ids;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.AdvertTimes;
import org.vigie.advert.Alert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.ClusterAlias;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Contact;
import org.vigie.advert.Evidence;
import org.vigie.advert.Membership;
import org.vigie.advert.NetworkEdge;
import org.vigie.advert.NetworkMembership;
import org.vigie.advert.NetworkProfile;
import org.vigie.advert.Severity;
import org.vigie.advert.Sighting;
import org.vigie.search.shard.ShardWriter;
import org.vigie.text.InventedCluster;

/** What is hidden, against an index that never had it. */
class HiddenTest {
  private static final String PHONE = "phone:+33639980001";

  private static final List<String> QUERIES =
      List.of(
          "",
          "passport",
          "warehouse OR hotel",
          "-fee",
          "risk>0.5",
          "phone:+33639980001",
          "indicator:RC-04",
          "site:ads.example.org",
          "size>=2",
          "status:gone",
          "cluster:c-a",
          "cluster:former",
          "\"work fee\"");

  @TempDir Path folder;

  @Test
  void isMetByNoSearchCountOrLookUpAndComesBackWhenItIsShownAgain() throws IOException {
    List<AssessedAdvert> adverts = Adverts.generated(300, 5);
    List<String> cluster = adverts.subList(0, 9).stream().map(TestIndex::id).toList();
    String alone = id(adverts.get(20));
    Hidden hidden = new Hidden(Set.of(alone), Set.of("former"), Set.of(PHONE));
    Set<String> gone =
        adverts.stream()
            .filter(advert ->
                cluster.contains(id(advert))
                    || id(advert).equals(alone)
                    || advert.contacts().stream().map(Contact::key).anyMatch(PHONE::equals))
            .map(TestIndex::id)
            .collect(Collectors.toSet());
    List<AssessedAdvert> staying =
        adverts.stream().filter(advert -> !gone.contains(id(advert))).toList();
    assertThat(staying.size()).isBetween(100, 280);
    TestIndex.of(folder.resolve("all"), adverts, shard -> facts(shard, adverts, cluster)).close();

    try (AdvertIndex never =
            TestIndex.of(folder.resolve("never"), staying, shard -> others(shard, staying));
        AdvertIndex some = AdvertIndex.open(folder.resolve("all"), hidden)) {
      for (String query : QUERIES) {
        assertThat(ids(some, query)).as(query).isEqualTo(ids(never, query));
        SearchRequest request = request(query);
        assertThat(some.search(request).total()).isEqualTo(never.search(request).total());
        assertThat(some.search(request).facets())
            .as(query)
            .isEqualTo(never.search(request).facets());
        assertThat(some.advertsByDay(query)).isEqualTo(never.advertsByDay(query));
        assertThat(each(some, query)).isEqualTo(each(never, query));
      }
      assertThat(some.counts().adverts()).isEqualTo(never.counts().adverts());
      assertThat(some.counts().sightings()).isEqualTo(never.counts().sightings());
      for (AssessedAdvert advert : adverts) {
        String id = id(advert);
        assertThat(some.findAdvert(id)).isEqualTo(never.findAdvert(id));
        assertThat(some.findSighting(id)).isEqualTo(never.findSighting(id));
        assertThat(some.search(request("like:" + id)).total())
            .as("like one")
            .isLessThanOrEqualTo(staying.size());
      }
      assertThat(some.findCluster("c-a")).isEmpty();
      assertThat(some.findCluster("former")).isEmpty();
      assertThat(some.findClusterOf(cluster.getFirst())).isEmpty();
      assertThat(some.clusters(2, 100)).isEmpty();
      assertThat(some.alerts(100)).extracting(Alert::subject).containsExactly("c-b");
      assertThat(some.alerts(100).getFirst().evidence())
          .extracting(Evidence::advertId)
          .doesNotContainAnyElementsOf(gone);
      assertThat(some.findAlert(Alert.idOf("r", "1", "c-a"))).isEmpty();
      NetworkProfile network = some.findNetwork("n-1").orElseThrow();
      assertThat(network.clusters()).containsOnlyKeys("c-b");
      assertThat(network.contacts()).doesNotContainKey(PHONE);
      assertThat(network.edges()).containsExactly(new NetworkEdge("c-b", "phone:+1", 1));
      assertThat(some.findNetworkOf("c-a")).isEmpty();

      Map<String, Optional<AdvertTimes>> hiddenTimes =
          Map.of(
              alone, some.findTimes(alone), cluster.getFirst(), some.findTimes(cluster.getFirst()));
      try (AdvertIndex shown = some.openNewer(Hidden.none())) {
        some.close();
        assertThat(ids(shown, "")).hasSize(adverts.size());
        assertThat(shown.findCluster("former")).isPresent();
        assertThat(shown.alerts(100)).hasSize(2);
        for (String id : List.of(alone, cluster.getFirst())) {
          assertThat(hiddenTimes.get(id)).as("times alone are told").isPresent();
          assertThat(hiddenTimes.get(id)).isEqualTo(shownTimes(shown, id));
        }
        assertThat(shown.findTimes("a-00000000000000000000")).isEmpty();
        try (AdvertIndex again = shown.openNewer(hidden)) {
          shown.close();
          assertThat(ids(again, "")).isEqualTo(ids(never, ""));
          assertThat(again.isCurrent()).isTrue();
        }
      }
    }
  }

  private static Optional<AdvertTimes> shownTimes(AdvertIndex index, String id) throws IOException {
    Sighting sighting = index.findSighting(id).orElse(null);
    return index.findAdvert(id).map(found -> AdvertTimes.of(found.advert(), sighting));
  }

  @Test
  void leavesAClusterThatIsNamedAfterAHiddenAdvertToItsOtherAdverts() throws IOException {
    AssessedAdvert first = Adverts.draft().body("first of two").phone("+33639980001").build();
    AssessedAdvert second = Adverts.draft().body("second of two").phone("+33639980001").build();
    String name = NetworkMembership.ofSingle(id(first));
    TestIndex.of(
            folder,
            List.of(first, second),
            shard -> {
              shard.put(InventedCluster.of(name, 2));
              shard.put(new Membership(id(first), name));
              shard.put(new Membership(id(second), name));
            })
        .close();

    try (AdvertIndex one =
            AdvertIndex.open(folder, new Hidden(Set.of(id(first)), Set.of(), Set.of()));
        AdvertIndex both =
            AdvertIndex.open(
                folder, new Hidden(Set.of(id(first), id(second)), Set.of(), Set.of()))) {
      assertThat(one.findClusterOf(id(second)).map(ClusterProfile::id)).contains(name);
      assertThat(ids(one, "")).containsExactly(id(second));
      assertThat(both.findCluster(name)).as("nobody is left in it").isEmpty();
    }
  }

  @Test
  void isNotMetInAnyOfTheMemoriesInWhichItWasAddedUp() throws IOException {
    AssessedAdvert advert = Adverts.draft().body("one").build();
    String kept = PHONE + "#1";
    TestIndex.of(
            folder,
            List.of(advert),
            shard -> {
              for (long memory : List.of(0L, 20_000L)) {
                shard.put(ContactMemoriesTest.contact(PHONE), memory);
                shard.put(
                    new Sighting(
                        id(advert), Adverts.MONDAY, Adverts.MONDAY, 1, List.of(), List.of()),
                    memory);
              }
              shard.put(ContactMemoriesTest.contact(kept));
            })
        .close();

    try (AdvertIndex index =
        AdvertIndex.open(folder, new Hidden(Set.of(id(advert)), Set.of(), Set.of(PHONE)))) {
      assertThat(index.findContact(PHONE)).isEmpty();
      assertThat(index.findSighting(id(advert))).isEmpty();
      assertThat(index.counts().sightings()).isZero();
      assertThat(index.findContact(kept)).isPresent();
    }
  }

  private static void facts(ShardWriter shard, List<AssessedAdvert> adverts, List<String> cluster)
      throws IOException {
    others(shard, adverts);
    shard.put(InventedCluster.of("c-a", cluster.size()));
    shard.put(new ClusterAlias("former", "c-a"));
    for (String id : cluster) {
      shard.put(new Membership(id, "c-a"));
    }
    shard.put(alert("c-a", cluster.getFirst()));
    shard.put(alert("c-b", cluster.getFirst()));
    shard.put(new NetworkMembership("c-a", "n-1"));
    shard.put(
        new NetworkProfile(
            "n-1",
            10,
            2,
            2,
            3,
            Adverts.MONDAY,
            Adverts.MONDAY,
            Map.of("c-a", 9L, "c-b", 1L),
            Map.of(PHONE, 2L, "phone:+1", 2L),
            Map.of(),
            Map.of(),
            Map.of(),
            List.of(
                new NetworkEdge("c-a", "phone:+1", 1),
                new NetworkEdge("c-b", PHONE, 1),
                new NetworkEdge("c-b", "phone:+1", 1)),
            List.of(PHONE),
            0.9,
            0.5));
  }

  private static void others(ShardWriter shard, List<AssessedAdvert> adverts) throws IOException {
    for (AssessedAdvert advert : adverts) {
      shard.put(
          new Sighting(
              id(advert), Adverts.MONDAY, Adverts.MONDAY, 2, List.of(), List.of("s" + id(advert))));
    }
  }

  private static Alert alert(String subject, String advert) {
    return new Alert(
        Alert.idOf("r", "1", subject),
        "r",
        "1",
        subject,
        Severity.WARNING,
        Adverts.MONDAY,
        "found",
        List.of("a reason"),
        List.of(new Evidence("RC-04", advert, List.of())),
        "",
        null,
        "",
        "taxonomy-1");
  }

  private static List<String> each(AdvertIndex index, String query) throws IOException {
    List<String> ids = new ArrayList<>();
    index.forEachAdvert(query, hit -> ids.add(id(hit.advert())));
    return ids;
  }

  private static SearchRequest request(String query) {
    return new SearchRequest(query, 0, 1_000, SearchRequest.Order.RISK, 5, Duration.ofSeconds(30));
  }
}
