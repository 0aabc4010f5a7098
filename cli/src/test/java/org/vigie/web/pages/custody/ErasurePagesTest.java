package org.vigie.web.pages.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.casework.ErasureRequest;
import org.vigie.casework.ErasureRequests;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;
import org.vigie.text.safe.Words;
import org.vigie.web.pages.Browser;
import org.vigie.web.pages.Found;
import org.vigie.web.pages.ServedConsole;

class ErasurePagesTest {
  private static final String WHY = "asked for in writing";

  @TempDir static Path folder;
  private static ServedConsole served;
  private static String advert;
  private static String posted;

  @BeforeAll
  static void serve() throws Exception {
    served = ServedConsole.ofExamples(folder);
    try (AdvertIndex index = AdvertIndex.open(served.workspace.index())) {
      Advert newest =
          index.newestAdverts("", 100).stream()
              .map(AssessedAdvert::advert)
              .filter(one -> one.postedAt() != null)
              .findFirst()
              .orElseThrow();
      advert = newest.id();
      posted =
          "<br>posted, as its site says: "
              + Words.minute(Objects.requireNonNull(newest.postedAt()));
    }
  }

  @AfterAll
  static void end() throws Exception {
    served.close();
  }

  @Test
  void grantsAnErasureOnlyByASecondPersonAndEachWithANewCode() throws Exception {
    Browser analyst = served.as("analyst");
    Browser reviewer = served.as("reviewer");
    assertThat(analyst.get("/adverts/" + advert).body())
        .contains("href=\"/erasures?advert=" + advert + "\"");
    assertThat(analyst.get("/erasures?advert=" + advert).body())
        .contains("value=\"" + advert + "\"", "./vigie erase --granted");
    assertThat(analyst.post("/erasures", Map.of("advert", advert, "why", WHY)).statusCode())
        .as("no code")
        .isEqualTo(403);
    assertThat(granted()).isEmpty();

    HttpResponse<String> asked = post(analyst, "/erasures", Map.of("advert", advert, "why", WHY));
    assertThat(asked.body()).contains("waits for a second person", WHY, posted);
    assertThat(asked.body())
        .containsPattern(
            "<br>first seen by us [0-9: UTC-]{20}( or before)?, last [0-9: UTC-]{20}<br>");
    String path = Found.group(reviewer.get("/erasures").body(), "action=\"(/erasures/\\d+)\"");
    assertThat(post(analyst, path, Map.of("decision", "grant")).statusCode())
        .as("no reviewer")
        .isEqualTo(403);
    assertThat(reviewer.post(path, Map.of("decision", "grant")).statusCode())
        .as("no code")
        .isEqualTo(403);
    served.traces.clear();
    HttpResponse<String> grant = post(reviewer, path, Map.of("decision", "grant"));
    assertThat(grant.statusCode()).isEqualTo(200);
    String next = "Next: the next ./vigie run, or ./vigie erase --granted, erases it.";
    assertThat(grant.body()).contains("What you decided", "granted by reviewer", next);

    assertThat(served.traces.getFirst())
        .startsWith("reviewer erasure post /erasures/{id} id=")
        .contains("decision=grant");
    assertThat(granted()).extracting(ErasureRequest::advert).containsExactly(advert);
    assertThat(granted()).extracting(ErasureRequest::decidedBy).containsExactly("reviewer");
    assertThat(post(reviewer, path, Map.of("decision", "decline")).statusCode()).isEqualTo(409);
  }

  @Test
  void letsNobodyGrantTheirOwnAndErasesNothingUnknown() throws Exception {
    Browser reviewer = served.as("reviewer-2");
    int before = granted().size();
    post(reviewer, "/erasures", Map.of("advert", advert, "why", WHY));
    String path = Found.group(served.as("reviewer").get("/erasures").body(), "(/erasures/\\d+)");
    assertThat(post(reviewer, path, Map.of("decision", "grant")).statusCode()).isEqualTo(409);
    assertThat(
            post(reviewer, "/erasures", Map.of("advert", "a-00000000000000000000", "why", WHY))
                .statusCode())
        .isEqualTo(422);
    assertThat(post(reviewer, "/erasures", Map.of("advert", advert, "why", "short")).statusCode())
        .isEqualTo(422);
    assertThat(granted()).hasSize(before);
  }

  private static List<ErasureRequest> granted() {
    return ErasureRequests.grantedIn(new Workspace(served.workspace.root()).database());
  }

  private static HttpResponse<String> post(Browser browser, String path, Map<String, String> form)
      throws Exception {
    served.clock.pass(Duration.ofMinutes(2));
    Map<String, String> all = new HashMap<>(form);
    all.put("password", ServedConsole.PASSWORD);
    all.put("code", served.codeNow());
    return browser.post(path, all);
  }
}
