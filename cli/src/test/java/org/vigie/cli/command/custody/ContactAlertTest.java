package org.vigie.cli.command.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.ExportRequests;
import org.vigie.casework.Readme;
import org.vigie.casework.Subject;
import org.vigie.casework.deconflict.ContactsOfCases;
import org.vigie.casework.environment.Here;
import org.vigie.casework.environment.SharedFixture;
import org.vigie.casework.evidence.PackageMaker;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;

/** What an alert about a watched contact stands for: the adverts that name it. */
class ContactAlertTest {
  private static final String TO = "Example Hosting, Exampleland";
  private static final String CONTACT = "phone:+33639980001";

  private static final String ADVERTS =
      """
      {"id":"job-1","url":"https://jobs.example.org/1","site":"jobs.example.org","title":"Staff","text":"waiter wanted"}
      {"id":"job-2","url":"https://jobs.example.org/2","site":"jobs.example.org","title":"Staff","text":"painter wanted, call +33 6 39 98 00 01"}
      """;

  private static final SharedFixture FILLED = new SharedFixture(ContactAlertTest::make);

  @TempDir Path folder;
  private Here here;
  private Workspace workspace;
  private String alert;

  @BeforeEach
  void fill() throws Exception {
    FILLED.copyTo(folder);
    here = Here.in(folder).home(Readme.project()).onRealTime();
    workspace = new Workspace(folder.resolve("vigie-workspace"));
    alert = alert();
  }

  private static void make(Path folder) throws Exception {
    Here here = Here.in(folder).home(Readme.project()).onRealTime();
    assertThat(here.vigie("init", "--trial")).as(here.err()).isZero();
    Files.writeString(
        new Workspace(folder.resolve("vigie-workspace")).watchlist(),
        "contacts:\n  - contact: " + CONTACT + "\n");
    Path input = Files.writeString(folder.resolve("adverts.jsonl"), ADVERTS);
    assertThat(here.vigie("run", "--input", input.toString())).as(here.err()).isZero();
  }

  private String alert() {
    assertThat(here.vigie("alerts", "--json")).as(here.err()).isZero();
    Matcher id = Pattern.compile("\"w-[0-9a-f]{20}\"").matcher(here.out());
    assertThat(id.find()).as(here.out()).isTrue();
    return id.group().replace("\"", "");
  }

  @Test
  void isDraftedInAllFormsInAMinuteInTheLanguageOfWhoReceivesThem() throws Exception {
    String[] words = {"preserve", alert, "--to", TO, "--language", "de", "--out", "drafts"};
    long start = System.nanoTime();
    assertThat(here.vigie(words)).as(here.err()).isZero();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(1));
    assertThat(folder.resolve("drafts").toFile().list((all, name) -> name.endsWith(".md")))
        .hasSize(6);
    assertThat(folder.resolve("drafts/preservation-request.md"))
        .content()
        .contains("# Ersuchen um Sicherung von Daten", "`https://jobs.example.org/2`")
        .doesNotContain("/1`");
  }

  @Test
  void isPackedAsTheAdvertsThatNameTheContact() throws Exception {
    List<String> ids = List.of(alert);
    List<String> all;
    try (AdvertIndex index = AdvertIndex.open(workspace.index())) {
      assertThat(PackageMaker.shown(index, ids)).isEqualTo(ids);
      assertThat(PackageMaker.query(index, ids)).isEqualTo("contact:\"" + CONTACT + "\"");
      all = List.copyOf(index.advertIds(""));
    }
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), ExportRequests.SCHEMA)) {
      ExportRequests requests = new ExportRequests(database, Clock.systemUTC());
      requests.ask("analyst", "", "jsonl", TO, "asked for in writing");
      requests.grant("eva", 1, "", all);
    }
    assertThat(here.vigie("evidence", "key")).as(here.err()).isZero();
    String[] words = {"evidence", alert, "--granted", "1", "--to", TO, "--out", "package"};
    assertThat(here.vigie(words)).as(here.err()).isZero();

    assertThat(folder.resolve("package/data/adverts.jsonl"))
        .content()
        .contains("https://jobs.example.org/2")
        .hasLineCount(1);
  }

  @Test
  void inACaseIsAskedAboutByItsContact() throws Exception {
    try (AdvertIndex index = AdvertIndex.open(workspace.index())) {
      assertThat(new ContactsOfCases(index).of(List.of(new Subject(Subject.Kind.ALERT, alert))))
          .containsExactly(CONTACT);
    }
  }
}
