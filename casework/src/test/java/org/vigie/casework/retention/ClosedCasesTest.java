package org.vigie.casework.retention;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Mandate;
import org.vigie.capture.extract.site.SiteTemplates;
import org.vigie.casework.CaseFile;
import org.vigie.casework.Cases;
import org.vigie.casework.Enclosures;
import org.vigie.casework.Subject;
import org.vigie.casework.config.RetentionSettings;
import org.vigie.casework.erase.CaseErasure;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.pipeline.erase.CollectedAdverts;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.workspace.Workspace;

/** An advert in a case: held while it is open, and within its limit from the closing on. */
class ClosedCasesTest {
  private static final Instant COLLECTED = Instant.parse("2026-01-05T08:00:00Z");
  private static final RetentionSettings LIMITS = RetentionSettings.defaults();
  private static final Duration LIMIT = Duration.ofDays(LIMITS.others());

  private static final List<String> SCHEMA =
      Stream.concat(Cases.SCHEMA.stream(), Enclosures.SCHEMA.stream()).toList();

  @TempDir Path folder;
  private Workspace workspace;
  private String advert;
  private int opened;

  @BeforeEach
  void collect() throws Exception {
    workspace = new Workspace(folder.resolve("workspace"));
    Files.createDirectories(workspace.database().getParent());
    Path file = Files.writeString(folder.resolve("a.jsonl"), "{\"text\":\"Help wanted\"}\n");
    Mandate mandate =
        new Mandate("unit", "law", "test", "case", "chief", COLLECTED.plus(Duration.ofDays(1)));
    new Inbox(workspace, Clock.fixed(COLLECTED, ZoneOffset.UTC)).accept(file, Map.of(), mandate);
    advert = CollectedAdverts.in(workspace, SiteTemplates.none()).last().firstKey();
  }

  @Test
  void waitsForReviewWhileTheCaseIsOpenAndGoesItsLimitAfterTheClosing() throws Exception {
    Instant overdue = COLLECTED.plus(LIMIT).plus(Duration.ofDays(40));
    CaseFile first = open(COLLECTED);
    CaseFile second = open(COLLECTED);
    assertThat(review(overdue).waiting()).extracting(Overdue::advert).containsExactly(advert);
    assertThat(review(overdue).waiting()).extracting(Overdue::hold).containsExactly(Hold.BY_CASE);

    step(first, overdue, true);
    assertThat(review(overdue).waiting()).as("another case is open").hasSize(1);
    Instant later = overdue.plus(Duration.ofDays(3));
    step(second, later, true);

    assertThat(review(later).waiting()).isEmpty();
    assertThat(review(later).expired()).isEmpty();
    assertThat(review(later).kept()).containsExactly(Map.entry(Limit.OTHER, 1L));
    assertThat(review(later).next()).isEqualTo(later.plus(LIMIT));
    RetentionReview end = review(later.plus(LIMIT));
    assertThat(end.expired())
        .containsExactly(
            new Overdue(
                advert,
                Limit.OTHER,
                end.expired().getFirst().collected(),
                later.plus(LIMIT),
                null));

    step(first, later.plus(LIMIT), false);
    assertThat(review(later.plus(LIMIT)).waiting()).as("opened again").hasSize(1);
  }

  @Test
  void isKeptNoShorterThanWithoutACase() throws Exception {
    CaseFile known = open(COLLECTED);
    step(known, COLLECTED, true);
    assertThat(review(COLLECTED.plus(LIMIT).minusSeconds(1)).kept()).hasSize(1);
  }

  @Test
  void losesWhatWasWrittenInItItsLimitAfterTheClosingAndNothingOfOtherCases() throws Exception {
    Path enclosures = workspace.database().resolveSibling("enclosures");
    CaseFile gone = open(COLLECTED);
    CaseFile other = open(COLLECTED);
    byte[] shared = "a file of both".getBytes(UTF_8);
    enclose(gone, "names somebody.pdf", "a file of one".getBytes(UTF_8));
    enclose(gone, "both.txt", shared);
    enclose(other, "both.txt", shared);
    step(gone, COLLECTED, true);
    Instant end = COLLECTED.plus(Duration.ofDays(LIMITS.risky()));
    assertThat(review(end.minusSeconds(1)).cases()).isEmpty();
    assertThat(review(end).cases()).containsExactly(gone.id());

    for (int time = 0; time < 2; time++) {
      assertThat(CaseErasure.erase(workspace.database(), enclosures, List.of(gone.id()))).isTrue();

      assertThat(review(end).cases()).isEmpty();
      try (CaseDatabase database = CaseDatabase.open(workspace.database(), SCHEMA)) {
        Cases cases = new Cases(database, Clock.systemUTC());
        CaseFile left = cases.find("cleo", gone.id()).orElseThrow();
        assertThat(left.title()).isEqualTo(CaseDatabase.ERASED);
        assertThat(left.closing())
            .isEqualTo(new CaseFile.Closing(COLLECTED, "cleo", CaseDatabase.ERASED));
        assertThat(cases.items(left))
            .extracting(item -> item.subject().id() + ": " + item.note())
            .containsExactly(advert + ": " + CaseDatabase.ERASED);
        assertThat(cases.find("cleo", other.id())).contains(other);
        Enclosures files = new Enclosures(database, enclosures, Clock.systemUTC());
        assertThat(files.in(left)).isEmpty();
        assertThat(files.content(files.in(other).getFirst())).isEqualTo(shared);
        assertThatThrownBy(() -> database.run("DELETE FROM case_item"))
            .as("the database refuses again")
            .isInstanceOf(IllegalStateException.class);
      }
    }
    String bytes = new String(Files.readAllBytes(workspace.database()), ISO_8859_1);
    assertThat(bytes)
        .contains("operation 2", "note in 2")
        .doesNotContain("operation 1", "note in 1", "names somebody", "the trial is over");
    try (var left = Files.list(enclosures)) {
      assertThat(left).hasSize(1);
    }
  }

  private void enclose(CaseFile known, String name, byte[] content) throws Exception {
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), SCHEMA)) {
      new Enclosures(
              database,
              workspace.database().resolveSibling("enclosures"),
              Clock.fixed(COLLECTED, ZoneOffset.UTC))
          .add(known, "cleo", name, content);
    }
  }

  private CaseFile open(Instant at) {
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), Cases.SCHEMA)) {
      Cases cases = new Cases(database, Clock.fixed(at, ZoneOffset.UTC));
      CaseFile known =
          cases.find("cleo", cases.open("cleo", "operation " + ++opened)).orElseThrow();
      cases.put(known, "cleo", new Subject(Subject.Kind.ADVERT, advert), "note in " + opened);
      return known;
    }
  }

  private void step(CaseFile known, Instant at, boolean closes) {
    try (CaseDatabase database = CaseDatabase.open(workspace.database(), Cases.SCHEMA)) {
      Cases cases = new Cases(database, Clock.fixed(at, ZoneOffset.UTC));
      assertThat(
              closes
                  ? cases.close(known, "cleo", "the trial is over")
                  : cases.reopen(known, "cleo", "there is an appeal"))
          .isTrue();
    }
  }

  private RetentionReview review(Instant at) throws Exception {
    return RetentionReview.of(workspace, SiteTemplates.none(), LIMITS, at);
  }
}
