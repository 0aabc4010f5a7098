package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.people.Sessions;
import org.vigie.pipeline.workspace.Workspace;

class UnsavedWordsTest {
  private static final String NOTE = "the same phrase stood in three adverts <b>";
  private static final String FORM = "note=" + URLEncoder.encode(NOTE, StandardCharsets.UTF_8);

  @TempDir static Path folder;
  private static ServedConsole served;

  @BeforeAll
  static void serve() {
    served = ServedConsole.on(new Workspace(folder));
  }

  @AfterAll
  static void end() throws Exception {
    served.close();
  }

  @Test
  void areShownWhereTheSessionHasEndedMeanwhile() throws Exception {
    Browser analyst = served.as("analyst");
    served.clock.pass(Sessions.IDLE.plus(Duration.ofMinutes(1)));

    HttpResponse<String> page = analyst.raw("POST", "/cases/k-1/notes", FORM);

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(kept(page)).isEqualTo(NOTE);
    assertThat(page.body()).contains("You aren't signed in any more");
  }

  @Test
  void areShownWhereSomebodySignedInAgainInAnotherTab() throws Exception {
    Browser analyst = served.as("analyst");
    analyst.forgetFormToken();

    assertThat(kept(analyst.raw("POST", "/cases/k-1/notes", FORM))).isEqualTo(NOTE);
  }

  @Test
  void areShownWhereTheCodeWasWrong() throws Exception {
    Browser analyst = served.as("analyst");
    Map<String, String> form =
        Map.of(
            "title",
            "a program",
            "scope",
            "adverts",
            "purpose",
            NOTE,
            "password",
            "x",
            "code",
            "1");

    HttpResponse<String> page = analyst.post("/tokens", form);

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(Jsoup.parse(page.body()).select("main textarea[readonly]").eachText())
        .containsExactly("a program", NOTE);
  }

  @Test
  void areShownOnNoPageOfAnotherSitesForm() throws Exception {
    HttpResponse<String> page =
        served.nobody().raw("POST", "/cases/k-1/notes", FORM, "Sec-Fetch-Site", "cross-site");

    assertThat(page.statusCode()).isEqualTo(303);
    assertThat(
            served
                .as("analyst")
                .raw("POST", "/cases/k-1/notes", FORM, "Sec-Fetch-Site", "cross-site")
                .body())
        .doesNotContain("three adverts");
  }

  @Test
  void neverAreASecret() throws Exception {
    HttpResponse<String> page =
        served.nobody().post("/sign-in", Map.of("name", "x", "password", "hush", "code", "123456"));

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).doesNotContain("hush", "123456");
  }

  private static String kept(HttpResponse<String> page) {
    return Jsoup.parse(page.body()).select("main textarea[readonly]").text();
  }
}
