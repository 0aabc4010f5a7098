package org.vigie.cli.command.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Judgements;
import org.vigie.casework.Opinion;
import org.vigie.casework.Subject;
import org.vigie.casework.environment.Here;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.files.failure.Exit;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;

class LabelCommandTest {
  private static final String ADVERTS =
      """
      {"id":"a","text":"Kitchen help wanted for our restaurant, contract and training for the job."}
      {"id":"b","text":"Forward parcels from home for weekly money, instant start, no experience."}
      {"id":"c","text":"Evening work in a bar, rooms and travel arranged, documents kept safe for you."}
      {"id":"m","minorRisk":true,"text":"Not to be shown to anybody here."}
      """;

  @TempDir Path folder;
  private Here here = Here.in(Path.of(""));

  @BeforeEach
  void start() throws IOException {
    here = Here.in(folder).home(Path.of(System.getProperty("vigie.root", "..")).toAbsolutePath());
    Files.writeString(folder.resolve("adverts.jsonl"), ADVERTS);
    here.vigie("init", "--trial");
  }

  @Test
  void asksTwoReviewersAndExportsWhatTheyAgreeOn() throws IOException {
    assertThat(label("anna", "r\nr\nmaybe\no\n")).isZero();
    assertThat(here.out()).contains("[3 of 3]", "risky: 0, ordinary: 1, open").contains("open (");
    assertThat(here.err()).contains("1 not shown: they may be about minors");

    assertThat(label("ben", "r\no\n")).isZero();
    assertThat(here.out())
        .contains("[2 of 2]")
        .contains("risky: 1, ordinary: 1, open (another reviewer is needed): 1, not labelled: 0")
        .contains("agreement of anna and ben on 2 adverts: Cohen's kappa 0.00");

    assertThat(label("eva", "r\n")).isZero();
    assertThat(here.out()).contains("[1 of 1]").contains("risky: 2, ordinary: 1, open (");
    assertThat(here.vigie("label", "--input", "adverts.jsonl", "--export", "gold.jsonl")).isZero();
    assertThat(here.out()).isEqualTo("wrote 3 labelled adverts to gold.jsonl\n");
    assertThat(Files.readAllLines(folder.resolve("gold.jsonl")))
        .hasSize(3)
        .filteredOn(line -> line.contains("\"label\":1"))
        .hasSize(2);
  }

  @Test
  void neverShowsAnAdvertThatMayBeAboutMinors() throws IOException {
    assertThat(label("anna", "o\no\no\no\n")).isZero();

    assertThat(here.out()).doesNotContain("Not to be shown");
    assertThat(Files.readString(folder.resolve("vigie-workspace/labels.jsonl")))
        .doesNotContain("\"id\":\"m\"");
  }

  @Test
  void goesOnWhereItStoppedOnceTheAnswersEnd() throws IOException {
    assertThat(label("anna", "o\n")).isZero();
    assertThat(here.out()).contains("[2 of 3]", "not labelled: 2");

    assertThat(label("anna", "s\nq\n")).isZero();
    assertThat(here.out()).contains("[1 of 2]", "[2 of 2]", "not labelled: 2");
    assertThat(Files.readAllLines(folder.resolve("vigie-workspace/labels.jsonl"))).hasSize(1);
  }

  @Test
  void shownNothingOfWhatModelOrOthersSay() {
    label("anna", "r\nr\nr\n");
    label("ben", "q\n");

    assertThat(here.out()).doesNotContain("0.", "probability", "anna called");
  }

  @Test
  void takesWhatPeopleJudgedInTheConsoleForTheirAnswer() throws Exception {
    here.onRealTime();
    assertThat(here.vigie("init", "--trial", "--replace")).as(here.err()).isZero();
    Files.writeString(
        folder.resolve("read.jsonl"),
        ADVERTS.replace("\"id\"", "\"site\":\"jobs.example.org\",\"id\""));
    assertThat(here.vigie("run", "--input", "read.jsonl")).as(here.err()).isZero();
    assertThat(here.vigie("label")).isEqualTo(Exit.INPUT.code());
    assertThat(here.err()).contains("judged none").contains("--input FILE");

    Map<String, String> ids = ids();
    judge("anna", ids.get("Kitchen"), Opinion.LEAD, Opinion.NOTHING);
    judge("anna", ids.get("Forward"), Opinion.POSSIBLE_VICTIM);
    judge("ben", ids.get("Forward"), Opinion.UNSURE);

    here.piped("r\n");
    assertThat(here.vigie("label", "--reviewer", "ben")).as(here.err()).isZero();
    assertThat(here.out())
        .contains("[1 of 1]", "Forward parcels from home", "risky: 1, ordinary: 1, open")
        .doesNotContain("Kitchen help");
    assertThat(here.vigie("label", "--export", "judged.jsonl")).as(here.err()).isZero();
    assertThat(Files.readAllLines(folder.resolve("judged.jsonl")))
        .hasSize(2)
        .anyMatch(line -> line.contains(ids.get("Forward")) && line.contains("\"label\":1"))
        .anyMatch(line -> line.contains(ids.get("Kitchen")) && line.contains("\"label\":0"));
  }

  /** Returns the ids that the index gave, by the first word of the text. */
  private Map<String, String> ids() throws IOException {
    Map<String, String> ids = new HashMap<>();
    try (AdvertIndex index = AdvertIndex.open(workspace().index())) {
      index.forEachAdvert(
          "",
          hit -> ids.put(hit.advert().advert().text().split(" ")[0], hit.advert().advert().id()));
    }
    return ids;
  }

  private void judge(String account, String advert, Opinion... opinions) {
    try (CaseDatabase database = CaseDatabase.open(workspace().database(), Judgements.SCHEMA)) {
      Judgements judgements = new Judgements(database, Clock.systemUTC());
      for (Opinion opinion : opinions) {
        judgements.add(account, new Subject(Subject.Kind.ADVERT, advert), opinion, "as it reads");
      }
    }
  }

  private Workspace workspace() {
    return new Workspace(folder.resolve("vigie-workspace"));
  }

  private int label(String reviewer, String answers) {
    here.piped(answers);
    return here.vigie("label", "--input", "adverts.jsonl", "--reviewer", reviewer);
  }
}
