package org.vigie.search.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.search.Adverts.MONDAY;
import static org.vigie.search.Adverts.saying;
import static org.vigie.search.TestIndex.id;
import static org.vigie.search.TestIndex.ids;
import static org.vigie.search.TestIndex.request;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Alert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.BaseRate;
import org.vigie.advert.ClusterAlias;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.GroupAssessment;
import org.vigie.advert.Membership;
import org.vigie.advert.Pace;
import org.vigie.advert.Reason;
import org.vigie.advert.Severity;
import org.vigie.advert.Sighting;
import org.vigie.advert.SlotKind;
import org.vigie.advert.Template;
import org.vigie.advert.TemplatePart;
import org.vigie.search.AdvertIndex;
import org.vigie.search.IndexCounts;
import org.vigie.search.SearchResult;
import org.vigie.search.TestIndex;
import org.vigie.search.shard.ShardWriter;

class ClusterSearchTest {
  private static final AssessedAdvert FIRST = saying("first");
  private static final AssessedAdvert SECOND = saying("second");
  private static final AssessedAdvert THIRD = saying("third");
  private static final AssessedAdvert ALONE = saying("alone");
  private static final List<AssessedAdvert> ADVERTS = List.of(FIRST, SECOND, THIRD, ALONE);

  @TempDir Path folder;

  @Test
  void findsTheMembersOfAClusterByItsNameAndByFormerOnes() throws IOException {
    try (AdvertIndex index = TestIndex.of(folder, ADVERTS, ClusterSearchTest::putMerged)) {
      for (String name : List.of("c-now", "c-before", "c-long-ago")) {
        assertThat(ids(index, "cluster:" + name))
            .as(name)
            .containsExactlyInAnyOrder(id(FIRST), id(SECOND), id(THIRD));
        assertThat(index.findCluster(name)).contains(cluster("c-now", 3));
      }
      assertThat(ids(index, "cluster:c-now -first")).hasSize(2);
      assertThat(ids(index, "-cluster:c-now")).containsExactly(id(ALONE));
      assertThat(ids(index, "cluster:c-unknown")).isEmpty();
      assertThat(index.findCluster("c-unknown")).isEmpty();
    }
  }

  @Test
  void makesTheTemplateOfAClusterOfItsAdvertsTexts() throws IOException {
    try (AdvertIndex index = TestIndex.of(folder, ADVERTS, ClusterSearchTest::putMerged)) {
      Template template =
          TemplateAligner.align(
              Stream.of(FIRST, SECOND, THIRD)
                  .sorted(Comparator.comparing(TestIndex::id))
                  .map(ReadText::of)
                  .toList());

      assertThat(index.findClusterWithTemplate("c-before"))
          .contains(cluster("c-now", 3).with(template));
      assertThat(template.parts()).anyMatch(TemplatePart::isSlot);
      assertThat(index.findClusterWithTemplate("c-unknown")).isEmpty();
    }
  }

  @Test
  void makesTheTemplateOfTheEightAdvertsOfTheSmallestIds() throws IOException {
    List<AssessedAdvert> adverts =
        IntStream.range(0, 20).mapToObj(i -> saying("number " + i)).toList();
    List<ReadText> smallest =
        adverts.stream()
            .sorted(Comparator.comparing(TestIndex::id))
            .limit(8)
            .map(ReadText::of)
            .toList();
    try (AdvertIndex index =
        TestIndex.of(
            folder,
            adverts,
            shard -> {
              shard.put(cluster("c-now", 20));
              for (AssessedAdvert advert : adverts) {
                shard.put(new Membership(id(advert), "c-now"));
              }
            })) {
      assertThat(index.findClusterWithTemplate("c-now").orElseThrow().template())
          .isEqualTo(TemplateAligner.align(smallest));
    }
  }

  @Test
  void leavesTheTemplateOfAClusterThatHasNoAdvertHere() throws IOException {
    try (AdvertIndex index =
        TestIndex.of(folder, ADVERTS, shard -> shard.put(cluster("c-empty", 2)))) {
      assertThat(index.findClusterWithTemplate("c-empty")).contains(cluster("c-empty", 2));
    }
  }

  @Test
  void showsTheClusterOfAHitUnlessItIsAlone() throws IOException {
    try (AdvertIndex index = TestIndex.of(folder, ADVERTS, ClusterSearchTest::putMerged)) {
      SearchResult.Hit third = index.search(request("third")).hits().getFirst();
      assertThat(third.cluster().id()).isEqualTo("c-now");
      assertThat(third.cluster().size()).isEqualTo(3);
      SearchResult.Hit alone = index.search(request("alone")).hits().getFirst();
      assertThat(alone.cluster().id()).isEmpty();
      assertThat(alone.cluster().size()).isEqualTo(1);
      assertThat(alone.timesSeen()).isEqualTo(1);
    }
  }

  @Test
  void listsMembershipsUnderPresentNames() throws IOException {
    try (AdvertIndex index = TestIndex.of(folder, ADVERTS, ClusterSearchTest::putMerged)) {
      assertThat(index.memberships())
          .containsExactlyInAnyOrder(
              new Membership(id(FIRST), "c-now"),
              new Membership(id(SECOND), "c-now"),
              new Membership(id(THIRD), "c-now"),
              new Membership(id(ALONE), "c-alone"))
          .isSortedAccordingTo((a, b) -> a.advertId().compareTo(b.advertId()));
    }
  }

