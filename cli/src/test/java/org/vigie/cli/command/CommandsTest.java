package org.vigie.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.casework.environment.Here;
import org.vigie.files.failure.Exit;
import picocli.CommandLine;

class CommandsTest {
  @TempDir Path folder;
  private Here here = Here.in(Path.of(""));

  @BeforeEach
  void start() {
    here = Here.in(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "demo",
        "init",
        "run",
        "crawl",
        "crawl try",
        "crawl report",
        "crawl status",
        "crawl pause",
        "crawl resume",
        "seeds",
        "seeds propose",
        "seeds approve",
        "seeds decline",
        "import",
        "import html",
        "search",
        "show",
        "cluster",
        "contact",
        "network",
        "alerts",
        "export",
        "push",
        "evidence",
        "preserve",
        "pictures",
        "pictures read",
        "deconflict",
        "deconflict ask",
        "deconflict send",
        "deconflict listen",
        "deconflict answer",
        "deconflict finish",
        "request",
        "request key",
        "request make",
        "request open",
        "request show",
        "request answer",
        "request withdraw",
        "request line",
        "request listen",
        "request send",
        "watchlist",
        "watchlist import",
        "erase",
        "serve",
        "offer-page",
        "taxonomy",
        "taxonomy list",
        "taxonomy show",
        "taxonomy export",
        "concepts",
        "concepts try",
        "concepts diff",
        "concepts suggest",
        "concepts coverage",
        "train",
        "train recruitment",
        "train sentences",
        "train sexual",
        "train forced-criminality",
        "train other",
        "train work",
        "evaluate",
        "models",
        "medians",
        "label",
        "audit",
        "audit verify",
        "doctor",
        "cluster topics",
        "cluster zookeeper",
        "cluster jobmanager",
        "cluster taskmanager",
        "completion",
        "manual",
        "warm-up",
        "test"
      })
  void everyCommandHasHelpWithinTheWidthOfATerminal(String command) {
    assertThat(vigie((command + " --help").strip())).isZero();

    assertThat(here.out()).startsWith("Usage: vigie").contains("Exit codes:");
    assertThat(here.out().lines()).allMatch(line -> line.length() <= 100);
    assertThat(here.err()).isEmpty();
  }

  @Test
  void theHelpListsEveryCommandOnOneLine() {
    vigie("--help");

    CommandLine line = RootCommand.commandLine(here.environment());
    for (String command : line.getSubcommands().keySet()) {
      assertThat(here.out().lines())
          .filteredOn(shown -> shown.strip().startsWith(command + " "))
          .hasSize(1);
    }
  }

  /** Each command is made by the name it is listed under, which must be the one it gives itself. */
  @Test
  void eachCommandIsMadeAloneByItsOwnName() {
    CommandLine all = RootCommand.commandLine(here.environment());
    for (Map.Entry<String, CommandLine> listed : all.getSubcommands().entrySet()) {
      String name = listed.getKey();
      CommandLine made =
          RootCommand.commandLine(here.environment(), name).getSubcommands().get(name);

      assertThat(listed.getValue().getCommandName()).isEqualTo(name);
      assertThat(made.getUsageMessage()).isEqualTo(listed.getValue().getUsageMessage());
      assertThat(made.getSubcommands().keySet())
          .isEqualTo(listed.getValue().getSubcommands().keySet());
    }
    assertThat(RootCommand.commandLine(here.environment(), "search", "x").getSubcommands())
        .containsOnlyKeys("search");
  }

