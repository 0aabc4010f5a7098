package org.vigie.lab.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Contact;
import org.vigie.advert.Mandate;
import org.vigie.casework.Cases;
import org.vigie.casework.Mark;
import org.vigie.casework.Marks;
import org.vigie.casework.Readme;
import org.vigie.casework.RetentionDecisions;
import org.vigie.casework.Subject;
import org.vigie.casework.environment.Here;
import org.vigie.casework.mandate.MandateFile;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.retention.Overdue;
import org.vigie.casework.retention.RetentionReview;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;

/** Ten years of adverts, by a clock of the test's own: nothing outlives its limit or goes early. */
@Tag("end-to-end")
class TenYearsTest {
  private static final Mandate MANDATE =
      new Mandate(
          "Unit 3", "Act 12", "recruitment", "7", "A. P.", Instant.parse("2100-01-01T00:00:00Z"));

  /** The step whose first risky advert a case holds, and those at which people decide of it. */
  private static final int HELD = 1;

  private static final int KEPT_AT = 6;
  private static final int LET_GO_AT = 11;

  @TempDir Path folder;
  private Here here = Here.in(Path.of(""));
  private Workspace workspace = new Workspace(Path.of(""));

  @BeforeEach
  void begin() throws Exception {
    workspace = new Workspace(folder.resolve("vigie-workspace"));
    Files.createDirectories(workspace.root());
    MandateFile.write(workspace.mandate(), MANDATE);
    Files.writeString(
        workspace.config(),
        "run:\n  remember: 36500d\nretention:\n  risky: %dd\n  escalated: %dd\n  others: %dd\n  review: 600d\n"
            .formatted(TenYears.RISKY, TenYears.ESCALATED, TenYears.OTHER));
    here = Here.in(folder).home(Readme.project());
    vigie("models", "approve");
  }

  @Test
  void nothingOutlivesItsLimitAndNothingGoesEarly() throws Exception {
    TenYears years = new TenYears(workspace.root(), MANDATE);
    String held = TenYears.mark(HELD, "risky0");
    String heldId = "";
    List<Boolean> waits = new ArrayList<>();
    for (int step = 0; step < TenYears.STEPS; step++) {
      Instant now = TenYears.at(step);
      here.at(now);
      List<String> run = new ArrayList<>(List.of("run", "--quiet"));
      years.write(step).forEach(input -> run.addAll(List.of("--input", input.toString())));
      assertThat(here.vigie(run.toArray(String[]::new))).as("%s", here.err()).isEqualTo(5);
      writeAbout(step, now);
      if (step == HELD) {
        heldId = hold(held, now);
      }
      decide(step, heldId, now);
      List<String> overdue = overdue(years, now, step < LET_GO_AT ? held : "");
      Set<String> before = audited();
      vigie("retention", "--quiet");
      assertThat(found(years, now))
          .as("a look erases nothing at step %d", step)
          .containsAll(alive(years, now));
      assertThat(Files.exists(workspace.erasure())).isFalse();

      vigie("retention", "--apply", "--quiet");

      assertThat(ByteScan.of(workspace.root(), overdue)).as("left at step %d", step).isEmpty();
      assertThat(found(years, now))
          .as("found at step %d", step)
          .containsExactlyInAnyOrderElementsOf(
              step < LET_GO_AT && step >= HELD ? with(held, alive(years, now)) : alive(years, now));
      assertThat(audited()).containsAll(before);
      RetentionReview review = RetentionReview.find(workspace).orElseThrow();
      assertThat(review.expired()).isEmpty();
      String id = heldId;
      waits.add(review.waiting().stream().map(Overdue::advert).anyMatch(id::equals));
    }
    assertThat(waits)
        .as("held since 244 days, overdue at 944, kept at 1,464 for 600 days, let go at 2,684")
        .containsExactly(
            false, false, false, false, true, true, false, false, false, true, true, false, false,
            false, false);
    vigie("audit", "verify");
    assertThat(Files.readString(workspace.audit().resolve("audit.jsonl")))
        .contains("time is up: ", heldId);
  }

