package org.vigie.cli.command.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.casework.environment.SharedFixture;
import org.vigie.files.digest.Sha256;

/** From adverts to figures, under a mandate and in the audit log. */
class StatisticsCommandTest {
  private static final int GROUPS = 60;
  private static final SharedFixture FILLED = new SharedFixture(StatisticsCommandTest::make);

  @TempDir Path folder;
  private Here here;

  @BeforeEach
  void fill() throws Exception {
    FILLED.copyTo(folder);
    here = here(folder);
  }

  private static Here here(Path folder) {
    return Here.in(folder).home(Readme.project()).onRealTime();
  }

  /** Many groups of one advert each in France, and one group of as many adverts in Germany. */
  private static void make(Path folder) throws Exception {
    Here here = here(folder);
    assertThat(here.vigie("init", "--trial")).as(here.err()).isZero();
    Random words = new Random(1);
    StringBuilder adverts = new StringBuilder();
    for (int i = 0; i < GROUPS; i++) {
      adverts.append(advert(i, "FR", "+33 6 39 98 %02d %02d".formatted(i / 10, i % 10), words));
      adverts.append(advert(GROUPS + i, "DE", "+44 7700 900123", words));
    }
    Path input = Files.writeString(folder.resolve("adverts.jsonl"), adverts);
    assertThat(here.vigie("run", "--input", input.toString())).as(here.err()).isZero();
  }

  private static String advert(int number, String country, String phone, Random random) {
    StringBuilder text =
        new StringBuilder(
            "Waiter wanted in Berlin, call " + phone + ". The boss keeps your passport.");
    for (int i = 0; i < 20; i++) {
      text.append(' ').append(Integer.toString(random.nextInt(1 << 20) + 99_999, 36));
    }
    return """
    {"id":"job-%d","title":"Job %d","text":"%s","country":"%s","channel":"job-board","posted":"2025-11-05T10:00:00Z"}
    """
        .formatted(number, number, text, country);
  }

  private int statistics(String out, String... more) {
    String[] words = {
      "statistics",
      "--out",
      out,
      "--all",
      "--from",
      "2025-Q4",
      "--until",
      "2025-Q4",
      "--of",
      "channel"
    };
    String[] all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return here.vigie(all);
  }

  @Test
  void countsGroupsAndHidesSmallNumbers() throws Exception {
    assertThat(
            statistics(
                "a.csv", "--of", "route", "--epsilon", "10", "--budget", "12", "--chart", "a.svg"))
        .as(here.err())
        .isZero();

    assertThat(here.out()).contains("Of the budget of 12, 10 is spent.");
    assertThat(folder.resolve("a.csv"))
        .content()
        .contains("\"channel\",\"2025-Q4\",\"FR\",\"job-board\",\"60\"")
        .contains("\"route\",\"2025-Q4\",\"FR\",\"DE\",\"60\"")
        .doesNotContain("\"channel\",\"2025-Q4\",\"DE\"");
    assertThat(folder.resolve("a.md")).content().contains("What the figures don't mean");
    assertThat(folder.resolve("a.svg")).content().contains("2025-Q4 FR job-board");
    String audit = Files.readString(folder.resolve("vigie-workspace/audit/audit.jsonl"));
    assertThat(audit).contains("shown by statistics", "epsilon 10");
    assertAllLogged("a.csv", "a.md", "a.svg");
  }

  @Test
  void givesTheSameFiguresAgainAndRefusesWhatIsOverTheBudget() throws Exception {
    assertThat(statistics("a.csv", "--epsilon", "3")).as(here.err()).isZero();
    assertThat(statistics("b.csv", "--epsilon", "3")).as(here.err()).isZero();
    assertThat(here.out()).contains("the same as before", "Of the budget of 4, 3 is spent.");
    assertThat(folder.resolve("b.csv")).hasSameTextualContentAs(folder.resolve("a.csv"));

    assertThat(statistics("c.csv", "--epsilon", "1.5")).isNotZero();
    assertThat(here.err()).contains("spends epsilon 1.5", "budget of 4 only 1 is left");
    assertThat(folder.resolve("c.csv")).doesNotExist();
  }

