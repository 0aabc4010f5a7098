package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
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
import org.vigie.advert.Evidence;
import org.vigie.advert.EvidenceGrade;
import org.vigie.advert.GroupAssessment;
import org.vigie.advert.Indicator;
import org.vigie.advert.Membership;
import org.vigie.advert.NetworkMembership;
import org.vigie.advert.NetworkProfile;
import org.vigie.advert.Outcome;
import org.vigie.advert.Pace;
import org.vigie.advert.Severity;
import org.vigie.advert.Span;
import org.vigie.advert.Template;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.people.Scope;
import org.vigie.search.shard.ShardWriter;
import org.vigie.web.pages.part.Paths;

/** What is known of a campaign stands where its adverts stand, and lists say what it says. */
class KnownIsShownTest {
  private static final String CLUSTER = "c-00000000000000000001";
  private static final String NETWORK = "n-00000000000000000001";
  private static final String KEPT = "we keep your passport";
  private static final String MASKED = "explicitword";
  private static final Instant AT = Instant.parse("2026-01-05T08:00:00Z");

  private static final List<AssessedAdvert> CAMPAIGN =
      IntStream.range(0, 3).mapToObj(KnownIsShownTest::ofCampaign).toList();
  private static final AssessedAdvert BREAKFAST =
      advert("Breakfast cook", "Eggs.", 0.71, List.of());
  private static final AssessedAdvert ALONE = advert("A driver", "Call us.", 0.05, List.of());
  private static final Alert ALERT = alert();

  @TempDir static Path folder;
  private static ServedConsole served;
  private static Browser analyst;

  @BeforeAll
  static void serve() throws Exception {
    served = ServedConsole.ofIndex(folder, KnownIsShownTest::write);
    analyst = served.as("analyst");
  }

  @AfterAll
  static void end() throws Exception {
    served.close();
  }

  @Test
  void aCampaignStandsAboveAHarmlessJobAndSaysWhoseRiskItIs() throws Exception {
    Document page = page("/?order=risk");
    assertThat(page.select(".card h2").eachText())
        .containsExactly("Work abroad 2", "A driver", "Breakfast cook");
    assertThat(page.select(".card .risk").eachText())
        .containsExactly(
            "over 0.99 risk of its cluster this advert by itself: 0.22, undetermined about 0.93 where one in 100 is a case",
            "0.80 risk of its network this advert by itself: 0.05, undetermined",
            "0.71 undetermined recruitment");
    assertThat(page.select(".card .risk a").eachAttr("href"))
        .containsExactly("/clusters/" + CLUSTER, "/networks/" + NETWORK);
  }

  @Test
  void alikeAdvertsFoldIntoOneCardThatOpens() throws Exception {
    served.events.clear();
    Document closed = page("/?order=risk");
    assertThat(closed.select(".total").text())
        .contains("5 adverts match.", "Alike ones stand together: 3 cards.");
    assertThat(shown()).contains(id(CAMPAIGN.get(2))).doesNotContain(id(CAMPAIGN.get(0)));

    Element link = closed.select(".alike a").first();
    assertThat(link.text()).isEqualTo("Show the 2 others that are alike");
    served.events.clear();
    Document open = page(link.attr("href").replaceFirst("#.*", ""));
    assertThat(open.select(".card .card h2").eachText())
        .containsExactly("Work abroad 1", "Work abroad 0");
    assertThat(open.select(".alike a").text()).isEqualTo("Fold together again");
    assertThat(shown()).contains(id(CAMPAIGN.get(0)), id(CAMPAIGN.get(1)), id(CAMPAIGN.get(2)));
  }

  @Test
  void aCardStandsForThoseAloneThatTheSearchFinds() throws Exception {
    assertThat(page("/?q=%22abroad+1%22").select(".alike")).isEmpty();
    assertThat(page("/?q=abroad").select(".total").text()).contains("3 adverts match", "one card");
  }

  @Test
  void whoeverJudgesBlindlySeesNoRiskOfGroupsEither() throws Exception {
    Browser blind = served.as("analyst-2");
    blind.post("/blind", Map.of("blind", "on", "next", "/"));
    String page = blind.get("/?open=" + CLUSTER).body();
    assertThat(page).doesNotContain("over 0.99", "risk of its", "is a case", "risk-high");
    assertThat(blind.get("/clusters").body()).doesNotContain("over 0.99");
    assertThat(blind.get("/clusters/" + CLUSTER).body()).doesNotContain("over 0.99");
  }