  private static List<String> overdue(TenYears years, Instant now, String held) {
    return years.brought().stream()
        .filter(one -> one.isOverdue(now) && !one.mark().equals(held))
        // The held advert names its campaign's number.
        .filter(one -> held.isEmpty() || !one.mark().equals(TenYears.digits(HELD)))
        .map(TenYears.Brought::mark)
        .toList();
  }

  private static List<String> alive(TenYears years, Instant now) {
    return years.brought().stream()
        .filter(one -> one.indexed() && !one.isOverdue(now))
        .map(TenYears.Brought::mark)
        .toList();
  }

  private static Set<String> with(String more, List<String> marks) {
    Set<String> all = new TreeSet<>(marks);
    all.add(more);
    return all;
  }

  /** Returns the marks of those texts that were ever brought which the index still shows. */
  private List<String> found(TenYears years, Instant now) throws IOException {
    List<String> bodies = new ArrayList<>();
    try (AdvertIndex index = AdvertIndex.open(workspace.index())) {
      index.forEachAdvert("", hit -> bodies.add(hit.advert().advert().text()));
    }
    return years.brought().stream()
        .filter(TenYears.Brought::indexed)
        .map(TenYears.Brought::mark)
        .filter(mark -> bodies.stream().anyMatch(body -> body.contains(mark)))
        .toList();
  }

  /** People write about what is new: tags on adverts and contacts, exports. */
  private void writeAbout(int step, Instant now) throws Exception {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    try (CaseDatabase database = desk();
        AdvertIndex index = AdvertIndex.open(workspace.index())) {
      String mark = TenYears.mark(step, "ordinary");
      Subject advert = new Subject(Subject.Kind.ADVERT, id(index, mark));
      new Marks(database, clock).add("ada", new Mark(Mark.Kind.TAG, advert, "says " + mark));
      for (Contact contact : newest(index, TenYears.mark(step, "risky1")).contacts()) {
        Subject subject = new Subject(Subject.Kind.CONTACT, contact.key());
        new Marks(database, clock).add("ada", new Mark(Mark.Kind.TAG, subject, "new"));
      }
    }
    Path exports = Files.createDirectories(workspace.root().resolve("exports"));
    for (String format : List.of("jsonl", "csv")) {
      Path file = exports.resolve("step-%02d.%s".formatted(step, format));
      vigie("export", "", "--format", format, "--output", file.toString());
    }
  }

  private String hold(String mark, Instant now) throws IOException {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    try (CaseDatabase database = desk();
        AdvertIndex index = AdvertIndex.open(workspace.index())) {
      String id = id(index, mark);
      Cases cases = new Cases(database, clock);
      cases.put(
          cases.find("ada", cases.open("ada", "Hotels")).orElseThrow(),
          "ada",
          new Subject(Subject.Kind.ADVERT, id),
          "needed in court");
      return id;
    }
  }

  private void decide(int step, String advert, Instant now) {
    if (step == KEPT_AT || step == LET_GO_AT) {
      try (CaseDatabase database = desk()) {
        new RetentionDecisions(database, Clock.fixed(now, ZoneOffset.UTC))
            .decide("rae", advert, step == KEPT_AT, "the trial goes on, or is over");
      }
    }
  }

  private static String id(AdvertIndex index, String mark) throws IOException {
    return newest(index, mark).advert().id();
  }

  private static AssessedAdvert newest(AdvertIndex index, String mark) throws IOException {
    return index.newestAdverts(mark, 1).getFirst();
  }

  private CaseDatabase desk() {
    List<String> schema = new ArrayList<>(Cases.SCHEMA);
    schema.addAll(Marks.SCHEMA);
    schema.addAll(RetentionDecisions.SCHEMA);
    return CaseDatabase.open(workspace.database(), schema);
  }

  private Set<String> audited() throws IOException {
    return new TreeSet<>(Files.readAllLines(workspace.audit().resolve("audit.jsonl")));
  }

  private void vigie(String... words) {
    assertThat(here.vigie(words)).as("%s: %s", String.join(" ", words), here.err()).isZero();
  }
}