  @Test
  void fillsTheColumnsOfOthersThatAdvertsTellAndNamesThoseItLeavesEmpty() throws Exception {
    String[] words = {
      "statistics",
      "--out",
      "a.csv",
      "--all",
      "--from",
      "2025-Q4",
      "--until",
      "2025-Q4",
      "--columns",
      "ctdc",
      "--epsilon",
      "10",
      "--budget",
      "10"
    };
    assertThat(here.vigie(words)).as(here.err()).isZero();

    List<String> rows = Files.readAllLines(folder.resolve("a.ctdc.csv"));
    List<String> head = cells(rows.getFirst());
    assertThat(head)
        .hasSize(3 + 63)
        .startsWith("quarter", "regionOfAdvert", "note", "yearOfRegistration");
    List<String> france =
        rows.stream()
            .filter(row -> row.startsWith("\"2025-Q4\",\"FR\""))
            .map(StatisticsCommandTest::cells)
            .findFirst()
            .orElseThrow();
    assertThat(france.get(head.indexOf("meansOfControlWithholdsDocuments"))).isIn("55", "60", "65");
    assertThat(france.get(head.indexOf("typeOfLabourHospitality"))).isIn("55", "60", "65");
    assertThat(france.get(head.indexOf("meansOfControlThreats"))).startsWith("<");
    assertThat(france.get(head.indexOf("gender"))).isEmpty();
    assertThat(rows).noneMatch(row -> row.contains("\"DE\""));
    assertThat(here.out())
        .contains("Left empty, since adverts don't tell it", "gender, ", "CountryOfExploitation")
        .doesNotContain("isForcedLabour");
    assertThat(folder.resolve("a.md"))
        .content()
        .contains("## Columns of CTDC", "A row there is a victim", "Left empty", "gender, ");
    assertThat(statistics("b.csv", "--columns", "eurostat")).isEqualTo(2);
    assertThat(here.err()).contains("--columns must be ctdc or empact");
    assertAllLogged("a.csv", "a.md", "a.ctdc.csv");
  }

  @Test
  void fillsColumnsNearToWhatEmpactAsksAndSaysThatNoListOfItsOwnIsPublic() throws Exception {
    assertThat(statistics("a.csv", "--columns", "empact", "--epsilon", "4"))
        .as(here.err())
        .isZero();

    List<String> rows = Files.readAllLines(folder.resolve("a.empact.csv"));
    List<String> head = cells(rows.getFirst());
    List<String> france = cells(rows.get(1));
    assertThat(france).startsWith("2025-Q4", "FR").hasSameSizeAs(head);
    assertThat(france.get(head.indexOf("note"))).contains("not persons or victims or crimes");
    assertThat(france.get(head.indexOf("foundInJobBoard"))).isIn("55", "60", "65");
    assertThat(france.get(head.indexOf("foundInForum"))).isEqualTo("<10");
    assertThat(france.get(head.indexOf("victimsRegistered"))).isEmpty();
    assertThat(france.get(head.indexOf("sexualExploitation"))).as("in no table asked").isEmpty();
    assertThat(folder.resolve("a.md"))
        .content()
        .contains("EMPACT publishes no list of columns", "victimsRegistered", "minorsExploited");
    assertAllLogged("a.csv", "a.md", "a.empact.csv");
  }

  private static List<String> cells(String row) {
    return List.of(row.replace("\"", "").split(",", -1));
  }

  private void assertAllLogged(String... files) throws IOException {
    String audit = Files.readString(folder.resolve("vigie-workspace/audit/audit.jsonl"));
    for (String file : files) {
      assertThat(audit).as(file).contains("\"file\":\"" + Sha256.of(folder.resolve(file)) + "\"");
    }
  }

  @Test
  void refusesBeforeItSpends() throws IOException {
    assertThat(statistics("a.txt")).isEqualTo(2);
    assertThat(here.err()).contains("ends with .csv");
    assertThat(statistics("a.csv", "--epsilon", "0")).isEqualTo(2);
    assertThat(statistics("a.csv", "--per-group", "99")).isEqualTo(2);
    assertThat(statistics("a.csv", "--of", "nationality")).isEqualTo(2);
    assertThat(here.err()).contains("route, form, sector, channel, language, control");
    Files.writeString(folder.resolve("a.csv"), "mine");
    assertThat(statistics("a.csv")).isEqualTo(2);
    assertThat(folder.resolve("a.csv")).content().isEqualTo("mine");
    assertThat(folder.resolve("vigie-workspace/statistics")).doesNotExist();
  }
}
