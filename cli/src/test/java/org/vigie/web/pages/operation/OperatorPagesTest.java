package org.vigie.web.pages.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.web.pages.Browser;
import org.vigie.web.pages.Found;
import org.vigie.web.pages.ServedConsole;

class OperatorPagesTest {
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
  void countsWhatCouldNotBeReadWithoutShowingIt() throws Exception {
    assertThat(served.as("crawl-manager").get("/coverage").body())
        .contains("No crawl has run", "Everything could be read");
    Here here = Here.in(folder).home(Readme.project()).onRealTime();
    here.piped("{\"text\":\"a secret\", broken\n{\"text\":\"\"}\n");
    here.vigie("run", "--input", "-");

    String page = served.as("crawl-manager").get("/coverage").body();
    assertThat(page).contains("What could not be read").doesNotContain("a secret", "Everything");
    assertThat(Pattern.compile("class=\"amount\">([0-9]+)</td>").matcher(page).results())
        .extracting(found -> Integer.parseInt(found.group(1)))
        .satisfies(counts -> assertThat(counts.stream().mapToInt(n -> n).sum()).isEqualTo(2));
  }

  @Test
  void holdsEachModelAgainstWhatPeopleJudged() throws Exception {
    assertThat(served.as("model-operator").get("/models").body())
        .contains("Nobody has judged an advert yet", "undetermined", "Too few adverts");
    Browser analyst = served.as("analyst");
    String lead = Found.link(analyst.get("/?q=Leeds").body(), "/adverts/");
    String other = Found.link(analyst.get("/?q=orchard&order=newest").body(), "/adverts/");
    assertThat(lead).isNotEqualTo(other);
    for (String opinion : new String[] {"unsure", "nothing", "lead"}) {
      analyst.post(lead + "/judgements", Map.of("opinion", opinion, "why", "after a long look"));
    }
    analyst.post(other + "/judgements", Map.of("opinion", "nothing", "why", "after a long look"));

    String page = served.as("model-operator").get("/models").body();
    assertThat(page)
        .contains("risk-recruitment-1", "2 judged adverts, 1 of them worth following")
        .contains("Average precision", "Reliability", "<polyline class=\"line\"")
        .doesNotContain("Leeds", "orchard");
  }
}
