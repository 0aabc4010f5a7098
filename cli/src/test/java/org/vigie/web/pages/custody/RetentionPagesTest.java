package org.vigie.web.pages.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.RetentionDecision;
import org.vigie.casework.RetentionDecisions;
import org.vigie.casework.config.RetentionSettings;
import org.vigie.casework.retention.Hold;
import org.vigie.casework.retention.Limit;
import org.vigie.casework.retention.Overdue;
import org.vigie.casework.retention.RetentionReview;
import org.vigie.search.AdvertIndex;
import org.vigie.web.pages.Browser;
import org.vigie.web.pages.ServedConsole;
import org.vigie.web.pages.part.Paths;

class RetentionPagesTest {
  private static final String WHY = "the trial goes on until autumn";

  @TempDir Path folder;
  private ServedConsole served;
  private String advert = "";

  @BeforeEach
  void serve() throws Exception {
    served = ServedConsole.ofExamples(folder);
    try (AdvertIndex index = AdvertIndex.open(served.workspace.index())) {
      advert = index.newestAdverts("", 1).getFirst().advert().id();
    }
    served.clock.pass(Duration.ofMinutes(2));
    Overdue held =
        new Overdue(
            advert,
            Limit.OTHER,
            served.clock.instant().minus(Duration.ofDays(400)),
            served.clock.instant().minus(Duration.ofDays(35)),
            new Hold(Hold.Kind.CASE, ""));
    new RetentionReview(
            served.clock.instant(),
            RetentionSettings.defaults(),
            Map.of(Limit.RISKY, 7L),
            List.of(),
            List.of(held),
            3,
            served.clock.instant().plus(Duration.ofDays(1)),
            List.of("k-3"))
        .keep(served.workspace);
  }

  @AfterEach
  void close() throws Exception {
    served.close();
  }

  @Test
  void showsTheLimitsAndWhatWaitsForADecision() throws Exception {
    String page = served.as("analyst").get("/retention").body();

    assertThat(page)
        .contains(
            "1,825 days",
            "365 days",
            ">7<",
            advert,
            "a case",
            "be reviewed yet: 3",
            "is to be erased: 1");
    assertThat(page).as("deciding is for reviewers").doesNotContain("let-go");
    assertThat(served.as("analyst").get(Paths.advert(advert)).body())
        .contains("Kept until", "unless it is collected again");
  }

  @Test
  void takesAReviewersWordAndAsksForCodeBeforeItLetsGo() throws Exception {
    Browser reviewer = served.as("reviewer");

    assertThat(decide(reviewer, Map.of("advert", advert, "decision", "keep", "why", " ")))
        .isEqualTo(422);
    assertThat(decide(reviewer, Map.of("advert", "a-1", "decision", "keep", "why", WHY)))
        .isEqualTo(422);
    assertThat(decide(reviewer, Map.of("advert", advert, "decision", "keep", "why", WHY)))
        .isEqualTo(200);
    assertThat(newest().kept()).isTrue();
    assertThat(reviewer.get("/retention").body())
        .as("what was decided waits no longer")
        .contains("Nothing that is held waits");

    Map<String, String> guessed =
        Map.of(
            "advert", advert, "decision", "let-go", "why", WHY, "password", "guessed", "code", "1");
    assertThat(decide(reviewer, guessed)).isEqualTo(403);
    assertThat(newest().kept()).isTrue();
    served.clock.pass(Duration.ofMinutes(2));
    Map<String, String> proven =
        Map.of(
            "advert",
            advert,
            "decision",
            "let-go",
            "why",
            WHY,
            "password",
            ServedConsole.PASSWORD,
            "code",
            served.codeNow());
    assertThat(decide(reviewer, proven)).isEqualTo(200);
    assertThat(newest().kept()).isFalse();
    assertThat(served.traces)
        .anyMatch(
            trace -> trace.startsWith("reviewer alteration post /retention advert=" + advert));
  }

  private static int decide(Browser browser, Map<String, String> form) throws Exception {
    return browser.post("/retention", form).statusCode();
  }

  private RetentionDecision newest() {
    return RetentionDecisions.newestIn(served.workspace.database()).get(advert);
  }
}
