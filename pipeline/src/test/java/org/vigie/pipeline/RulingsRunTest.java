package org.vigie.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.ClusterProfile;
import org.vigie.files.owner.FolderTree;
import org.vigie.pipeline.cluster.ClusterRuling;
import org.vigie.search.AdvertIndex;

/** People's word on which adverts belong together, kept to by the whole job. */
class RulingsRunTest {
  private static final String FIRST = TestAdverts.jsonLines(7, 90);
  private static final String MORE = TestAdverts.jsonLines(8, 90);

  /** Of runs without a word, which every test goes on from or compares with. */
  @TempDir static Path wordless;

  private static TestRun.Found plain;
  private static TestRun.Found plainWithMore;

  @TempDir Path folder;
  private TestRun run;
  private List<Set<String>> clusters;

  @BeforeAll
  static void clusterWithoutAWord() throws Exception {
    TestRun first = new TestRun(wordless.resolve("run"));
    first.accept("first.jsonl", FIRST);
    first.run(2);
    plain = first.found();
    first.copyTo(wordless.resolve("kept"));
    TestRun more = new TestRun(wordless.resolve("more"));
    more.accept("first.jsonl", FIRST);
    more.accept("more.jsonl", MORE);
    more.run(2);
    plainWithMore = more.found();
  }

  @BeforeEach
  void goOnFromThere() throws Exception {
    run = new TestRun(wordless.resolve("run"));
    FolderTree.delete(run.folder());
    new TestRun(wordless.resolve("kept")).copyTo(run.folder());
    clusters = clusters();
    assertThat(clusters).hasSizeGreaterThan(3);
    assertThat(clusters.getFirst()).hasSizeGreaterThan(8);
  }

  @Test
  void setApartAdvertsThatCameBeforeAndThoseThatComeAndAreUndone() throws Exception {
    List<String> members = List.copyOf(clusters.getFirst());
    List<String> out = members.subList(0, members.size() / 2);
    List<String> in = members.subList(members.size() / 2, members.size());
    ClusterRuling ruling = new ClusterRuling("1", ClusterRuling.Kind.APART, out, in);

    run.runKeepingTo(List.of(ruling));

    assertNoneTogether(out, in);
    assertThat(together(out)).isEqualTo(Set.copyOf(out));
    assertThat(together(in)).isEqualTo(Set.copyOf(in));
    assertThat(clusters().subList(2, clusters().size())).isNotEmpty();
    assertSumsAreThoseOfTheMembers();

    run.accept("more.jsonl", MORE);
    run.runKeepingTo(List.of(ruling));
    assertNoneTogether(out, in);
    assertThat(together(out).size() + together(in).size()).isGreaterThan(members.size());
    assertSumsAreThoseOfTheMembers();

    run.runKeepingTo(List.of());
    assertThat(run.found()).isEqualTo(plainWithMore);
  }

  @Test
  void makeTwoClustersOneUntilUndone() throws Exception {
    ClusterRuling ruling =
        new ClusterRuling(
            "2",
            ClusterRuling.Kind.TOGETHER,
            List.of(clusters.get(0).iterator().next(), clusters.get(1).iterator().next()),
            List.of());

    run.runKeepingTo(List.of(ruling));

    Set<String> both = new TreeSet<>(clusters.get(0));
    both.addAll(clusters.get(1));
    assertThat(clusters().getFirst()).isEqualTo(both);
    assertThat(clusters()).hasSize(clusters.size() - 1);
    assertSumsAreThoseOfTheMembers();

    run.accept("more.jsonl", MORE);
    run.runKeepingTo(List.of(ruling));
    assertThat(clusters().getFirst()).containsAll(both).hasSizeGreaterThan(both.size());

    run.runKeepingTo(List.of());
    assertThat(run.found()).isEqualTo(plainWithMore);
  }

  @Test
  void leaveNoNameThatLeadsToAClusterItsAdvertsWereOneWithOnce() throws Exception {
    ClusterRuling together =
        new ClusterRuling(
            "2",
            ClusterRuling.Kind.TOGETHER,
            List.of(clusters.get(0).iterator().next(), clusters.get(1).iterator().next()),
            List.of());
    List<String> names = List.of(nameOf(clusters.get(0)), nameOf(clusters.get(1)));
    run.runKeepingTo(List.of(together));
    String kept = nameOf(clusters.get(0));
    assertThat(names).contains(kept);
    int other = kept.equals(names.getFirst()) ? 1 : 0;
    run.runKeepingTo(List.of());
    run.runKeepingTo(
        List.of(
            new ClusterRuling(
                "3", ClusterRuling.Kind.NO_CAMPAIGN, List.copyOf(clusters.get(other)), List.of())));

    try (AdvertIndex index = AdvertIndex.open(run.workspace().index())) {
      assertThat(index.findCluster(kept)).isPresent();
      assertThat(index.findCluster(names.get(other))).isEmpty();
    }
  }

