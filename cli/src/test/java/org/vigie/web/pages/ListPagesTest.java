package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.Alert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.ClusterProfile;
import org.vigie.advert.Entities;
import org.vigie.advert.Outcome;
import org.vigie.advert.Severity;
import org.vigie.casework.AlertHandling;
import org.vigie.casework.AlertOutcome;
import org.vigie.casework.Mark;
import org.vigie.casework.Marks;
import org.vigie.casework.Subject;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.shard.ShardWriter;
import org.vigie.text.InventedCluster;
import org.vigie.web.pages.alert.AlertPages;

/** Lists that are longer than a page: nothing in them is out of reach. */
class ListPagesTest {
  private static final Instant NOW = ServedConsole.START;
  private static final int ALERTS = 130;

  /** The most severe alerts, which are closed, so that those who wait come first all the same. */
  private static final int CLOSED = 60;

  private static final int CLUSTERS = 120;
  private static final int MARKED = 25;

  /** The adverts of even numbers: the models say nothing of them. */
  private static final int UNDECIDED = 13;

  @TempDir static Path folder;
  private static ServedConsole served;
  private static Browser analyst;

  @BeforeAll
  static void serve() throws Exception {
    Workspace workspace = new Workspace(folder);
    List<String> adverts = new ArrayList<>();
    try (ShardWriter writer =
        ShardWriter.open(Workspace.shard(workspace.index(), 0), OptionalLong.empty())) {
      for (int i = 0; i < ALERTS; i++) {
        writer.put(alert(i));
      }
      for (int i = 0; i < CLUSTERS; i++) {
        writer.put(cluster(i));
      }
      for (int i = 0; i < MARKED; i++) {
        AssessedAdvert advert = advert(i);
        adverts.add(advert.advert().id());
        writer.put(advert);
      }
      writer.commit(1);
    }
    Files.writeString(
        workspace.escalations(), "{\"advertId\":\"a-quiet1\"}\n{\"advertId\":\"a-quiet2\"}\n");
    served = ServedConsole.on(workspace);
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), Console.SCHEMA)) {
      AlertHandling handling = new AlertHandling(database, served.clock);
      for (int i = 0; i < CLOSED; i++) {
        handling.decide("analyst", id(i), AlertOutcome.NOTHING, "nothing to it");
      }
      handling.assign("analyst", id(ALERTS - 1), "analyst");
      Marks marks = new Marks(database, served.clock);
      for (String advert : adverts) {
        marks.add("analyst", new Mark(Mark.Kind.TAG, advertOf(advert), "orchard"));
      }
      marks.add("analyst", new Mark(Mark.Kind.TAG, advertOf("a-erased"), "orchard"));
    }
    analyst = served.as("analyst");
  }

  @AfterAll
  static void end() throws Exception {
    served.close();
  }

  @Test
  void alertsStandOnPagesWithWhatIsOpenFirst() throws Exception {
    List<String> all = paths("/alerts?status=all", ".alert h2 a");
    assertThat(all).hasSize(ALERTS).doesNotHaveDuplicates();
    assertThat(all.subList(0, ALERTS - CLOSED))
        .isEqualTo(ids(CLOSED, ALERTS))
        .isEqualTo(paths("/alerts", ".alert h2 a"));
    assertThat(all.subList(ALERTS - CLOSED, ALERTS))
        .isEqualTo(ids(0, CLOSED))
        .isEqualTo(paths("/alerts?status=closed", ".alert h2 a"));
  }

  @Test
  void filtersAskAllAlertsHoweverFarDownTheyAre() throws Exception {
    assertThat(paths("/alerts?status=mine", ".alert h2 a")).isEqualTo(ids(ALERTS - 1, ALERTS));
    assertThat(paths("/alerts?severity=notice", ".alert h2 a")).isEqualTo(ids(100, ALERTS));
    assertThat(page("/alerts?severity=urgent").select(".alert")).isEmpty();
    assertThat(paths("/alerts?status=all&rule=burst", ".alert h2 a"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.iterate(0, i -> i < ALERTS, i -> i + 2).map(i -> "/alerts/" + id(i)).toList());
  }

  @Test
  void aGroupSaysHowManyItHoldsAndLeadsToAllOfThem() throws Exception {
    Document page = page("/alerts?status=all&group=rule");
    assertThat(page.select("h2.group").eachText())
        .containsExactly("burst 65 alerts", "campaign 65 alerts");
    assertThat(page.select(".alert")).hasSize(2 * AlertPages.OF_A_GROUP);
    Element more = page.select("a:contains(All 65 of them)").first();
    assertThat(page(more.attr("href")).select("p.pages bdi").text()).isEqualTo("burst");
    assertThat(paths(more.attr("href"), ".alert h2 a")).hasSize(65).doesNotHaveDuplicates();
  }

  @Test
  void aPageBeyondTheEndSaysSoAndLeadsBack() throws Exception {
    Document page = page("/alerts?status=all&page=400");
    assertThat(page.select(".alert")).isEmpty();
    assertThat(page.select("nav.pages").text()).contains("There is no such page", "130");
    assertThat(page.select("a[rel=next]")).isEmpty();
    assertThat(page.select("a[rel=prev]").attr("href"))
        .isEqualTo("/alerts?status=all&group=none&page=2");
  }

  @Test
  void clustersStandOnPagesAndAreNarrowedDown() throws Exception {
    assertThat(paths("/clusters", "td:first-child a")).hasSize(CLUSTERS).doesNotHaveDuplicates();
    assertThat(paths("/clusters?least=50&channel=forum", "td:first-child a"))
        .hasSize(
            (int)
                Stream.iterate(50, i -> i < CLUSTERS + 2, i -> i + 1)
                    .filter(i -> i % 2 == 0)
                    .count());
    assertThat(page("/clusters?least=1000").text()).contains("Nothing matches.");
  }

  @Test
  void theWorklistShowsWhatEachAdvertIs() throws Exception {
    Document first = page("/worklist?tag=orchard");
    assertThat(first.select("main").text()).contains("a-erased is no longer here");
    assertThat(paths("/worklist?tag=orchard", ".card h2 a"))
        .hasSize(MARKED)
        .doesNotHaveDuplicates();
    assertThat(first.select(".card h2 a").first().text()).isEqualTo("invented title 24");
    assertThat(first.select(".card .snippet").first().text()).contains("invented text 24");
  }

  @Test
  void theQueueHoldsWhatTheModelsAbstainOnAndMarksWhatIsJudged() throws Exception {
    List<String> queue = paths("/queue", ".card h2 a");
    assertThat(queue).hasSize(UNDECIDED).doesNotHaveDuplicates();
    assertThat(page("/queue").select(".card .tag:containsOwn(judged), .card .tag:has(bdi)"))
        .isEmpty();

    analyst.post(
        queue.getFirst() + "/judgements", Map.of("opinion", "nothing", "why", "nothing to it"));

    Document judged = page("/queue");
    assertThat(judged.select(".card:has(.tag) h2 a").eachAttr("href"))
        .containsExactly(queue.getFirst());
    analyst.post("/blind", Map.of("blind", "on", "next", "/"));
    assertThat(analyst.get("/queue").statusCode()).isEqualTo(403);
    analyst.post("/blind", Map.of("blind", "off", "next", "/"));
  }

  @Test
  void reviewersAreToldHowManyAdvertsSuggestAMinorAndNoMore() throws Exception {
    assertThat(page("/alerts").text()).doesNotContain("suggest a minor");
    Document reviewers = Jsoup.parse(served.as("reviewer").get("/alerts").body());
    assertThat(reviewers.text()).contains("2 adverts suggest a minor").doesNotContain("a-quiet");
  }

  /** Follows a list from page to page, and returns where its things lead. */
  private static List<String> paths(String path, String things) throws Exception {
    List<String> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String next = path; !next.isEmpty(); ) {
      assertThat(seen.add(next)).as("%s leads to itself", next).isTrue();
      Document page = page(next);
      page.select(things).forEach(thing -> found.add(thing.attr("href")));
      next = page.select("a[rel=next]").attr("href");
    }
    return found;
  }

  private static Document page(String path) throws Exception {
    return Jsoup.parse(analyst.get(path).body());
  }

  private static List<String> ids(int from, int to) {
    return Stream.iterate(from, i -> i < to, i -> i + 1).map(i -> "/alerts/" + id(i)).toList();
  }

  private static String id(int number) {
    return "w-%020x".formatted(number);
  }

  private static Subject advertOf(String id) {
    return new Subject(Subject.Kind.ADVERT, id);
  }

  /** The lower the number, the higher it stands. */
  private static Alert alert(int number) {
    return new Alert(
        id(number),
        number % 2 == 0 ? "burst" : "campaign",
        "1",
        "c-%020x".formatted(number),
        number < 50 ? Severity.URGENT : number < 100 ? Severity.WARNING : Severity.NOTICE,
        NOW.minus(Duration.ofHours(number)),
        "invented",
        List.of(),
        List.of(),
        "forum",
        null,
        "invented-1",
        "1");
  }

  /** Has as many adverts as its number and two more. */
  private static ClusterProfile cluster(int number) {
    long size = number + 2;
    String channel = number % 2 == 0 ? "forum" : "job-board";
    return InventedCluster.of(
        "c-%020x".formatted(number), size, NOW, Map.of(), Map.of(channel, size));
  }

  private static AssessedAdvert advert(int number) {
    return new AssessedAdvert(
        Advert.builder(Channel.FORUM, "forum.example.org", NOW)
            .title("invented title " + number)
            .body("invented text " + number)
            .build(),
        "en",
        List.of(),
        new Entities(List.of(), List.of(), List.of(), List.of(), List.of()),
        List.of(),
        new Assessment(
            "recruitment",
            number % 2 == 0 ? Outcome.UNDETERMINED : Outcome.BUSINESS,
            0.1,
            0.1,
            List.of(),
            "invented-1",
            "1"));
  }
}
