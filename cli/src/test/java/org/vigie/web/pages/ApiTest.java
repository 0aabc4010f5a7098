package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.people.Scope;
import org.vigie.web.pages.api.ApiQuestion;

class ApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static ServedConsole served;
  private static ApiProgram program;

  @BeforeAll
  static void serve() throws Exception {
    served = ServedConsole.ofExamples(folder);
    program = new ApiProgram(served);
  }

  @AfterAll
  static void end() throws Exception {
    served.close();
  }

  @Test
  void refusesWhatItWasNotAskedProperly() throws Exception {
    String token = served.token("analyst", Set.of(Scope.values()));
    String cluster = program.read("/api/v1/clusters", token).at("/clusters/0/id").asText();
    for (String asked :
        List.of(
            "/adverts?query=visa&order=foo",
            "/adverts?query=visa&limit=0",
            "/adverts?query=visa&limit=101",
            "/adverts?query=visa&limit=ten",
            "/adverts?query=visa&offset=-1",
            "/adverts?query=visa&offset=" + (ApiQuestion.DEEPEST + 1),
            "/clusters?limit=1000",
            "/clusters/" + cluster + "/map?from=yesterday",
            "/contact/map?key=phone:%2B33639980001&to=2026-02-30")) {
      HttpResponse<String> answer = program.ask("/api/v1" + asked, token);
      assertThat(answer.statusCode()).as(asked).isEqualTo(422);
      assertThat(JSON.readTree(answer.body()).path("error").asText()).contains("must be");
    }
    assertThat(
            program
                .ask("/api/v1/adverts?query=visa&offset=" + ApiQuestion.DEEPEST, token)
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void listsClustersNetworksAndAlertsStretchByStretchToTheirEnds() throws Exception {
    String token = served.token("reviewer", Set.of(Scope.values()));
    int listed = 0;
    for (String list : List.of("clusters", "networks", "alerts")) {
      List<String> whole = ids(program.read("/api/v1/" + list + "?limit=100", token).path(list));
      List<String> stretches = new ArrayList<>();
      int before = -1;
      for (int offset = 0; stretches.size() > before; offset++) {
        before = stretches.size();
        String path = "/api/v1/" + list + "?limit=1&offset=" + offset;
        stretches.addAll(ids(program.read(path, token).path(list)));
      }
      assertThat(stretches).as(list).isEqualTo(whole);
      listed += whole.size();
    }
    assertThat(listed).isGreaterThan(1);
  }

  private static List<String> ids(JsonNode list) {
    List<String> ids = new ArrayList<>();
    list.forEach(one -> ids.add(one.path("id").asText()));
    return ids;
  }

  @Test
  void tellsWhatPeopleDidToMembersAlone() throws Exception {
    Browser analyst = served.as("analyst");
    Browser lead = served.as("case-lead");
    String token = served.token("analyst", Set.of(Scope.values()));
    String alert = program.read("/api/v1/alerts", token).at("/alerts/0/id").asText();
    String advert = program.read("/api/v1/adverts?query=Leeds", token).at("/hits/0/id").asText();
    analyst.get("/alerts/" + alert);
    analyst.post("/alerts/" + alert + "/outcome", Map.of("outcome", "lead", "note", "to follow"));
    analyst.get("/adverts/" + advert);
    analyst.post(
        "/adverts/" + advert + "/judgements",
        Map.of("opinion", "lead", "why", "as in another case"));
    analyst.post("/searches", Map.of("title", "visas", "query", "visa", "severity", "notice"));
    analyst.raw("POST", "/marks", "change=assign&assignee=analyst&advert=" + advert);
    String path = lead.post("/cases", Map.of("title", "An operation")).uri().getPath();
    lead.post(path + "/notes", Map.of("note", "the first of them"));

    JsonNode handling = program.read("/api/v1/alerts/" + alert + "/handling", token);
    assertThat(handling.path("status").asText()).isEqualTo("closed");
    assertThat(handling.path("outcome").asText()).isEqualTo("lead");
    assertThat(handling.at("/steps/0/note").asText()).isEqualTo("to follow");
    JsonNode said = program.read("/api/v1/adverts/" + advert + "/judgements", token);
    assertThat(said.at("/judgements/0/why").asText()).isEqualTo("as in another case");
    assertThat(program.read("/api/v1/searches", token).at("/searches/0/name").asText())
        .isEqualTo("visas");
    assertThat(program.read("/api/v1/worklist", token).at("/marks/0/subject/id").asText())
        .isEqualTo(advert);
    String ofLead = served.token("case-lead", Set.of(Scope.CASEWORK));
    assertThat(program.read("/api/v1" + path, ofLead).at("/items/0/note").asText())
        .isEqualTo("the first of them");
    assertThat(program.ask("/api/v1" + path, token).statusCode()).isEqualTo(404);
    assertThat(program.read("/api/v1/cases", token).path("cases")).isEmpty();
    assertThat(program.read("/api/v1/searches", ofLead).path("searches")).isEmpty();
    assertThat(program.read("/api/v1/worklist", ofLead).path("marks")).isEmpty();
  }

  @Test
  void tellsPlacesMovementsAndRulingsAsTheirPagesDo() throws Exception {
    String token = served.token("analyst", Set.of(Scope.CLUSTERS, Scope.NETWORKS));
    String cluster = program.read("/api/v1/clusters", token).at("/clusters/0/id").asText();
    JsonNode map = program.read("/api/v1/clusters/" + cluster + "/map", token);
    long adverts = 0;
    for (JsonNode day : map.path("days")) {
      adverts += day.asLong();
    }
    assertThat(adverts)
        .isEqualTo(program.read("/api/v1/clusters/" + cluster, token).path("size").asLong());
    Browser analyst = served.as("analyst");
    String page = analyst.get("/clusters/" + cluster + "/map").body();
    map.path("towns").forEach(town -> assertThat(page).contains(town.path("name").asText()));
    JsonNode none =
        program.read("/api/v1/clusters/" + cluster + "/map?from=1990-01-01&to=1990-01-02", token);
    assertThat(none.path("towns")).isEmpty();
    assertThat(none.path("placed").asLong()).isZero();
    assertThat(program.ask("/api/v1/clusters/c-none/map", token).statusCode()).isEqualTo(404);
    assertThat(program.ask("/api/v1/contact/map?key=phone:none", token).statusCode())
        .isEqualTo(404);

    analyst.get("/clusters/" + cluster);
    analyst.post(
        "/clusters/" + cluster + "/rulings",
        Map.of("ruling", "no-campaign", "why", "a public template"));
    JsonNode ruled = program.read("/api/v1/rulings", token).at("/inEffect/0");
    assertThat(ruled.path("kind").asText()).isEqualTo("no-campaign");
    assertThat(ruled.path("cluster").asText()).isEqualTo(cluster);
    analyst.post(
        "/rulings/" + ruled.path("number").asText() + "/undoing",
        Map.of("why", "it was one after all"));
    assertThat(program.read("/api/v1/rulings", token).at("/inEffect")).isEmpty();
    assertThat(program.read("/api/v1/rulings", token).at("/undone/0/undoneBy").asText())
        .isEqualTo("analyst");
    String other = served.token("analyst", Set.of(Scope.ALERTS));
    for (String path : List.of("/rulings", "/clusters/" + cluster + "/map", "/contact/map?key=x")) {
      assertThat(program.ask("/api/v1" + path, other).statusCode()).as(path).isEqualTo(403);
    }
  }

  @Test
  void answersAsThePagesDo() throws Exception {
    String token = served.token("analyst", Set.of(Scope.ADVERTS));
    JsonNode found = program.read("/api/v1/adverts?query=passport&limit=2", token);
    assertThat(found.path("hits")).hasSize(2);
    assertThat(served.as("analyst").get("/?q=passport").body())
        .contains(found.path("total").asLong() + " adverts match");
    assertThat(program.ask("/api/v1/adverts?query=passport+AND", token).statusCode())
        .isEqualTo(422);
    assertThat(program.ask("/api/v1/adverts/a-none", token).statusCode()).isEqualTo(404);
    assertThat(program.ask("/api/v1/nothing", token).statusCode()).isEqualTo(404);
    assertThat(JSON.readTree(program.ask("/api/v1/nothing", token).body()).path("error").asText())
        .isNotEmpty();
    assertThat(served.traces).contains("analyst consultation get /api/v1/adverts limit=2");
    assertThat(served.events).anyMatch(event -> event.words().equals(Map.of("query", "passport")));
    assertThat(served.events)
        .filteredOn(event -> event.session().startsWith("token-"))
        .as("with the purpose of the token")
        .isNotEmpty()
        .allMatch(event -> event.reason().equals("operation example"));
  }

  @Test
  void isAskedByABodyForWhatNoAddressMayHold() throws Exception {
    String token = served.token("analyst", Set.of(Scope.ADVERTS, Scope.CASEWORK, Scope.NETWORKS));
    String key = "key=" + encoded("phone:+33639980001");
    Map<String, String> asked =
        Map.of(
            "/search",
            "query=passport&limit=2",
            "/contact",
            key,
            "/contact/map",
            key,
            "/worklist",
            "tag=" + encoded("orchard ring") + "&limit=2");
    for (Map.Entry<String, String> one : asked.entrySet()) {
      String path = "/api/v1" + one.getKey();
      served.events.clear();
      JsonNode answer = JSON.readTree(program.post(path, one.getValue(), token).body());
      assertThat(answer)
          .isEqualTo(
              program.read(path.replace("/search", "/adverts") + "?" + one.getValue(), token));
      AuditEvent first = served.events.getFirst();
      assertThat(first.command()).endsWith(" post " + path);
      assertThat(first.words()).isEqualTo(served.events.getLast().words()).hasSize(1);
      assertThat(first.shown()).isEqualTo(served.events.getLast().shown());
      assertThat(served.events).as("one line each").hasSize(2);

      assertThat(program.post(path + "?" + one.getValue(), "a=b", token).statusCode())
          .isEqualTo(400);
      assertThat(program.post(path, "query=%zz", token).statusCode()).isEqualTo(400);
      assertThat(program.post(path, one.getValue(), "").statusCode()).isEqualTo(401);
    }
    String json =
        served.nobody().get("/api/v1/openapi.json", "Authorization", "Bearer " + token).body();
    JsonNode form =
        JSON.readTree(json)
            .path("paths")
            .path("/api/v1/search")
            .at("/post/requestBody/content")
            .path("application/x-www-form-urlencoded");
    assertThat(form.at("/schema/properties/limit/type").asText()).isEqualTo("integer");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void makesATokenForWhoGivesANewCodeAndEndsIt() throws Exception {
    Browser analyst = served.as("analyst");
    Map<String, String> form =
        Map.of(
            "title",
            "notebook",
            "scope",
            "adverts",
            "purpose",
            "operation example",
            "days",
            "7",
            "password",
            ServedConsole.PASSWORD);
    assertThat(analyst.post("/tokens", with(form, "000000")).statusCode()).isEqualTo(403);
    served.clock.pass(Duration.ofMinutes(2));
    String page = analyst.post("/tokens", with(form, served.codeNow())).body();
    String token = Found.group(page, "class=\"token\">([^<]+)<");
    assertThat(program.ask("/api/v1/adverts?query=passport", token).statusCode()).isEqualTo(200);
    assertThat(analyst.get("/tokens").body()).contains("notebook").doesNotContain(token);

    String path = Found.group(analyst.get("/tokens").body(), "action=\"(/tokens/\\d+/end)\"");
    assertThat(served.as("analyst-2").post(path, Map.of()).statusCode()).isEqualTo(404);
    analyst.post(path, Map.of());
    assertThat(program.ask("/api/v1/adverts?query=passport", token).statusCode()).isEqualTo(401);
    assertThat(program.ask("/api/v1/adverts?query=passport", "").statusCode()).isEqualTo(401);
  }

  @Test
  void streamsAnExportThatASecondPersonGrantedToItsAskerAlone() throws Exception {
    Browser analyst = served.as("analyst");
    analyst.post(
        "/exports",
        Map.of(
            "query",
            "passport",
            "format",
            "csv",
            "recipient",
            "the prosecutor",
            "why",
            "asked for in writing"));
    String mine = served.token("analyst", Set.of(Scope.EXPORTS));
    Browser reviewer = served.as("reviewer");
    String export = Found.group(reviewer.get("/exports").body(), "action=\"(/exports/\\d+)\"");
    String path = "/api/v1" + export + "/adverts";
    assertThat(program.ask(path, mine).statusCode()).isEqualTo(409);
    served.grant(reviewer, export);
    HttpResponse<String> lines = program.ask(path, mine);
    assertThat(lines.headers().firstValue("Content-Type")).contains("application/x-ndjson");
    assertThat(lines.body().lines().count())
        .isEqualTo(
            program
                .read(
                    "/api/v1/adverts?query=passport",
                    served.token("analyst", Set.of(Scope.ADVERTS)))
                .path("total")
                .asLong());
    assertThat(program.ask(path, served.token("analyst-2", Set.of(Scope.EXPORTS))).statusCode())
        .isEqualTo(404);
  }

  @Test
  void givesAnAccountSoManyFilesOfExportsAMinuteHoweverItAsks() throws Exception {
    Browser analyst = served.as("analyst-2");
    analyst.get("/exports");
    analyst.post(
        "/exports",
        Map.of(
            "query", "Leeds",
            "format", "jsonl",
            "recipient", "the prosecutor",
            "why", "asked for in writing"));
    Browser reviewer = served.as("reviewer");
    String path = Found.group(reviewer.get("/exports").body(), "action=\"(/exports/\\d+)\"");
    served.grant(reviewer, path);
    String token = served.token("analyst-2", Set.of(Scope.EXPORTS));
    String other = served.token("analyst-2", Set.of(Scope.EXPORTS, Scope.ALERTS));
    for (int i = 0; i < Console.EXPORTS_A_MINUTE; i++) {
      String mine = i % 2 == 0 ? token : other;
      assertThat(program.ask("/api/v1" + path + "/adverts", mine).statusCode())
          .as("%d", i)
          .isEqualTo(200);
    }
    HttpResponse<String> refused = program.ask("/api/v1" + path + "/adverts", token);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("60");
    HttpResponse<String> page =
        analyst.post(
            path + "/file", Map.of("password", ServedConsole.PASSWORD, "code", served.codeNow()));
    assertThat(page.statusCode()).as("on the page, too").isEqualTo(429);
    assertThat(page.body()).doesNotContain("riskProbability");

    served.clock.pass(Duration.ofMinutes(1));
    assertThat(program.ask("/api/v1" + path + "/adverts", token).statusCode()).isEqualTo(200);
  }

  @Test
  void letsAProgramAskSoOftenAMinute() throws Exception {
    String token = served.token("case-lead", Set.of(Scope.ALERTS));
    for (int i = 0; i < Console.MOST_A_MINUTE; i++) {
      assertThat(program.ask("/api/v1/alerts?limit=1", token).statusCode()).isEqualTo(200);
    }
    assertThat(program.ask("/api/v1/alerts?limit=1", token).statusCode()).isEqualTo(429);
    served.clock.pass(Duration.ofMinutes(1));
    assertThat(program.ask("/api/v1/alerts?limit=1", token).statusCode()).isEqualTo(200);
  }

  private static Map<String, String> with(Map<String, String> form, String code) {
    Map<String, String> whole = new HashMap<>(form);
    whole.put("code", code);
    return whole;
  }
}
