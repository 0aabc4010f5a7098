package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.config.DisclosureSettings;
import org.vigie.casework.environment.Here;
import org.vigie.casework.mandate.ShownIds;

/** Who reads half on pages and half on the command line is shown no more than on one of them. */
class OneBudgetTest {
  private static final int MOST = 6;

  @TempDir Path folder;
  private ServedConsole served;
  private List<String> adverts;

  @BeforeEach
  void serve() throws Exception {
    served = ServedConsole.onDemo(folder, new DisclosureSettings(MOST, MOST));
    adverts =
        ShownIds.in(served.as("case-lead").get("/").body()).ids().stream()
            .filter(id -> id.startsWith("a-"))
            .limit(MOST + 1)
            .toList();
    assertThat(adverts).hasSize(MOST + 1);
  }

  @AfterEach
  void end() throws Exception {
    served.close();
  }

  @Test
  void halfOnPagesAndHalfOnTheCommandLineEndAtTheSum() throws Exception {
    Browser analyst = served.as("analyst");
    for (String id : adverts.subList(0, MOST / 2)) {
      assertThat(analyst.get("/adverts/" + id).statusCode()).isEqualTo(200);
    }
    for (String id : adverts.subList(MOST / 2, MOST)) {
      assertThat(show(id, "")).isZero();
    }

    assertThat(show(adverts.get(MOST), "")).isEqualTo(9);
    assertThat(analyst.get("/adverts/" + adverts.get(MOST)).statusCode()).isEqualTo(403);
    assertThat(analyst.get("/adverts/" + adverts.getFirst()).statusCode())
        .as("what was shown before")
        .isEqualTo(200);
  }

  @Test
  void aUserCountsAsTheAccountThatTheSettingsName() throws Exception {
    for (String id : adverts.subList(0, MOST)) {
      assertThat(show(id, "analyst=analyst-2")).isZero();
    }

    assertThat(served.as("analyst-2").get("/adverts/" + adverts.get(MOST)).statusCode())
        .isEqualTo(403);
    assertThat(served.as("analyst").get("/adverts/" + adverts.get(MOST)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void tellsCaseLeadsAloneWhoCameToFourFifthsAndToTheEnd() throws Exception {
    Browser analyst = served.as("analyst");
    for (String id : adverts.subList(0, MOST - 1)) {
      analyst.get("/adverts/" + id);
    }
    assertThat(served.as("case-lead").get("/cases").body())
        .contains("account analyst", "80 % of an hour")
        .doesNotContain("100 % of an hour");
    analyst.get("/adverts/" + adverts.get(MOST - 1));
    assertThat(served.as("case-lead").get("/cases").body())
        .contains("100 % of an hour", "100 % of a day")
        .doesNotContain("refused");
    analyst.get("/adverts/" + adverts.get(MOST));

    assertThat(served.as("case-lead").get("/cases").body())
        .contains("117 % of an hour’s budget <span class=\"tag\">asked for and refused");
    assertThat(analyst.get("/cases").body()).doesNotContain("% of an hour");
  }

  @Test
  void theLogSaysAtOnceWhichBudgetIsUsedUp() throws Exception {
    for (String id : adverts.subList(0, MOST)) {
      assertThat(show(id, "")).isZero();
    }

    assertThat(Files.readString(folder.resolve("vigie-demo/audit/audit.jsonl")))
        .containsOnlyOnce(
            "\"disclosure budget at 80%\",\"detail\":\"account=analyst per=hour command=show\"")
        .containsOnlyOnce(
            "\"disclosure budget used up\",\"detail\":\"account=analyst per=hour command=show\"")
        .doesNotContain("disclosure budget refused");
  }

  @Test
  void whatIsReadForACaseCountsForIt() throws Exception {
    served.close();
    served =
        ServedConsole.onDemo(
            folder.resolve("other"), new DisclosureSettings(MOST, MOST, 2, Map.of()));
    Browser lead = served.as("case-lead");
    lead.get("/cases");
    lead.post("/cases", Map.of("title", "An operation"));
    for (String id : adverts.subList(0, 2)) {
      assertThat(lead.get("/adverts/" + id).statusCode()).isEqualTo(200);
    }

    assertThat(lead.get("/adverts/" + adverts.get(2)).statusCode()).isEqualTo(403);
    assertThat(lead.get("/cases").body()).contains("case k-1", "100 % of the case");
    assertThat(served.as("analyst").get("/adverts/" + adverts.get(2)).statusCode())
        .as("for no case")
        .isEqualTo(200);
  }

  /** Shows an advert to the user {@code analyst} of the command line, and returns the exit code. */
  private int show(String id, String users) {
    Here here =
        Here.in(folder)
            .at(served.clock.instant())
            .with("VIGIE_DISCLOSURE_PER_HOUR", String.valueOf(MOST));
    if (!users.isEmpty()) {
      here.with("VIGIE_DISCLOSURE_USERS", users);
    }
    return here.vigie("show", id, "--workspace", "vigie-demo");
  }
}