  @Test
  void listsSayWhatAGroupSaysAndQuoteIt() throws Exception {
    for (String path : List.of("/clusters", "/networks", "/alerts?status=all")) {
      Document page = page(path);
      assertThat(page.text())
          .as(path)
          .contains("Documents kept, obscured contact · " + (path.equals("/networks") ? 4 : 3));
      assertThat(page.select("q").eachText()).as(path).containsExactly("Come, " + KEPT + ".");
      assertThat(page.select("q mark").eachText()).as(path).containsExactly(KEPT);
      assertThat(page.select(".said a").attr("href")).as(path).startsWith("/adverts/a-");
    }
    assertThat(page("/clusters").text()).contains("3 adverts · Leeds, Lyon");
    Document alert = page("/alerts/" + ALERT.id());
    assertThat(alert.select("q").eachText())
        .containsExactly("Come, " + KEPT + ".", "Write to l e n a, ············, today!");
    assertThat(alert.text()).contains("LX-07", "SX-01");
  }

  @Test
  void quotesAreLoggedWithTheAdvertsThatTheyStandIn() throws Exception {
    for (String path : List.of("/clusters", "/networks", "/alerts?status=all")) {
      served.events.clear();
      analyst.get(path);
      assertThat(shown()).as(path).contains(id(CAMPAIGN.getFirst()));
    }
  }

  @Test
  void noQuoteTellsOfARestrictedAdvert(@TempDir Path other) throws Exception {
    try (ServedConsole restricted = ServedConsole.ofIndex(other, KnownIsShownTest::write)) {
      Browser reader = restricted.as("analyst");
      Browser reviewer = restricted.as("reviewer");
      assertThat(reader.get("/clusters").body()).contains(KEPT);
      restrict(reviewer, "advert:" + id(CAMPAIGN.getFirst()));
      for (String path : List.of("/clusters", "/networks", "/alerts?status=all")) {
        String page = reader.get(path).body();
        assertThat(page).as(path).doesNotContain(id(CAMPAIGN.getFirst()), "over 0.99");
        assertThat(page).as(path).contains(KEPT);
      }
      restrict(reviewer, "cluster:" + CLUSTER);
      for (String path : List.of("/clusters", "/networks", "/alerts?status=all")) {
        assertThat(reader.get(path).body()).as(path).doesNotContain(KEPT);
      }
    }
  }

  @Test
  void programsReadTitlesAndQuotesOfAlertsIfTheyMayReadAdverts() throws Exception {
    JsonNode alert = alert(Set.of(Scope.ALERTS, Scope.ADVERTS));
    assertThat(alert.path("title").asText())
        .isEqualTo("Documents kept, obscured contact · 3 adverts · Leeds, Lyon");
    assertThat(alert.path("quotes").path(0).path("text").asText()).isEqualTo("Come, " + KEPT + ".");
    assertThat(alert.path("quotes").path(0).path("signs").path(0).path("id").asText())
        .isEqualTo("LX-07");
    assertThat(alert(Set.of(Scope.ALERTS)).path("quotes")).isEmpty();
  }

  @Test
  void programsMayFoldAdvertsToo() throws Exception {
    JsonNode folded = ask(Set.of(Scope.ADVERTS), "/api/v1/adverts?order=risk&fold=true");
    assertThat(folded.path("total").asInt()).isEqualTo(5);
    assertThat(folded.path("cards").asInt()).isEqualTo(3);
    assertThat(folded.path("hits").path(0).path("alike").asInt()).isEqualTo(3);
    assertThat(folded.path("hits").path(0).path("risk").path("of").asText()).isEqualTo("GROUP");
    assertThat(ask(Set.of(Scope.ADVERTS), "/api/v1/adverts?fold=yes").toString())
        .contains("fold must be true or false");
  }

  private static void restrict(Browser reviewer, String subject) throws Exception {
    assertThat(
            reviewer
                .post(
                    Paths.restriction(subject),
                    Map.of("ground", "accuracy", "why", "they contest it"))
                .statusCode())
        .isEqualTo(200);
  }

  private static JsonNode alert(Set<Scope> scopes) throws Exception {
    return ask(scopes, "/api/v1/alerts").path("alerts").path(0);
  }

