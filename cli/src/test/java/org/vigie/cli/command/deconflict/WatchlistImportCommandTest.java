package org.vigie.cli.command.deconflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.pipeline.workspace.Workspace;

/** A partner's list, from its file to an alert. */
class WatchlistImportCommandTest {
  private static final String ADVERTS =
      """
      {"id":"job-1","title":"Staff","text":"gardener wanted, call +33 6 39 98 00 01","postedAt":"2026-03-01T08:00:00Z"}
      {"id":"job-2","title":"Staff","text":"waiter wanted, call +33 6 39 98 00 02","postedAt":"2026-03-01T08:00:00Z"}
      """;

  private static final String LIST =
      """
      contact,note,tlp,expires
      +33 6 39 98 00 01,a driver,amber,2026-03-31
      phone:+33639980002,gone,,2026-02-28
      a@example.org,,,
      nothing at all,,,
      """;

  @TempDir Path folder;
  private Here here;
  private Workspace workspace;

  @BeforeEach
  void make() throws IOException {
    here = Here.in(folder).home(Readme.project());
    workspace = new Workspace(folder.resolve("vigie-workspace"));
    Files.writeString(folder.resolve("list.csv"), LIST);
    run("init", "--trial");
  }

  @Test
  void watchesWhatAPartnerListedAndTellsWhatItDidNotTakeOver() throws IOException {
    Files.writeString(folder.resolve("adverts.jsonl"), ADVERTS);
    run("run", "--input", "adverts.jsonl");
    run("watchlist", "import", "list.csv", "--source", "Agency, Exampleland", "--tlp", "green");
    assertThat(here.out())
        .contains(
            "Read as csv: 2 contacts added to watchlist.yaml, 0 watched before, 1 expired.",
            "1 of text that names no contact",
            "In adverts here already: 1",
            "phone:+33639980001: 1 advert");
    assertThat(workspace.watchlist())
        .content()
        .contains("'phone:+33639980001'", "'Agency, Exampleland'", "'2026-03-31'", "'green'");

    Files.writeString(
        folder.resolve("more.jsonl"),
        "{\"id\":\"job-3\",\"title\":\"Staff\",\"text\":\"painter wanted\"}\n");
    run("run", "--input", "more.jsonl");
    run("alerts", "--json");
    assertThat(here.out())
        .contains("watched for Agency, Exampleland, TLP:AMBER, until 2026-03-31", "a driver")
        .doesNotContain("+33639980002");
    run("audit", "verify");
  }

  @Test
  void changesNothingTheSecondTime() throws IOException {
    run("watchlist", "import", "list.csv", "--source", "Agency");
    String once = Files.readString(workspace.watchlist());
    run("watchlist", "import", "list.csv", "--source", "Agency");

    assertThat(here.out()).contains("0 contacts added to watchlist.yaml, 2 watched before");
    assertThat(workspace.watchlist()).content().isEqualTo(once);
  }

  @Test
  void namesWatchedContactsThatAListMarksStricter() throws IOException {
    Files.writeString(
        workspace.watchlist(), "contacts:\n  - contact: phone:+33639980001\n    marking: green\n");
    run("watchlist", "import", "list.csv", "--source", "Agency");

    assertThat(here.out())
        .contains(
            "Marked stricter than in watchlist.yaml, to be changed there by hand: 1 contact",
            "  phone:+33639980001: TLP:AMBER");
    assertThat(workspace.watchlist()).content().contains("marking: green");
  }

  @Test
  void saysAtTheStartOfARunWhatIsWatchedNoLonger() throws IOException {
    Files.writeString(
        workspace.watchlist(),
        "contacts:\n  - contact: phone:+33639980001\n    expires: 2026-02-28\n");
    Files.writeString(folder.resolve("adverts.jsonl"), ADVERTS);
    run("run", "--input", "adverts.jsonl");

    assertThat(here.err()).contains("1 contact of watchlist.yaml expired");
    run("alerts", "--json");
    assertThat(here.out()).doesNotContain("watched-contact");
  }

  @Test
  void refusesAListOfNoKindThatItKnows() throws IOException {
    Files.writeString(folder.resolve("other.json"), "{\"a\": 1}");
    assertThat(here.vigie("watchlist", "import", "other.json", "--source", "Agency")).isEqualTo(4);
    assertThat(here.err()).contains("must be a STIX bundle, a MISP event");
    assertThat(here.vigie("watchlist", "import", "list.csv")).isEqualTo(2);
    assertThat(workspace.watchlist()).doesNotExist();
  }

  private void run(String... words) {
    assertThat(here.vigie(words)).as("%s %s", String.join(" ", words), here.err()).isZero();
  }
}
