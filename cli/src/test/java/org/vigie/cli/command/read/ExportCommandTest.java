package org.vigie.cli.command.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.ExportRequests;
import org.vigie.casework.Readme;
import org.vigie.casework.environment.Here;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;

/** More than a few adverts leave by command only with a second person. */
class ExportCommandTest {
  @TempDir Path folder;
  private Here here;
  private Workspace workspace;

  @BeforeEach
  void fill() throws Exception {
    here = Here.in(folder).home(Readme.project()).onRealTime();
    assertThat(here.vigie("init", "--trial")).as(here.err()).isZero();
    workspace = new Workspace(folder.resolve("vigie-workspace"));
    StringBuilder adverts = new StringBuilder();
    for (int i = 0; i < 101; i++) {
      adverts.append(
          "{\"id\":\"job-%d\",\"title\":\"Staff\",\"text\":\"waiter %d wanted\"}\n"
              .formatted(i, i));
    }
    Path input = Files.writeString(folder.resolve("adverts.jsonl"), adverts);
    assertThat(here.vigie("run", "--input", input.toString())).as(here.err()).isZero();
  }

  @Test
  void lets101AdvertsLeaveOnlyOnceASecondPersonGrantedThem() throws Exception {
    assertThat(here.vigie("export", "waiter", "--output", "all.jsonl")).isEqualTo(2);
    assertThat(here.err()).contains("one person alone may export 100 adverts, but the query finds");
    assertThat(folder.resolve("all.jsonl")).doesNotExist();

    try (CaseDatabase database = CaseDatabase.open(workspace.database(), ExportRequests.SCHEMA)) {
      ExportRequests requests = new ExportRequests(database, Clock.systemUTC());
      requests.ask("analyst", "waiter", "jsonl", "the public prosecutor", "asked for in writing");
      assertThat(here.vigie("export", "--granted", "1", "--output", "all.jsonl")).isEqualTo(4);
      assertThat(folder.resolve("all.jsonl")).doesNotExist();
      requests.grant("eva", 1, "", found());
    }
    assertThat(here.vigie("export", "--granted", "1", "--output", "all.jsonl"))
        .as(here.err())
        .isZero();
    assertThat(folder.resolve("all.jsonl")).content().hasLineCount(101);
    assertThat(
            Files.readString(workspace.audit().resolve("audit.jsonl")).lines().toList().getLast())
        .contains(
            "id=1, asked by analyst, granted by eva",
            "\"grounds\":\"asked for in writing\"",
            "\"recipient\":\"the public prosecutor\"")
        .doesNotContain("waiter");

    grant("analyst", 2, Clock.offset(Clock.systemUTC(), Duration.ofHours(-25)));
    assertThat(here.vigie("export", "--granted", "2", "--output", "late.jsonl"))
        .as("a day later")
        .isEqualTo(4);
  }

