package org.vigie.casework.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Cases;
import org.vigie.casework.Restriction;
import org.vigie.casework.Restrictions;
import org.vigie.casework.Subject;
import org.vigie.casework.erase.CaseErasure;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.pipeline.intake.ErasedAdverts;
import org.vigie.pipeline.workspace.Workspace;

class LaterRecordsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
  private static final Subject ADVERT = new Subject(Subject.Kind.ADVERT, "a-1");

  @TempDir Path folder;

  @Test
  void erasesACaseAgainOfWhichNothingWasLeft() throws IOException {
    Workspace now = workspace("now");
    String gone;
    try (CaseDatabase database = CaseDatabase.open(now.database(), Cases.SCHEMA)) {
      Cases cases = new Cases(database, CLOCK);
      gone = cases.open("lea", "Rue de la Gare");
      cases.open("lea", "Old Mill");
    }
    backup(now).into(folder.resolve("copy"));
    CaseErasure.erase(now.database(), folder.resolve("none"), List.of(gone));
    Workspace restored = restored();

    LaterRecords later = LaterRecords.of(now, folder).missingIn(LaterRecords.of(restored, folder));
    later.note(restored, CLOCK);

    assertThat(later.cases()).containsExactly(gone);
    assertThat(Cases.erasedIn(restored.database())).containsExactly(gone);
    assertThat(LaterRecords.of(now, folder).missingIn(LaterRecords.of(restored, folder)).isEmpty())
        .isTrue();
  }

  @Test
  void restrictsAgainAsItWasRestricted() throws IOException {
    Workspace now = workspace("now");
    CaseDatabase.open(now.database(), Restrictions.SCHEMA).close();
    backup(now).into(folder.resolve("copy"));
    try (CaseDatabase database = CaseDatabase.open(now.database(), Restrictions.SCHEMA)) {
      new Restrictions(database, CLOCK)
          .add("lea", ADVERT, Restriction.Ground.ACCURACY, "contested, file 7/26");
    }
    Workspace restored = restored();

    LaterRecords.of(now, folder)
        .missingIn(LaterRecords.of(restored, folder))
        .note(restored, Clock.offset(CLOCK, Duration.ofDays(3)));

    assertThat(Restrictions.inForceIn(restored.database()))
        .containsExactly(
            new Restriction(
                1, NOON, "lea", ADVERT, Restriction.Ground.ACCURACY, "contested, file 7/26"));
  }

  @Test
  void lacksWhatWasErasedForLonger() {
    LaterRecords before = erased(Map.of("a-1", NOON, "a-2", ErasedAdverts.FOR_GOOD, "a-3", NOON));
    LaterRecords now =
        erased(Map.of("a-1", NOON, "a-2", NOON, "a-3", ErasedAdverts.FOR_GOOD, "a-4", NOON));

    assertThat(now.missingIn(before).erased().until())
        .isEqualTo(Map.of("a-3", ErasedAdverts.FOR_GOOD, "a-4", NOON));
  }

  @Test
  void writesNothingIntoABackupAndLeavesNoCopy() throws IOException {
    Workspace now = workspace("now");
    CaseDatabase.open(now.database(), Restrictions.SCHEMA).close();
    backup(now).into(folder.resolve("copy"));
    Workspace copy = new Workspace(folder.resolve("copy"));
    Path console = copy.database().resolveSibling("");
    FileTime old = FileTime.from(NOON);
    Files.setLastModifiedTime(console, old);
    Path aside = Files.createDirectories(folder.resolve("aside"));

    assertThat(LaterRecords.of(copy, aside).isEmpty()).isTrue();

    assertThat(Files.getLastModifiedTime(console)).as("no file came or went").isEqualTo(old);
    assertThat(console).isDirectoryNotContaining("glob:**-{wal,shm}");
    assertThat(aside).isEmptyDirectory();
  }

  @Test
  void notesAllAdvertsAtOnceAndForAsLongAsAnyRecordSays() throws IOException {
    Workspace restored = workspace("restored");
    ErasedAdverts.add(restored, List.of("a-1"), ErasedAdverts.FOR_GOOD);

    erased(Map.of("a-1", NOON, "a-2", NOON, "a-3", ErasedAdverts.FOR_GOOD)).note(restored, CLOCK);

    assertThat(ErasedAdverts.of(restored).until())
        .isEqualTo(
            Map.of("a-1", ErasedAdverts.FOR_GOOD, "a-2", NOON, "a-3", ErasedAdverts.FOR_GOOD));
  }

  private static LaterRecords erased(Map<String, Instant> until) {
    return new LaterRecords(new ErasedAdverts(until), List.of(), List.of());
  }

  private Backup backup(Workspace workspace) {
    Path keys = folder.resolve("keys");
    return new Backup(
        workspace,
        new BackupSeal(new AuditSeal(keys.resolve("key.pem"), keys.resolve("heads.jsonl"))));
  }

  private Workspace workspace(String name) throws IOException {
    return new Workspace(Files.createDirectories(folder.resolve(name)));
  }

  private Workspace restored() throws IOException {
    Backup.restore(
        folder.resolve("copy"), folder.resolve("restored"), BackupSignature.Demand.SIGNED);
    return new Workspace(folder.resolve("restored"));
  }
}
