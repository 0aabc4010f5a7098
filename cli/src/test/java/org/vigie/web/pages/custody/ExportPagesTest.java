package org.vigie.web.pages.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.ExportRequests;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.Disclosure;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.people.Scope;
import org.vigie.search.AdvertIndex;
import org.vigie.web.pages.Browser;
import org.vigie.web.pages.Console;
import org.vigie.web.pages.ServedConsole;

class ExportPagesTest {
  @TempDir static Path folder;
  private static ServedConsole served;

  @BeforeAll
  static void serve() throws Exception {
    served = ServedConsole.ofExamples(folder);
  }

  @AfterAll
  static void end() throws Exception {
    served.close();
  }

  @Test
  void letsAFileLeaveOnlyWithASecondPersonAndANewCode() throws Exception {
    Browser reviewer = served.as("reviewer");
    Browser analyst = served.as("analyst");
    String path = ask(analyst, "jsonl");

    assertThat(take(analyst, path).statusCode()).as("not granted").isEqualTo(409);
    assertThat(analyst.post(path, Map.of("decision", "grant")).statusCode()).isEqualTo(403);
    assertThat(reviewer.get("/exports").body()).contains("the public prosecutor", path);
    assertThat(reviewer.post(path, Map.of("decision", "grant")).statusCode())
        .as("without password and code")
        .isEqualTo(403);
    assertThat(take(analyst, path).statusCode()).as("not granted yet").isEqualTo(409);
    served.traces.clear();
    served.events.clear();
    HttpResponse<String> grant = served.grant(reviewer, path);
    assertThat(grant.statusCode()).isEqualTo(200);
    String next =
        "Next: analyst takes the file on the page of exports, or with ./vigie export --granted %s,"
            .formatted(newest());
    assertThat(grant.body()).contains("What you decided", "granted by reviewer", next);
    assertThat(analyst.get("/exports").body()).contains("granted by reviewer", next);
    assertThat(served.traces.getFirst())
        .startsWith("reviewer disclosure post /exports/{id} id=")
        .endsWith("decision=grant");
    Disclosure told = new Disclosure("the public prosecutor", "asked for in writing");
    assertThat(served.events.getFirst()).isEqualTo(served.events.getFirst().disclosing(told));
    assertThat(reviewer.post(path, Map.of("decision", "decline")).statusCode()).isEqualTo(409);

    String spent = served.codeNow();
    HttpResponse<String> wrong = take(analyst, path, "another password", spent);
    assertThat(wrong.statusCode()).isEqualTo(403);
    assertThat(wrong.body()).contains("nothing was taken").doesNotContain("riskProbability");
    assertThat(take(reviewer, path).statusCode()).as("not who asked").isEqualTo(404);

    HttpResponse<String> file = take(analyst, path);
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(
            name -> assertThat(name).matches("attachment; filename=\"vigie-export-\\d+\\.jsonl\""));
    assertThat(file.headers().firstValue("Content-Type")).contains("application/x-ndjson");
    assertThat(file.body().lines()).hasSize(4).allMatch(line -> line.contains("passport"));
    assertThat(served.traces)
        .anyMatch(line -> line.startsWith("analyst disclosure post /exports/{id}/file id="));
    assertThat(served.events)
        .filteredOn(event -> event.command().equals("disclosure post /exports/{id}/file"))
        .filteredOn(event -> event.disclosure().recipient().equals("the public prosecutor"))
        .as("all takings by who asked, and none by the reviewer")
        .hasSize(2)
        .allMatch(event -> event.reason().equals("operation example"))
        .extracting(AuditEvent::session)
        .doesNotContain("")
        .containsOnly(served.events.getLast().session());
    assertThat(take(analyst, path, ServedConsole.PASSWORD, spent).statusCode())
        .as("a code from before")
        .isEqualTo(403);
    served.clock.pass(Duration.ofMinutes(1));

    served.clock.pass(Duration.ofHours(24));
    assertThat(take(served.as("analyst"), path).statusCode()).as("a day later").isEqualTo(409);
    try (Stream<Path> left = Files.list(served.workspace.database().resolveSibling("leaving"))) {
      assertThat(left).as("files left behind").isEmpty();
    }
  }

  @Test
  void takesOutWhatTheGrantHoldsAndNothingElseThatTheQueryFindsByThen() throws Exception {
    Browser analyst = served.as("analyst");
    for (String format : List.of("jsonl", "csv", "xlsx")) {
      String path = ask(analyst, format);
      String granted;
      try (AdvertIndex index = AdvertIndex.open(served.workspace.index());
          var database = CaseDatabase.open(served.workspace.database(), Console.SCHEMA)) {
        granted = index.advertIds("\"passport fee\"").iterator().next();
        assertThat(
                new ExportRequests(database, served.clock)
                    .grant("reviewer", newest(), "", List.of(granted)))
            .isTrue();
      }
      served.events.clear();
      assertThat(take(analyst, path).statusCode()).isEqualTo(200);
      assertThat(served.events)
          .extracting(AuditEvent::shown)
          .filteredOn(shown -> !shown.isEmpty())
          .singleElement()
          .satisfies(shown ->
              assertThat(shown.ids())
                  .filteredOn(id -> id.startsWith("a-"))
                  .containsExactly(granted));
      String token = served.token("analyst", Set.of(Scope.EXPORTS));
      assertThat(
              served
                  .nobody()
                  .raw("GET", "/api/v1" + path + "/adverts", "", "Authorization", "Bearer " + token)
                  .body()
                  .lines())
          .singleElement()
          .asString()
          .contains(granted);
    }
  }