  /** Lets an account ask for the waiters, and a reviewer grant that. */
  private void grant(String account, long number, Clock clock) throws Exception {
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), ExportRequests.SCHEMA)) {
      ExportRequests requests = new ExportRequests(database, clock);
      requests.ask(account, "waiter", "jsonl", "the public prosecutor", "asked for in writing");
      requests.grant("eva", number, "", found());
    }
  }

  @Test
  void takesNothingOutForAnAccountThatIsDisabled() throws Exception {
    grant("analyst", 1, Clock.systemUTC());
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), Accounts.SCHEMA)) {
      database.run("INSERT INTO account VALUES ('analyst', 'analyst', 0, '', '', '', 0)");
    }

    assertThat(here.vigie("export", "--granted", "1", "--output", "all.jsonl")).isEqualTo(4);
    assertThat(here.err()).contains("needs an account that is enabled");
    assertThat(folder.resolve("all.jsonl")).doesNotExist();
  }

  @Test
  void takesNothingOutThatAnotherAccountAskedFor() throws Exception {
    grant("ana", 1, Clock.systemUTC());

    assertThat(here.vigie("export", "--granted", "1", "--output", "all.jsonl")).isEqualTo(4);
    assertThat(here.err()).contains("by the account that asked for it, but you are analyst");
    assertThat(folder.resolve("all.jsonl")).doesNotExist();
    String[] evidence = {
      "evidence", "--granted", "1", "--to", "the public prosecutor", "--out", "package"
    };
    assertThat(here.vigie(evidence)).isEqualTo(4);
    assertThat(here.err()).contains("by the account that asked for it, but you are analyst");

    Files.writeString(workspace.config(), "disclosure: {users: 'analyst=ana'}\n");
    assertThat(here.vigie("export", "--granted", "1", "--output", "all.jsonl"))
        .as(here.err())
        .isZero();
  }

  @Test
  void takesNothingOutByTheGrantOfSomethingElse() throws Exception {
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), ExportRequests.SCHEMA)) {
      ExportRequests requests = new ExportRequests(database, Clock.systemUTC());
      requests.ask("analyst", "waiter", "deconflict", "a partner", "asks blindly about a contact");
      requests.grant("eva", 1, "", found());
    }

    assertThat(here.vigie("export", "--granted", "1", "--output", "all.jsonl")).isEqualTo(2);
    assertThat(here.err()).contains("export 1 must be one of adverts");
    assertThat(folder.resolve("all.jsonl")).doesNotExist();
    here.vigie("evidence", "--granted", "1", "--to", "a partner", "--out", "package");
    assertThat(here.err()).contains("export 1 must be one of adverts");
  }

  @Test
  void takesOutWhatWasThereAtTheGrantAndNothingThatCameSince() throws Exception {
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), ExportRequests.SCHEMA)) {
      ExportRequests requests = new ExportRequests(database, Clock.systemUTC());
      requests.ask("analyst", "waiter", "jsonl", "the public prosecutor", "asked for in writing");
      requests.grant("eva", 1, "", found());
      requests.ask("analyst", "waiter", "jsonl", "the public prosecutor", "asked for in writing");
      requests.decide("eva", 2, true);
    }
    Path later =
        Files.writeString(
            folder.resolve("later.jsonl"),
            "{\"id\":\"late-1\",\"title\":\"Staff\",\"text\":\"waiter wanted at once\"}\n");
    assertThat(here.vigie("run", "--input", later.toString())).as(here.err()).isZero();
    assertThat(found()).hasSize(102);

    assertThat(here.vigie("export", "--granted", "1", "--output", "all.jsonl"))
        .as(here.err())
        .isZero();
    assertThat(folder.resolve("all.jsonl")).content().hasLineCount(101).doesNotContain("at once");
    assertThat(here.vigie("export", "--granted", "2", "--output", "unlisted.jsonl")).isEqualTo(4);
    assertThat(here.err()).contains("export 2 must have been granted with the list of its adverts");
    assertThat(folder.resolve("unlisted.jsonl")).doesNotExist();
  }

  private Set<String> found() throws Exception {
    try (AdvertIndex index = AdvertIndex.open(workspace.index())) {
      return index.advertIds("waiter");
    }
  }

  @Test
  void letsAFewLeaveAndWantsEitherWordsOrAGrant() {
    assertThat(here.vigie("export", "\"waiter 7 wanted\"", "--output", "one.jsonl"))
        .as(here.err())
        .isZero();
    assertThat(here.vigie("export", "--output", "two.jsonl")).isEqualTo(2);
    assertThat(here.vigie("export", "waiter", "--granted", "1", "--output", "two.jsonl"))
        .isEqualTo(2);
  }

  @Test
  void writesTheFormatsOfPartnersAndRefusesOthers() {
    for (String format : new String[] {"misp", "stix", "ftm", "graphml", "gexf", "i2", "htcds"}) {
      assertThat(
              here.vigie(
                  "export", "\"waiter 7 wanted\"", "--format", format, "--output", "one." + format))
          .as(here.err())
          .isZero();
      assertThat(folder.resolve("one." + format))
          .content()
          .contains("Staff")
          .containsIgnoringCase("amber+strict");
    }
    assertThat(here.out()).contains("Left for people to fill: prs_Salutation, ", ", con_Consent");
    assertThat(here.vigie("export", "\"waiter 7 wanted\"", "--format", "fiu", "--output", "a.fiu"))
        .as(here.err())
        .isZero();
    assertThat(folder.resolve("a.fiu")).content().contains("none named");
    assertThat(
            here.vigie("export", "\"waiter 7 wanted\"", "--format", "goaml", "--output", "a.xml"))
        .as("a report without a party")
        .isEqualTo(4);
    assertThat(here.err()).contains("must have an account as its party");
    assertThat(folder.resolve("a.xml")).doesNotExist();
    assertThat(here.vigie("export", "waiter", "--format", "pdf", "--output", "one.pdf"))
        .isEqualTo(2);
    assertThat(
            here.vigie(
                "export", "waiter", "--format", "stix", "--tlp", "blue", "--output", "one.tlp"))
        .isEqualTo(2);
  }
}
