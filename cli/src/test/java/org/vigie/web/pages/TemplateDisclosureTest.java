package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.config.DisclosureSettings;
import org.vigie.casework.environment.Here;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.people.Scope;

/**
 * The templates of clusters say what adverts say, so they cost as much: a template the adverts of
 * which it is made, which are eight at most.
 */
class TemplateDisclosureTest {
  private static final int MOST = 20;

  @TempDir Path folder;
  private ServedConsole served;
  private String token;
  private List<String> clusters;

  @BeforeEach
  void serve() throws Exception {
    served = ServedConsole.onDemo(folder, new DisclosureSettings(MOST, MOST));
    token = served.token("analyst", Set.of(Scope.CLUSTERS, Scope.ADVERTS));
    clusters = new ArrayList<>();
    JsonNode listed = new ObjectMapper().readTree(ask("/api/v1/clusters?limit=40").body());
    listed.path("clusters").forEach(one -> clusters.add(one.path("id").asText()));
    assertThat(clusters).hasSizeGreaterThan(10);
  }

  @AfterEach
  void end() throws Exception {
    served.close();
  }

  @Test
  void aProgramThatReadsClusterAfterClusterEndsAtTheBudget() throws Exception {
    Set<String> taken = new TreeSet<>();
    int refused = 0;
    for (String cluster : clusters) {
      served.events.clear();
      HttpResponse<String> answer = ask("/api/v1/clusters/" + cluster);
      if (answer.statusCode() == 200) {
        assertThat(answer.body()).contains("\"template\"");
        taken.addAll(disclosed());
      } else {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("ask for an export").doesNotContain("\"template\"");
        refused++;
      }
    }
    assertThat(taken).hasSizeBetween(MOST - 7, MOST);
    assertThat(refused).isPositive();
  }

  @Test
  void pagesAndTheCommandLineCountTemplatesToo() throws Exception {
    Browser analyst = served.as("analyst");
    assertThat(analyst.get("/clusters/" + clusters.get(0)).statusCode()).isEqualTo(200);
    Set<String> first = disclosed();
    assertThat(first).hasSizeBetween(2, 8);
    assertThat(cluster(clusters.get(1))).isZero();
    String last = "";
    for (String cluster : clusters) {
      if (analyst.get("/clusters/" + cluster).statusCode() == 403) {
        last = cluster;
        break;
      }
    }
    assertThat(last).isNotEmpty();
    assertThat(cluster(last)).isEqualTo(9);
    assertThat(ask("/api/v1/clusters/" + last).statusCode()).isEqualTo(403);
    assertThat(analyst.get("/clusters/" + clusters.get(0)).statusCode()).as("again").isEqualTo(200);
    for (String advert : first) {
      assertThat(analyst.get("/adverts/" + advert).statusCode())
          .as("an advert whose text was in the template")
          .isEqualTo(200);
    }
  }

  /** Returns the adverts that the log names as those of templates. */
  private Set<String> disclosed() {
    Set<String> ids = new TreeSet<>();
    for (AuditEvent event : served.events) {
      if (event.command().equals("shown template")) {
        ids.addAll(event.shown().ids());
      }
    }
    return ids;
  }

  private int cluster(String id) {
    return Here.in(folder)
        .at(served.clock.instant())
        .with("VIGIE_DISCLOSURE_PER_HOUR", String.valueOf(MOST))
        .vigie("cluster", id, "--workspace", "vigie-demo");
  }

  private HttpResponse<String> ask(String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + served.console.port() + path))
              .header("Authorization", "Bearer " + token)
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