  @Test
  void theHelpListsEveryExitCode() {
    vigie("--help");

    for (Exit exit : Exit.values()) {
      assertThat(here.out()).contains("%3d  %s".formatted(exit.code(), exit.meaning()));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "sear | 2 | 'sear' is no command or option here; did you mean search, seal, serve?",
        "search --limit=x | 2 | Invalid value for option '--limit': 'x' is not an int",
        "search --limit=-1 a | 2 | --limit must be from 0 to 50000, but was -1",
        "search --offset=2147483647 a | 2 | --offset must be from 0 to 50000, but was 2147483647",
        "alerts --limit=0 | 2 | --limit must be at least 1, but was 0",
        "demo --adverts=99 | 2 | --adverts must be at least 100, but was 99",
        "crawl | 2 | a crawl needs a seed, but none is given; type --seed URL or --seeds FILE",
        "crawl --seed=ftp://example.org/ | 2 | a seed must be an address such as"
            + " https://example.org/ without a login, but was 'ftp://example.org/'",
        "crawl --seeds=none.txt | 4 | none.txt must exist, but doesn't",
        "crawl --seed=https://example.org/ | 3 | crawl needs a mandate, but vigie-workspace holds"
            + " none; type ./vigie init to enter one, or ./vigie init --trial to try Vigie out",
        "crawl --workspace=other status | 4 | other has no crawl yet; type ./vigie crawl --seed"
            + " URL",
        "crawl --workspace=other status --workspace=own | 4 | own has no crawl yet; type ./vigie"
            + " crawl --seed URL",
        "crawl --workspace=other pause | 4 | a crawl must run in other to be paused, but none does",
        "crawl --quiet status | 2 | --quiet says nothing to vigie crawl status, so it must not"
            + " stand before it",
        "run --input=none.jsonl | 4 | --input must be a readable file or folder, but none.jsonl"
            + " doesn't exist",
        "run --input=- | 3 | run needs a mandate, but vigie-workspace holds none; type ./vigie init"
            + " to enter one, or ./vigie init --trial to try Vigie out",
        "run --map=text | 2 | --map must be KEY=COLUMN,… such as text=description, but a part was"
            + " 'text'",
        "run --authority=A | 3 | command line: a mandate needs authority, legal-basis, purpose,"
            + " case, approved-by, valid-until, but legal-basis, purpose, case, approved-by,"
            + " valid-until are missing",
        "run --mandate=a.yaml --case=1 | 2 | --mandate must stand alone, but its parts are given"
            + " too",
        "search fee | 4 | vigie-workspace must be a workspace, but there is no such folder; type"
            + " ./vigie init, or ./vigie demo to look around",
        "check | 4 | vigie-workspace must be a workspace, but there is no such folder; type"
            + " ./vigie init, or ./vigie demo to look around",
        "audit verify | 4 | vigie-workspace must be a workspace, but there is no such folder; type"
            + " ./vigie init, or ./vigie demo to look around",
        "audit who-saw job-1 | 2 | ID must be that of an advert (a-), cluster (c-), network (n-) or"
            + " alert (w-), with 20 hexadecimal digits, but was another word",
        "medians | 4 | vigie-workspace must be a workspace, but there is no such folder; type"
            + " ./vigie init, or ./vigie demo to look around",
        "export fee | 2 | Missing required option: '--output=FILE'",
        "erase | 2 | erase needs either ids of adverts, --contact or --granted",
        "erase a-1 --why=request | 2 | an advert is named by its id, a- and 20 hexadecimal digits,"
            + " but one here isn't",
        "erase a-0123456789abcdef0123 | 2 | --why must say why, but says nothing",
        "show | 2 | Missing required parameter: 'ID'",
        "audit | 2 | audit needs to know what to do, but nothing is named; type ./vigie audit"
            + " verify or ./vigie audit who-saw ID",
        "assess none.jsonl | 4 | FILE must be a file of adverts, but none.jsonl is none",
        "import | 2 | import needs to know what, but nothing is named; type ./vigie import html"
            + " DIR",
        "import html none | 4 | a folder of saved pages must be named, but none is none",
        "taxonomy | 2 | taxonomy needs to know what, but nothing is named; type ./vigie taxonomy"
            + " list",
        "concepts | 2 | concepts needs to know what, but nothing is named; type ./vigie concepts"
            + " coverage",
        "concepts try none.yaml | 2 | Missing required option: '--sample=FILE'",
        "concepts diff none.yaml | 4 | none.yaml must be a file of concepts, but is none",
        "models list --json | 2 | --json goes with languages, but was given to list",
        "taxonomy export --format=csv | 2 | --format must be misp or misp-galaxy, but is 'csv'",
        "taxonomy export --format=misp-galaxy | 2 | --format misp-galaxy must have --out with the"
            + " folder to write to, but has none",
        "init | 3 | a mandate needs authority, legal-basis, purpose, case, approved-by,"
            + " valid-until; give --authority, --legal-basis, --purpose, --case, --approved-by,"
            + " --valid-until, or --trial to try Vigie out",
        "init --trial --case=1 | 2 | --trial must stand alone, but parts of a mandate are given"
            + " too",
        "evaluate | 2 | evaluate needs either --data FILE or --all",
        "evaluate --all --data=a.jsonl | 2 | evaluate needs either --data FILE or --all",
        "label --input=none.jsonl | 4 | --input must be a readable file, but none.jsonl isn't",
        "label --input=none.jsonl --count=0 | 2 | --count must be at least 1, but was 0",
        "test | 2 | test must be started by the launcher, but wasn't; type ./vigie test",
      })
  void saysInOneLineWhatIsWrong(String command, int exit, String error) {
    String expected = error.replace("none.txt must", folder.resolve("none.txt") + " must");

    assertThat(vigie(command)).isEqualTo(exit);
    assertThat(here.err().lines().findFirst()).contains("vigie: " + expected);
    assertThat(here.err()).doesNotContain("\tat ");
    assertThat(here.out()).isEmpty();
  }