  @Test
  void countsTheClustersOfAChannelThatAreAtLeastAsRisky() throws IOException {
    try (AdvertIndex index =
        TestIndex.of(
            folder,
            ADVERTS,
            shard -> {
              shard.put(risky("c-1", "forum", 0.2));
              shard.put(risky("c-2", "forum", 0.7));
              shard.put(risky("c-3", "forum", 0.9));
              shard.put(risky("c-4", "feed", 0.9));
              shard.put(cluster("c-5", 2));
            })) {
      assertThat(index.baseRate(risky("c-2", "forum", 0.7))).isEqualTo(new BaseRate("forum", 2, 3));
      assertThat(index.findCluster("c-3")).contains(risky("c-3", "forum", 0.9));
    }
  }

  @Test
  void survivesNamesThatLeadInACircle() throws IOException {
    try (AdvertIndex index =
        TestIndex.of(
            folder,
            ADVERTS,
            shard -> {
              shard.put(new ClusterAlias("c-a", "c-b"));
              shard.put(new ClusterAlias("c-b", "c-a"));
              shard.put(new Membership(id(FIRST), "c-a"));
            })) {
      assertThat(ids(index, "cluster:c-b")).containsExactly(id(FIRST));
      assertThat(index.findCluster("c-a")).isEmpty();
    }
  }

  @Test
  void listsClustersAlertsAndCounts() throws IOException {
    Alert notice = alert("r1", Severity.NOTICE, 9);
    Alert urgent = alert("r2", Severity.URGENT, 1);
    Alert newer = alert("r3", Severity.URGENT, 2);
    try (AdvertIndex index =
        TestIndex.of(
            folder,
            ADVERTS,
            shard -> {
              putMerged(shard);
              shard.put(cluster("c-also", 3));
              shard.put(cluster("c-big", 7));
              shard.put(cluster("c-gone", 9));
              shard.deleteCluster("c-gone");
              shard.put(alert("gone", Severity.URGENT, 5));
              shard.deleteAlert(alert("gone", Severity.URGENT, 5).id());
              for (Alert alert : List.of(notice, urgent, newer)) {
                shard.put(alert);
                shard.put(alert);
              }
              shard.put(new Sighting(id(FIRST), MONDAY, MONDAY, 1, List.of(), List.of()));
              shard.put(new Sighting(id(FIRST), MONDAY, MONDAY, 4, List.of(), List.of()));
              shard.put(new Sighting(id(ALONE), MONDAY, MONDAY, 2, List.of(), List.of()));
            })) {
      assertThat(index.clusters(2, 10))
          .containsExactly(cluster("c-big", 7), cluster("c-also", 3), cluster("c-now", 3));
      assertThat(index.clusters(2, 1)).hasSize(1);
      assertThat(index.clusters(2, 0)).isEmpty();
      assertThat(index.alerts(10)).containsExactly(newer, urgent, notice);
      assertThat(index.alerts(2)).containsExactly(newer, urgent);
      assertThat(index.findAlert(notice.id())).contains(notice);
      assertThat(index.findAlert("w-none")).isEmpty();
      assertThat(index.counts()).isEqualTo(new IndexCounts(4, 6, 3, 3));
    }
  }

  /** Two mergers, after each of which only some memberships were written again. */
  private static void putMerged(ShardWriter shard) throws IOException {
    shard.put(cluster("c-now", 3));
    shard.put(cluster("c-alone", 1));
    shard.put(new ClusterAlias("c-long-ago", "c-before"));
    shard.put(new ClusterAlias("c-before", "c-now"));
    shard.put(new Membership(id(FIRST), "c-now"));
    shard.put(new Membership(id(SECOND), "c-before"));
    shard.put(new Membership(id(THIRD), "c-long-ago"));
    shard.put(new Membership(id(ALONE), "c-alone"));
  }

  private static ClusterProfile cluster(String id, long size) {
    return new ClusterProfile(
        id,
        size,
        MONDAY,
        MONDAY,
        Map.of("phone:+33639980001", 2L, "phone:+33639980002", 1L),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of("en", size),
        Map.of(),
        List.of(),
        List.of(),
        Map.of(),
        Pace.none(),
        0.9,
        0.5,
        new Template(
            List.of(
                TemplatePart.constant("work in "),
                TemplatePart.slot(SlotKind.WORDS, List.of("a", "b")))));
  }

  private static ClusterProfile risky(String id, String channel, double risk) {
    return new ClusterProfile(
        id,
        3,
        MONDAY,
        MONDAY,
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(channel, 3L),
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        Map.of(),
        Pace.none(),
        0.9,
        0.5,
        Template.empty(),
        2,
        new GroupAssessment(
            risk, 1, List.of(new Reason("3 adverts", 1, List.of())), "risk-group-1", "taxonomy-2"));
  }

  private static Alert alert(String rule, Severity severity, int second) {
    return new Alert(
        Alert.idOf(rule, "1", "c-now"),
        rule,
        "1",
        "c-now",
        severity,
        MONDAY.plusSeconds(second),
        "headline",
        List.of("reason"),
        List.of(),
        "",
        new BaseRate("", 1, 4),
        "",
        "taxonomy-1");
  }
}