  private static JsonNode ask(Set<Scope> scopes, String path) throws Exception {
    String token = served.token("analyst", scopes);
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + served.console.port() + path))
              .header("Authorization", "Bearer " + token)
              .build();
      return new ObjectMapper()
          .readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
  }

  private static List<String> shown() {
    return served.events.stream()
        .map(AuditEvent::shown)
        .flatMap(ids -> ids.ids().stream())
        .toList();
  }

  private static Document page(String path) throws Exception {
    return Jsoup.parse(analyst.get(path).body());
  }

  private static String id(AssessedAdvert advert) {
    return advert.advert().id();
  }

  private static void write(ShardWriter writer) throws IOException {
    for (AssessedAdvert advert : CAMPAIGN) {
      writer.put(advert);
      writer.put(new Membership(id(advert), CLUSTER));
    }
    writer.put(BREAKFAST);
    writer.put(ALONE);
    writer.put(cluster());
    writer.put(network());
    writer.put(new NetworkMembership(CLUSTER, NETWORK));
    writer.put(new NetworkMembership(NetworkMembership.ofSingle(id(ALONE)), NETWORK));
    writer.put(ALERT);
  }

  private static AssessedAdvert ofCampaign(int number) {
    String body = "Come, %s. Write to l e n a, %s, today! Text %d.".formatted(KEPT, MASKED, number);
    Advert advert = built("Work abroad " + number, body);
    String text = advert.text();
    return advert(
        advert,
        0.2 + number / 100.0,
        List.of(
            sign("LX-07", "retention of identity documents", text, KEPT),
            sign("SX-01", "obscured contact", text, "l e n a"),
            sign("SX-10", "absence of safeguards", text, MASKED)));
  }

  private static Indicator sign(String id, String name, String text, String wording) {
    int start = text.indexOf(wording);
    return new Indicator(
        id,
        name,
        "control",
        EvidenceGrade.EXPERT,
        true,
        List.of(new Span(start, start + wording.length())),
        "");
  }

  private static AssessedAdvert advert(
      String title, String body, double risk, List<Indicator> signs) {
    return advert(built(title, body), risk, signs);
  }

  private static Advert built(String title, String body) {
    return Advert.builder(Channel.CLASSIFIEDS, "ads.example.org", AT)
        .title(title)
        .body(body)
        .build();
  }

  private static AssessedAdvert advert(Advert advert, double risk, List<Indicator> signs) {
    return new AssessedAdvert(
        advert,
        "en",
        List.of(),
        Entities.none(),
        signs,
        new Assessment(
            "recruitment", Outcome.UNDETERMINED, risk, 0, List.of(), "risk-work-1", "1"));
  }

  private static List<Evidence> evidence() {
    return CAMPAIGN.getFirst().indicators().stream()
        .map(found -> Evidence.of(found, id(CAMPAIGN.getFirst())))
        .toList();
  }

  private static ClusterProfile cluster() {
    return new ClusterProfile(
            CLUSTER,
            3,
            AT,
            AT,
            Map.of(),
            Map.of("Lyon", 1L, "Leeds", 2L),
            Map.of(),
            Map.of("ads.example.org", 3L),
            Map.of("classifieds", 3L),
            Map.of(),
            Map.of("LX-07", 3L, "SX-01", 2L, "SX-10", 3L),
            List.of(),
            evidence(),
            Map.of(),
            Pace.none(),
            0.22,
            0.21,
            new Template(List.of()))
        .assessed(together(0.997));
  }

  private static NetworkProfile network() {
    return new NetworkProfile(
        NETWORK,
        4,
        2,
        1,
        2,
        AT,
        AT,
        Map.of(CLUSTER, 3L, NetworkMembership.ofSingle(id(ALONE)), 1L),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of("classifieds", 4L),
        List.of(),
        List.of(),
        0.22,
        0.2,
        4,
        together(0.8));
  }

  private static GroupAssessment together(double risk) {
    return new GroupAssessment(risk, 1, List.of(), "risk-group-1", "1");
  }

  private static Alert alert() {
    return new Alert(
        Alert.idOf("campaign", "1", CLUSTER),
        "campaign",
        "1",
        CLUSTER,
        Severity.URGENT,
        AT,
        "3 adverts of one campaign on one site: retention of identity documents",
        List.of(),
        evidence(),
        "classifieds",
        null,
        "risk-group-1",
        "taxonomy-2");
  }
}