  @Test
  void showsAStackTraceOnlyWhenAsked() {
    vigie("--debug run --input=-");
    assertThat(here.err()).contains("\tat org.vigie");

    vigie("run --input=- --debug");
    assertThat(here.err()).contains("\tat org.vigie");
  }

  @Test
  void readsTheMandateAndNamesTheLackOfAdvertsOnceInitialised() throws Exception {
    assertThat(vigie("init --trial")).isZero();

    assertThat(vigie("search fee")).isEqualTo(4);
    assertThat(here.err())
        .isEqualTo(
            "vigie: vigie-workspace must hold adverts, but holds none yet; type ./vigie run --input"
                + " FILE\n");
    assertThat(Files.readString(folder.resolve("vigie-workspace/audit/audit.jsonl")))
        .contains("\"command\":\"search\",\"detail\":\"query=~");
  }

  @Test
  void refusesToCrawlRealSitesUnderATrialMandate() {
    vigie("init --trial");

    assertThat(vigie("crawl --seed https://example.org/")).isEqualTo(3);
    assertThat(here.err()).contains("a crawl of real sites needs a real mandate");
  }

  @Test
  void refusesAnExpiredMandate() {
    vigie("init --trial");
    here.at(Here.NOON.plusSeconds(7 * 24 * 3600));

    for (String command :
        List.of(
            "run --input -",
            "search x",
            "show a",
            "alerts",
            "export x --out y",
            "export x --output y")) {
      assertThat(vigie(command)).as(command).isEqualTo(3);
      assertThat(here.err())
          .contains("expired at 2026-03-08T12:00:00Z; type ./vigie init --replace");
    }
  }

  @Test
  void findsTheWorkspaceThatTheEnvironmentNames() {
    here.with("VIGIE_WORKSPACE", "elsewhere");

    vigie("init --trial");

    assertThat(folder.resolve("elsewhere/mandate.yaml")).exists();
  }

  @Test
  void stopsAtASettingThatCannotBe() throws Exception {
    vigie("init --trial");
    Files.writeString(folder.resolve("vigie-workspace/vigie.yaml"), "search: {limit: none}");

    assertThat(vigie("search x")).isEqualTo(4);
    assertThat(here.err())
        .isEqualTo(
            "vigie: vigie.yaml: search.limit: must be a whole number from 1 to 1000, but was"
                + " 'none'\n");
  }

  private int vigie(String command) {
    return here.vigie(
        Arrays.stream(command.split(" ", -1)).filter(w -> !w.isEmpty()).toArray(String[]::new));
  }
}
