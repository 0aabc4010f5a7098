package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.ShownIds;
import org.vigie.casework.people.Scope;

/** Nobody is shown all adverts bit by bit, and the log names each that was shown. */
class DisclosureTest {
  @TempDir Path folder;
  private ServedConsole served;

  @BeforeEach
  void serve() throws Exception {
    served = ServedConsole.onDemo(folder);
  }

  @AfterEach
  void end() throws Exception {
    served.close();
  }

  @Test
  void aTokenThatReadsAdvertAfterAdvertEndsAtTheBudget() throws Exception {
    String token = served.token("analyst", Set.of(Scope.ADVERTS));
    List<String> all = listed(token, 410);
    assertThat(served.events)
        .as("lists give short forms")
        .noneMatch(event -> event.command().startsWith("disclosure budget"));
    Set<String> taken = new HashSet<>();
    int refused = 0;
    for (int hour = 0; hour < 6; hour++) {
      for (String id : all.subList(taken.size(), all.size())) {
        HttpResponse<String> answer = ask(token, "/api/v1/adverts/" + id);
        if (answer.statusCode() == 403) {
          assertThat(answer.body()).contains("ask for an export");
          refused++;
          break;
        }
        taken.add(id);
      }
      if (hour == 0) {
        assertThat(taken).as("in an hour").hasSize(100);
      }
      served.clock.pass(Duration.ofMinutes(61));
    }
    assertThat(refused).isPositive();
    assertThat(taken).as("in six hours").hasSize(400);
    Browser analyst = served.as("analyst");
    assertThat(served.events)
        .filteredOn(event -> event.command().startsWith("disclosure budget"))
        .extracting(event -> event.command() + ": " + event.detail().replaceAll("-\\d+", "-N"))
        .contains(
            "disclosure budget at 80%: account=analyst per=hour",
            "disclosure budget at 80%: token=token-N per=hour",
            "disclosure budget used up: account=analyst per=hour",
            "disclosure budget used up: token=token-N per=hour",
            "disclosure budget refused: account=analyst per=hour",
            "disclosure budget used up: account=analyst per=day",
            "disclosure budget refused: token=token-N per=day");
    assertThat(analyst.get("/").statusCode()).as("short forms").isEqualTo(200);
  }

  @Test
  void theSameAdvertAgainCostsNothing() throws Exception {
    String id = adverts(served.as("analyst").get("/").body()).getFirst();
    Browser analyst = served.as("analyst-2");
    for (int i = 0; i < 150; i++) {
      assertThat(analyst.get("/adverts/" + id).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void pagesCountAsProgramsDo() throws Exception {
    String token = served.token("analyst", Set.of(Scope.ADVERTS));
    Browser analyst = served.as("analyst");
    List<String> ids = listed(token, 101);
    for (String id : ids.subList(0, 100)) {
      assertThat(ask(token, "/api/v1/adverts/" + id).statusCode()).isEqualTo(200);
    }
    String next = ids.get(100);
    HttpResponse<String> page = analyst.get("/adverts/" + next);
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("Ask for an export");
  }

  @Test
  void theLogNamesEachAdvertThatWasShown() throws Exception {
    Browser analyst = served.as("analyst");
    for (String path :
        List.of("/", "/?q=passport", "/clusters", "/alerts", "/networks", "/queue", "/cases")) {
      served.events.clear();
      String body = analyst.get(path).body();
      Set<String> said = new HashSet<>();
      for (AuditEvent event : served.events) {
        said.addAll(event.shown().ids());
      }
      assertThat(said).as(path).containsExactlyInAnyOrderElementsOf(ShownIds.in(body).ids());
    }
    String id = adverts(analyst.get("/").body()).getFirst();
    served.events.clear();
    analyst.get("/adverts/" + id);
    assertThat(served.events)
        .singleElement()
        .returns("consultation get /adverts/{id}", AuditEvent::command)
        .satisfies(event -> assertThat(event.shown().ids()).contains(id));
    served.events.clear();
    ask(served.token("analyst", Set.of(Scope.ADVERTS)), "/api/v1/adverts?limit=40");
    assertThat(served.events.getLast().shown().ids()).hasSizeGreaterThanOrEqualTo(40);
  }

  /** Returns the ids of as many adverts as lists give. */
  private List<String> listed(String token, int most) throws Exception {
    Set<String> ids = new LinkedHashSet<>();
    for (int offset = 0; ids.size() < most; offset += 50) {
      HttpResponse<String> answer = ask(token, "/api/v1/adverts?limit=50&offset=" + offset);
      assertThat(answer.statusCode()).isEqualTo(200);
      JsonNode hits = new ObjectMapper().readTree(answer.body()).path("hits");
      assertThat(hits).isNotEmpty();
      hits.forEach(hit -> ids.add(hit.path("id").asText()));
    }
    return ids.stream().limit(most).toList();
  }

  private static List<String> adverts(String body) {
    return ShownIds.in(body).ids().stream().filter(id -> id.startsWith("a-")).toList();
  }

  private HttpResponse<String> ask(String token, String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + served.console.port() + path))
              .header("Authorization", "Bearer " + token)
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