  @Test
  void takeAClusterThatIsNoCampaignApartWithItsAlertsAndWithWhatIsLikeIt() throws Exception {
    Set<String> members = clusters.getFirst();
    ClusterRuling ruling =
        new ClusterRuling("3", ClusterRuling.Kind.NO_CAMPAIGN, List.copyOf(members), List.of());
    String name = nameOf(members);

    run.runKeepingTo(List.of(ruling));

    assertThat(clusters()).isEqualTo(clusters.subList(1, clusters.size()));
    try (AdvertIndex index = AdvertIndex.open(run.workspace().index())) {
      assertThat(index.findCluster(name)).isEmpty();
      assertThat(index.alerts(1_000)).noneMatch(alert -> name.equals(alert.subject()));
      for (String member : members) {
        assertThat(index.findClusterOf(member)).isEmpty();
        assertThat(index.findAdvert(member)).isPresent();
      }
    }

    run.accept("more.jsonl", MORE);
    run.runKeepingTo(List.of(ruling));
    assertThat(clusters())
        .allSatisfy(cluster -> assertThat(cluster).doesNotContainAnyElementsOf(members));

    run.runKeepingTo(List.of());
    assertThat(run.found()).isEqualTo(plainWithMore);
  }

  @Test
  void areKeptToByARunThatReadsEverythingAnew() throws Exception {
    List<String> members = List.copyOf(clusters.getFirst());
    List<String> out = members.subList(0, members.size() / 2);
    List<String> in = members.subList(members.size() / 2, members.size());
    List<ClusterRuling> rulings =
        List.of(
            new ClusterRuling("1", ClusterRuling.Kind.APART, out, in),
            new ClusterRuling(
                "2",
                ClusterRuling.Kind.TOGETHER,
                List.of(clusters.get(1).iterator().next(), clusters.get(2).iterator().next()),
                List.of()),
            new ClusterRuling(
                "3", ClusterRuling.Kind.NO_CAMPAIGN, List.copyOf(clusters.get(3)), List.of()));
    run.runKeepingTo(rulings);
    List<Set<String>> later = clusters();

    TestRun anew = new TestRun(folder.resolve("anew"));
    anew.accept("first.jsonl", FIRST);
    anew.runKeepingTo(rulings);
    run = anew;

    assertNoneTogether(out, in);
    assertThat(clusters().getFirst()).isEqualTo(later.getFirst());
    Set<String> alone = clusters.get(3);
    assertThat(clusters())
        .allSatisfy(cluster -> assertThat(cluster).doesNotContainAnyElementsOf(alone));
  }

  @Test
  void changeNothingIfTheyAreAboutWhatNeverCame() throws Exception {
    run.runKeepingTo(
        List.of(
            new ClusterRuling(
                "9",
                ClusterRuling.Kind.APART,
                List.of("a-00000000000000000001"),
                List.of("a-00000000000000000002"))));
    assertThat(run.found()).isEqualTo(plain);
  }

  /** Returns the adverts of each cluster, the largest first. */
  private List<Set<String>> clusters() throws Exception {
    try (AdvertIndex index = AdvertIndex.open(run.workspace().index())) {
      Map<String, Set<String>> byName = new TreeMap<>();
      run.adverts(index)
          .forEach(hit -> {
            if (!hit.cluster().id().isEmpty()) {
              byName
                  .computeIfAbsent(hit.cluster().id(), unused -> new TreeSet<>())
                  .add(hit.advert().advert().id());
            }
          });
      return byName.values().stream()
          .sorted(
              Comparator.<Set<String>>comparingInt(Set::size)
                  .reversed()
                  .thenComparing(members -> members.iterator().next()))
          .collect(Collectors.toCollection(ArrayList::new));
    }
  }

  private String nameOf(Set<String> members) throws Exception {
    try (AdvertIndex index = AdvertIndex.open(run.workspace().index())) {
      return index.findClusterOf(members.iterator().next()).orElseThrow().id();
    }
  }

  /** Returns all adverts that are in one cluster with any of some. */
  private Set<String> together(List<String> adverts) throws Exception {
    Set<String> together = new TreeSet<>();
    for (Set<String> cluster : clusters()) {
      if (adverts.stream().anyMatch(cluster::contains)) {
        together.addAll(cluster);
      }
    }
    return together;
  }

  private void assertNoneTogether(List<String> out, List<String> in) throws Exception {
    for (Set<String> cluster : clusters()) {
      assertThat(
              out.stream().anyMatch(cluster::contains) && in.stream().anyMatch(cluster::contains))
          .isFalse();
    }
  }

  private void assertSumsAreThoseOfTheMembers() throws Exception {
    try (AdvertIndex index = AdvertIndex.open(run.workspace().index())) {
      Map<Long, Long> bySize = new TreeMap<>();
      for (ClusterProfile cluster : index.clusters(2, 10_000)) {
        bySize.merge(cluster.size(), 1L, Long::sum);
      }
      Map<Long, Long> members = new TreeMap<>();
      for (Set<String> cluster : clusters()) {
        members.merge((long) cluster.size(), 1L, Long::sum);
      }
      assertThat(bySize).isEqualTo(members);
    }
  }
}
