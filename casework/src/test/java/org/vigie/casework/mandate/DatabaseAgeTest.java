package org.vigie.casework.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Finding;
import org.vigie.advert.Mandate;
import org.vigie.casework.budget.DisclosureBudget;
import org.vigie.casework.config.DisclosureSettings;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.people.ChangeCount;
import org.vigie.files.failure.UserError;

/** A case database that somebody set aside, and put back once a budget was used up. */
class DatabaseAgeTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Mandate MANDATE =
      new Mandate("a", "b", "c", "d", "e", Instant.parse("2027-01-01T00:00:00Z"));

  @TempDir Path folder;
  private Path database;
  private Path log;
  private AuditTrail trail;
  private AuditLog written;

  @BeforeEach
  void begin() throws IOException {
    database = folder.resolve("desk.sqlite");
    log = folder.resolve("audit.jsonl");
    AuditSeal seal = new AuditSeal(folder.resolve("key.pem"), folder.resolve("heads.jsonl"));
    trail = new AuditTrail(log, seal.heads(), seal.publicKey());
    written = new AuditLog(log, seal, database);
    see("a-1");
    append("show");
  }

  @Test
  void letsNothingBeDoneOnceAnOlderOneWasPutBack() throws Exception {
    Path aside = Files.copy(database, folder.resolve("aside"));
    see("a-2");
    append("shown by show");
    Files.move(aside, database, StandardCopyOption.REPLACE_EXISTING);
    String before = Files.readString(log);

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> append("show"))
          .isInstanceOf(UserError.class)
          .hasMessageContainingAll(
              "desk.sqlite must be as new as the audit log says", "accept-database");
    }

    assertThat(log).hasContent(before);
    assertThat(problem()).hasValueSatisfying(is("database-set-back"));
  }

  @Test
  void letsNothingBeDoneOnceItWasDeleted() throws Exception {
    Files.delete(database);

    assertThatThrownBy(() -> append("show")).hasMessageContaining("but is missing");
    assertThat(problem()).hasValueSatisfying(is("database-missing"));
  }

  /** As a kill or a full disk leaves it that comes after the change and before the line. */
  @Test
  void mayHaveComeFurtherThanTheLog() throws Exception {
    see("a-2");
    assertThat(problem()).isEmpty();

    append("show");

    assertThat(DatabaseAge.logged(log)).isEqualTo(ChangeCount.of(database));
  }

  @Test
  void isRememberedWhileNobodyCanReadIt() throws Exception {
    Path aside = Files.copy(database, folder.resolve("aside"));
    see("a-2");
    append("shown by show");
    OptionalLong known = DatabaseAge.logged(log);
    try (CaseDatabase alone = CaseDatabase.openAlone(database, DisclosureBudget.SCHEMA)) {
      alone.run("DELETE FROM disclosure");
      append("keys rotate-seal");
    }
    assertThat(DatabaseAge.logged(log)).isEqualTo(known);
    Files.move(aside, database, StandardCopyOption.REPLACE_EXISTING);

    assertThatThrownBy(() -> append("show")).isInstanceOf(UserError.class);
  }

  @Test
  void goesOnAsItIsOnceSomebodyAnswersForIt() throws Exception {
    Files.delete(database);
    append(DatabaseAge.ACCEPTED);
    append("show");

    assertThat(problem()).isEmpty();
    AuditReport report = trail.verify(NOW);
    assertThat(report.holds()).isTrue();
    assertThat(report.unverifiable())
        .singleElement()
        .satisfies(note -> assertThat(note.arguments()).containsEntry("line", "2"));
  }

  @Test
  void isNotKnownByALogOfAFormerRelease() throws Exception {
    new AuditLog(log, new AuditSeal(folder.resolve("key.pem"), folder.resolve("heads.jsonl")))
        .append(NOW, "ana", "show", "", MANDATE);
    assertThat(DatabaseAge.logged(log)).as("what a line before said").isPresent();

    Files.writeString(log, Files.readString(log).replaceAll("\"database\":\\d+,", ""));

    assertThat(DatabaseAge.logged(log)).isEmpty();
    assertThat(problem()).isEmpty();
  }

  private Optional<Finding> problem() throws IOException {
    return new DatabaseAge(database).problem(log);
  }

  private static Consumer<Finding> is(String code) {
    return found -> assertThat(found.code()).isEqualTo(code);
  }

  private void see(String advert) {
    try (CaseDatabase open = CaseDatabase.open(database, DisclosureBudget.SCHEMA)) {
      new DisclosureBudget(open, DisclosureSettings.defaults(), Clock.fixed(NOW, ZoneOffset.UTC))
          .take(List.of("account ana"), Optional.empty(), List.of(advert));
    }
  }

  private void append(String command) {
    written.append(NOW, "ana", command, "", MANDATE);
  }
}