  @Test
  void keepsWithAGrantWhatItsQueryFindsThen() throws Exception {
    String path = ask(served.as("analyst"), "jsonl");
    served.grant(served.as("reviewer"), path);
    try (AdvertIndex index = AdvertIndex.open(served.workspace.index())) {
      assertThat(ExportRequests.grantedIn(served.workspace.database(), newest()))
          .contains(index.advertIds("\"passport fee\""));
    }
  }

  @Test
  void givesNoFileOfAGrantWithoutAList() throws Exception {
    Browser analyst = served.as("analyst");
    String path = ask(analyst, "jsonl");
    try (var database = CaseDatabase.open(served.workspace.database(), Console.SCHEMA)) {
      assertThat(new ExportRequests(database, served.clock).decide("reviewer", newest(), true, ""))
          .isTrue();
    }
    HttpResponse<String> file = take(analyst, path);
    assertThat(file.statusCode()).isEqualTo(409);
    assertThat(file.body()).contains("granted without the list of its adverts");
    String token = served.token("analyst", Set.of(Scope.EXPORTS));
    HttpResponse<String> stream =
        served
            .nobody()
            .raw("GET", "/api/v1" + path + "/adverts", "", "Authorization", "Bearer " + token);
    assertThat(stream.statusCode()).isEqualTo(409);
    assertThat(stream.body()).contains("ask for it again");
  }

  @Test
  void takesOutAllAdvertsWhereNoWordsAreLookedFor() throws Exception {
    Browser analyst = served.as("analyst");
    analyst.get("/exports");
    HttpResponse<String> page =
        analyst.post(
            "/exports",
            Map.of("query", "", "format", "jsonl", "recipient", "a court", "why", "all of it"));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("all adverts");
    String path = "/exports/" + newest();
    served.grant(served.as("reviewer"), path);
    analyst.get("/exports");
    try (AdvertIndex index = AdvertIndex.open(served.workspace.index())) {
      assertThat(take(analyst, path).body().lines()).hasSize((int) index.counts().adverts());
    }
  }

  @Test
  void letsNobodyGrantTheirOwn() throws Exception {
    Browser reviewer = served.as("reviewer");
    String path = ask(reviewer, "csv");
    assertThat(reviewer.post(path, Map.of("decision", "grant")).statusCode()).isEqualTo(409);
    assertThat(served.grant(served.as("reviewer-2"), path).statusCode()).isEqualTo(200);
    HttpResponse<String> file = take(reviewer, path);
    assertThat(file.body()).startsWith("\"advert\",\"cluster\"");
  }

  @Test
  void refusesWhatCannotBeExported() throws Exception {
    Browser analyst = served.as("analyst");
    for (Map<String, String> form :
        List.of(
            Map.of("query", "visa", "format", "", "recipient", "x", "why", "because of it"),
            Map.of("query", "a", "format", "exe", "recipient", "x", "why", "because of it"),
            Map.of("query", "a", "format", "csv", "recipient", "", "why", "because of it"),
            Map.of("query", "a", "format", "csv", "recipient", "x", "why", "short"),
            Map.of("query", "a AND", "format", "csv", "recipient", "x", "why", "because of it"))) {
      assertThat(analyst.post("/exports", form).statusCode()).as("%s", form).isEqualTo(422);
    }
    assertThat(analyst.post("/exports/9999/file", Map.of()).statusCode()).isEqualTo(404);
  }

  private static String ask(Browser browser, String format) throws Exception {
    String page =
        browser
            .post(
                "/exports",
                Map.of(
                    "query",
                    "\"passport fee\"",
                    "format",
                    format,
                    "recipient",
                    "the public prosecutor",
                    "why",
                    "asked for in writing"))
            .body();
    assertThat(page).contains("waits for a second person");
    return "/exports/" + newest();
  }

  private static long newest() {
    try (var database = CaseDatabase.open(served.workspace.database(), Console.SCHEMA)) {
      return database
          .list("SELECT max(id) AS id FROM export_request", row -> row.getLong("id"))
          .getFirst();
    }
  }

  private static HttpResponse<String> take(Browser browser, String path) throws Exception {
    served.clock.pass(Duration.ofMinutes(2));
    return take(browser, path, ServedConsole.PASSWORD, served.codeNow());
  }

  private static HttpResponse<String> take(
      Browser browser, String path, String password, String code) throws Exception {
    return browser.post(path + "/file", Map.of("password", password, "code", code));
  }
}
