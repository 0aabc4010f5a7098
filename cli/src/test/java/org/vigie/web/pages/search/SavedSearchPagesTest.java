package org.vigie.web.pages.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.web.pages.Browser;
import org.vigie.web.pages.Found;
import org.vigie.web.pages.ServedConsole;
import org.vigie.web.pages.part.Paths;

class SavedSearchPagesTest {
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
  void raisesAlertsOfANewAdvertThatASavedSearchFinds() throws Exception {
    Browser analyst = served.as("analyst");
    String page = analyst.get("/?q=orchard&f=" + Paths.encoded("country:\"IE\"")).body();
    String query = Found.group(page, "name=\"query\" value=\"([^\"]+)\"").replace("&#34;", "\"");
    assertThat(query).isEqualTo("(orchard) country:\"IE\"");
    String saved =
        analyst
            .post("/searches", Map.of("title", "fruit", "query", query, "severity", "urgent"))
            .body();
    assertThat(saved).contains("fruit", "urgent", "country:");

    Here here = Here.in(folder).home(Readme.project()).onRealTime();
    here.piped(
        "{\"text\":\"Help wanted in an orchard\",\"country\":\"IE\"}\n"
            + "{\"text\":\"Help wanted in an orchard\",\"country\":\"FR\"}\n");
    assertThat(here.vigie("run", "--input", "-")).as(here.err()).isZero();
    assertThat(here.vigie("alerts")).isZero();
    assertThat(here.out()).containsOnlyOnce("fruit · analyst (version 1)");
  }

  @Test
  void showsASearchToItsOwnerAloneAndLetsNobodyElseRemoveIt() throws Exception {
    Browser analyst = served.as("analyst");
    analyst.post("/searches", Map.of("title", "one's own", "query", "visa", "severity", "notice"));
    String removal =
        Found.group(analyst.get("/searches").body(), "action=\"(/searches/[0-9]+/removal)\"");

    Browser other = served.as("analyst-2");
    assertThat(other.get("/searches").body()).doesNotContain("one&#39;s own", removal);
    HttpResponse<String> refused = other.post(removal, Map.of());
    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(analyst.get("/searches").body()).contains(removal);
    assertThat(analyst.post(removal, Map.of()).body()).doesNotContain(removal);
    assertThat(analyst.post(removal, Map.of()).statusCode()).as("twice").isEqualTo(404);
  }

  @Test
  void refusesWhatTheStreamCouldNotMatch() throws Exception {
    Browser analyst = served.as("analyst");
    for (Map<String, String> form :
        List.of(
            Map.of("title", "nothing", "query", " ", "severity", "notice"),
            Map.of("title", "", "query", "visa", "severity", "notice"),
            Map.of("title", "x".repeat(81), "query", "visa", "severity", "notice"),
            Map.of("title", "severe", "query", "visa", "severity", "no such"),
            Map.of("title", "half", "query", "visa AND", "severity", "notice"),
            Map.of("title", "too early", "query", "cluster:c-1", "severity", "notice"))) {
      assertThat(analyst.post("/searches", form).statusCode()).as("%s", form).isEqualTo(422);
    }
    assertThat(analyst.get("/searches").body()).doesNotContain("too early");
  }

  @Test
  void logsWhatIsSavedBeforeItIs() throws Exception {
    Browser reviewer = served.as("reviewer");
    served.traces.clear();
    reviewer.post("/searches", Map.of("title", "visa", "query", "visa", "severity", "notice"));

    assertThat(served.traces)
        .containsExactly(
            "reviewer alteration post /searches ", "reviewer consultation get /searches ");
  }
}
