package org.vigie.search.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Alert;
import org.vigie.advert.AlertLine;
import org.vigie.advert.BaseRate;
import org.vigie.advert.ClusterAlias;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Evidence;
import org.vigie.advert.Finding;
import org.vigie.advert.Severity;
import org.vigie.search.AdvertIndex;
import org.vigie.search.Hidden;
import org.vigie.search.Listed;
import org.vigie.search.TestIndex;
import org.vigie.text.InventedCluster;

/** Lists of alerts and clusters by the page, held against plain lists of the same records. */
class AlertListsTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");
  private static final List<String> RULES = List.of("campaign", "burst", "fees · analyst");
  private static final int ALERTS = 500;

  /** A sign that many offers show, and four of control. */
  private static final List<String> SIGNS = List.of("RC-10", "LX-07", "LX-09", "LX-08", "LX-06");

  private static final Comparator<Alert> RANK =
      Comparator.comparing(Alert::severity)
          .thenComparing(AlertListsTest::control)
          .thenComparing(AlertListsTest::adverts)
          .thenComparing(Alert::at)
          .reversed();

  private static final Comparator<Alert> ORDER = RANK.thenComparing(Alert::id);

  @TempDir static Path folder;
  private static List<Alert> alerts;
  private static AdvertIndex index;

  @BeforeAll
  static void write() throws Exception {
    Random random = new Random(7);
    Random weights = new Random(8);
    alerts = new ArrayList<>();
    for (int i = 0; i < ALERTS; i++) {
      alerts.add(
          alert(
              i,
              RULES.get(random.nextInt(RULES.size())),
              "%s-%020x".formatted(List.of("c", "a", "n").get(i % 3), random.nextInt(90)),
              Severity.values()[random.nextInt(3)],
              MONDAY.plus(Duration.ofHours(random.nextInt(24 * 20))),
              SIGNS.subList(0, weights.nextInt(SIGNS.size() + 1)),
              1 + weights.nextInt(4)));
    }
    alerts.add(
        alert(
            ALERTS,
            "campaign",
            "handle:" + "x".repeat(300),
            Severity.NOTICE,
            MONDAY,
            List.of(),
            0));
    alerts.sort(ORDER);
    index =
        TestIndex.of(
            folder,
            List.of(),
            shard -> {
              for (Alert alert : alerts) {
                shard.put(alert);
              }
              shard.put(new ClusterAlias("w-1st", "w-2nd"));
              shard.put(new ClusterAlias("w-2nd", alerts.getFirst().id()));
              for (int i = 0; i < 120; i++) {
                shard.put(cluster("c-%03d".formatted(i), 1 + i % 40));
              }
            });
  }

  @AfterAll
  static void end() throws Exception {
    index.close();
  }

  @Test
  void givesEveryAlertOnceOverAllPages() throws Exception {
    List<String> paged = new ArrayList<>();
    for (int offset = 0; offset < alerts.size() + 70; offset += 70) {
      Listed<Alert> page = index.alerts(AlertChoice.all(), offset, 70);
      assertThat(page.total()).isEqualTo(alerts.size());
      page.items().forEach(alert -> paged.add(alert.id()));
    }
    assertThat(paged).isEqualTo(ids(alerts));
  }

  @Test
  void findsAnAlertByTheIdsThatItHadBeforeItsClusterWasRenamed() throws Exception {
    String id = alerts.getFirst().id();

    assertThat(index.findAlert("w-1st").map(Alert::id)).contains(id);
    assertThat(index.currentAlertId("w-2nd")).isEqualTo(id);
    assertThat(index.alertIds("w-1st")).containsExactlyInAnyOrder("w-1st", "w-2nd", id);
    assertThat(index.currentAlertId("w-none")).isEqualTo("w-none");
  }

  @Test
  void findsThoseThatMeetEachCondition() throws Exception {
    Set<String> some =
        alerts.stream()
            .map(Alert::id)
            .filter(id -> id.hashCode() % 3 == 0)
            .collect(Collectors.toSet());
    AlertChoice all = AlertChoice.all();
    String subject = alerts.getFirst().subject();
    String longest = "handle:" + "x".repeat(300);

    check(all.among(some), alert -> some.contains(alert.id()));
    check(all.without(some), alert -> !some.contains(alert.id()));
    check(all.among(Set.of()), alert -> false);
    check(all.of(Severity.WARNING), alert -> alert.severity() == Severity.WARNING);
    check(all.raisedBy("burst"), alert -> alert.rule().equals("burst"));
    check(all.about(subject), alert -> alert.subject().equals(subject));
    check(all.about(longest), alert -> alert.subject().equals(longest));
    check(
        all.without(some).of(Severity.URGENT).raisedBy("campaign"),
        alert ->
            !some.contains(alert.id())
                && alert.severity() == Severity.URGENT
                && alert.rule().equals("campaign"));
  }

  private static void check(AlertChoice choice, Predicate<Alert> condition) throws Exception {
    List<Alert> expected = alerts.stream().filter(condition).toList();
    Listed<Alert> found = index.alerts(choice, 0, 1_000);
    assertThat(ids(found.items())).as(choice.toString()).isEqualTo(ids(expected));
    assertThat(found.total()).isEqualTo(expected.size());
  }

  @Test
  void groupsThoseThatWereChosenByWhatTheyHaveInCommon() throws Exception {
    checkGroups(AlertChoice.all(), AlertGroup.By.RULE, alert -> true, Alert::rule);
    checkGroups(AlertChoice.all(), AlertGroup.By.SUBJECT, alert -> true, Alert::subject);
    checkGroups(
        AlertChoice.all().of(Severity.NOTICE),
        AlertGroup.By.SUBJECT,
        alert -> alert.severity() == Severity.NOTICE,
        Alert::subject);
  }

  private static void checkGroups(
      AlertChoice choice,
      AlertGroup.By by,
      Predicate<Alert> condition,
      Function<Alert, String> common)
      throws Exception {
    Map<String, List<Alert>> expected =
        alerts.stream().filter(condition).collect(Collectors.groupingBy(common));
    List<AlertGroup> found = new ArrayList<>();
    for (int offset = 0; offset < expected.size(); offset += 7) {
      Listed<AlertGroup> page = index.alertGroups(choice, by, offset, 7, 2);
      assertThat(page.total()).isEqualTo(expected.size());
      found.addAll(page.items());
    }
    assertThat(found).hasSameSizeAs(expected.values());
    for (AlertGroup group : found) {
      List<Alert> all = expected.get(common.apply(group.first().getFirst()));
      assertThat(group.alerts()).isEqualTo(all.size());
      assertThat(ids(group.first())).isEqualTo(ids(all).subList(0, Math.min(2, all.size())));
    }
    assertThat(found.stream().map(group -> group.first().getFirst()).toList())
        .isSortedAccordingTo(RANK);
  }

  @Test
  void countsAllAlertsByWhatRaisedThemAndTheirDay() throws Exception {
    SortedMap<String, SortedMap<Long, Long>> expected = new TreeMap<>();
    for (Alert alert : alerts) {
      expected
          .computeIfAbsent(alert.rule(), rule -> new TreeMap<>())
          .merge(alert.at().atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay(), 1L, Long::sum);
    }
    assertThat(index.alertsByRuleAndDay()).isEqualTo(expected);
  }

  @Test
  void pagesThroughClustersOfASizeAndAChannel() throws Exception {
    List<ClusterProfile> all = index.clusters(10, 1_000);
    List<ClusterProfile> paged = new ArrayList<>();
    for (int offset = 0; offset < all.size(); offset += 13) {
      Listed<ClusterProfile> page = index.clusters(10, "", offset, 13);
      assertThat(page.total()).isEqualTo(all.size());
      paged.addAll(page.items());
    }
    assertThat(paged).hasSize(93).isEqualTo(all).allMatch(cluster -> cluster.size() >= 10);
    String channel = all.getFirst().mainChannel();
    assertThat(index.clusters(10, channel, 0, 1_000).items())
        .isEqualTo(all.stream().filter(one -> one.mainChannel().equals(channel)).toList());
    assertThat(index.clusters(10, "nowhere", 0, 1_000).total()).isZero();
  }

  @Test
  void countsNoAlertAboutWhatIsHidden() throws Exception {
    String subject =
        alerts.stream().map(Alert::subject).filter(id -> id.startsWith("a-")).findFirst().get();
    Hidden hidden = new Hidden(Set.of(subject), Set.of(), Set.of());
    try (AdvertIndex some = AdvertIndex.open(folder, hidden)) {
      List<Alert> left = alerts.stream().filter(alert -> !alert.subject().equals(subject)).toList();
      assertThat(left).hasSizeLessThan(alerts.size());
      assertThat(some.alerts(AlertChoice.all(), 0, 1_000).total()).isEqualTo(left.size());
      assertThat(
              some.alertsByRuleAndDay().values().stream()
                  .flatMap(days -> days.values().stream())
                  .mapToLong(n -> n)
                  .sum())
          .isEqualTo(left.size());
    }
  }

  private static ClusterProfile cluster(String id, long size) {
    String channel = size % 2 == 0 ? "forum" : "job-board";
    return InventedCluster.of(id, size, MONDAY, Map.of(), Map.of(channel, size));
  }

  private static List<String> ids(List<Alert> some) {
    return some.stream().map(Alert::id).toList();
  }

  /** Signs of control but the first, which is none. */
  private static long control(Alert alert) {
    return Math.max(0, alert.evidence().size() - 1);
  }

  private static int adverts(Alert alert) {
    return alert.lines().isEmpty()
        ? 0
        : Integer.parseInt(alert.lines().getFirst().arguments().get("adverts"));
  }

  private static Alert alert(
      int number,
      String rule,
      String subject,
      Severity severity,
      Instant at,
      List<String> signs,
      int adverts) {
    Finding headline = Finding.of("campaign").with("adverts", adverts);
    return new Alert(
        "w-%020x".formatted(number),
        rule,
        "1",
        subject,
        severity,
        at,
        "invented",
        List.of(),
        signs.stream().map(sign -> new Evidence(sign, "a-1", List.of())).toList(),
        "job-board",
        new BaseRate("job-board", 0, 0),
        "invented-1",
        "1",
        adverts == 0 ? List.of() : List.of(AlertLine.of(headline)));
  }
}
