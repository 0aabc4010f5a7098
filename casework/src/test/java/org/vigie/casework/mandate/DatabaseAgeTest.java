package org.vigie.casework.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
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
import org.vigie.files.digest.Sha256;
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
  private AuditSeal seal = new AuditSeal(Path.of(""), Path.of(""));

  @BeforeEach
  void begin() throws IOException {
    database = folder.resolve("desk.sqlite");
    log = folder.resolve("audit.jsonl");
    seal = new AuditSeal(folder.resolve("key.pem"), folder.resolve("heads.jsonl"));
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

  @Test
  void isCountedAfterAnActTooSoThatNoneOfBeforeItIsPutBack() throws Exception {
    Path aside = Files.copy(database, folder.resolve("aside"));
    append("restrict");
    see("a-2");
    written.count(NOW);
    Files.move(aside, database, StandardCopyOption.REPLACE_EXISTING);

    assertThatThrownBy(() -> append("show")).hasMessageContaining("as new as the audit log");
    assertThat(problem()).hasValueSatisfying(is("database-set-back"));
  }

  @Test
  void isCountedByNoLineWhereNothingChanged() throws Exception {
    written.count(NOW);
    String before = Files.readString(log);

    written.count(NOW);

    assertThat(log).hasContent(before);
  }

  /** As a kill between an act and the line after it leaves it; a database set back stays found. */
  @Test
  void isCountedAtTheNextStartAfterAKill() throws Exception {
    Path aside = Files.copy(database, folder.resolve("aside"));
    append("restrict");
    see("a-2");

    new AuditLog(log, seal, database).count(NOW, "m-1");

    assertThat(lines().getLast()).contains("\"user\":\"-\"", DatabaseAge.COUNTED);
    assertThat(DatabaseAge.said(log)).isEqualTo(ChangeCount.of(database));
    assertThat(trail.verify(NOW).holds()).isTrue();
    Files.move(aside, database, StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> new AuditLog(log, seal, database).count(NOW, "m-1"))
        .isInstanceOf(UserError.class);
  }

  /** A console goes on with the file that it opened, though another lies in its place. */
  @Test
  void isThatWhichIsChangedNotOneThatSomebodyPutInItsPlaceMeanwhile() throws Exception {
    Path aside = Files.copy(database, folder.resolve("aside"));
    try (CaseDatabase open = CaseDatabase.open(database, DisclosureBudget.SCHEMA)) {
      Files.move(aside, database, StandardCopyOption.REPLACE_EXISTING);
      append("show");
      see(open, "a-2");

      assertThatThrownBy(() -> written.count(NOW)).hasMessageContaining("as new as the audit log");
      assertThatThrownBy(() -> append("show")).isInstanceOf(UserError.class);
    }
  }

  @Test
  void isNotHeldAgainstALastLineThatTheKeyDidNotSign() throws Exception {
    Path aside = Files.copy(database, folder.resolve("aside"));
    see("a-2");
    append("shown by show");
    String last = lines().getLast();
    String hash = last.substring(last.lastIndexOf("sha256:"), last.length() - 2);
    String forged =
        last.replaceAll("\"database\":\\d+", "\"database\":0").replace(hash, Sha256.of(last));
    Files.writeString(log, Files.readString(log) + forged + "\n");
    Files.move(aside, database, StandardCopyOption.REPLACE_EXISTING);

    assertThatThrownBy(() -> append("show")).hasMessageContaining("as new as the audit log");
    assertThat(problem()).hasValueSatisfying(is("database-set-back"));

    Files.writeString(log, Files.readString(log) + forged + "\n");
    assertThatThrownBy(() -> append("show")).hasMessageContaining("as its key signed it");
    assertThat(problem()).hasValueSatisfying(is("database-count-unsigned"));
  }

  @Test
  void isNotHeldAgainstALineThatWasEditedNorOneWhoseHeadIsGone() throws Exception {
    Path aside = Files.copy(database, folder.resolve("aside"));
    append("show");
    see("a-2");
    append("shown by show");
    see("a-3");
    append("shown by show");
    String whole = Files.readString(log);
    List<String> heads = Files.readAllLines(seal.heads());
    Files.move(aside, database, StandardCopyOption.REPLACE_EXISTING);

    Files.writeString(log, whole.replaceAll("\"database\":\\d+", "\"database\":0"));
    assertThat(problem()).hasValueSatisfying(is("database-count-unsigned"));
    assertThatThrownBy(() -> append("show")).hasMessageContaining("as its key signed it");

    Files.writeString(log, whole);
    Files.write(seal.heads(), heads.subList(0, 2));
    assertThatThrownBy(() -> append("show")).hasMessageContaining("as its key signed it");

    Files.writeString(log, "");
    Files.write(seal.heads(), heads);
    assertThatThrownBy(() -> append("show")).hasMessageContaining("as its key signed it");
  }

  /** The line by which somebody asks is signed, but not what comes before it. */
  @Test
  void isNotMadeWorthyOfBeliefByAskingForIt() throws Exception {
    see("a-2");
    append("shown by show");
    Files.writeString(log, Files.readString(log).replaceAll("\"database\":\\d+", "\"database\":0"));
    String state = new DatabaseAge(database).state(log, seal);

    written.append(NOW, "ana", AuditEvent.of(DatabaseAge.ASKED, state), MANDATE);

    assertThatThrownBy(() -> append("show")).hasMessageContaining("as its key signed it");
    assertThat(AskedAcceptance.in(log, seal))
        .containsExactly(new AskedAcceptance(NOW, "ana", state));
    append(DatabaseAge.ACCEPTED);
    new DatabaseAge(database).raise(log);
    append("show");
  }

  /** Of what another process writes, a line is there before its head. */
  @Test
  void isFoundSoundAtEachLookWhileAnotherProcessAppends() throws Exception {
    Process busy =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Appender.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    int lines = lines().size();
    try {
      while (lines().size() < lines + 2) {
        assertThat(busy.isAlive()).isTrue();
        Thread.sleep(5);
      }
      for (int i = 0; i < 200; i++) {
        assertThat(problem()).isEmpty();
        assertThat(new DatabaseAge(database).state(log, seal)).startsWith("older");
      }
    } finally {
      busy.destroyForcibly().waitFor();
    }
    assertThat(lines().size()).isGreaterThan(lines + 2);
  }

  /** Appends until it is killed. */
  static final class Appender {
    private Appender() {}

    public static void main(String... words) {
      Path folder = Path.of(words[0]);
      AuditSeal seal = new AuditSeal(folder.resolve("key.pem"), folder.resolve("heads.jsonl"));
      AuditLog log =
          new AuditLog(folder.resolve("audit.jsonl"), seal, folder.resolve("desk.sqlite"));
      while (true) {
        log.append(NOW, "eva", "show", "", MANDATE);
      }
    }
  }

  /** Nobody signs a note, so whoever can write beside the log lays one there. */
  @Test
  void isNotBelievedForANoteBesideTheLog() throws Exception {
    Path aside = Files.copy(database, folder.resolve("aside"));
    see("a-2");
    append("shown by show");
    String whole = Files.readString(log);
    byte[] heads = Files.readAllBytes(seal.heads());
    Files.move(aside, database, StandardCopyOption.REPLACE_EXISTING);
    for (LogNote note :
        List.of(
            LogNote.ofRestore(log, NOW, "ana", "sha256:00", "", "unsigned"),
            LogNote.ofReplacedKey(NOW, "ana", "unknown", "sha256:00"))) {
      note.leaveBeside(log);
      Files.writeString(log, whole + forged("show") + "\n");
      assertThatThrownBy(() -> append("show")).hasMessageContaining("as new as the audit log");
      assertThat(problem()).hasValueSatisfying(is("database-set-back"));

      Files.writeString(log, whole.replaceAll("\"database\":\\d+", "\"database\":0"));
      Files.delete(seal.heads());
      assertThatThrownBy(() -> append("show")).hasMessageContaining("as its key signed it");
      Files.write(seal.heads(), heads);
      LogNote.removeBeside(log);
    }
  }

  /** Where a kill may leave one line unsigned, the line signed next seems to stand for it. */
  @Test
  void isNeitherAskedForNorCountedByALineThatSomebodyLaidThereBeforeASignedOne() throws Exception {
    Path aside = Files.copy(database, folder.resolve("aside"));
    see("a-2");
    append("shown by show");
    Files.move(aside, database, StandardCopyOption.REPLACE_EXISTING);
    String state = new DatabaseAge(database).state(log, seal);
    Files.writeString(log, Files.readString(log) + forged(DatabaseAge.ASKED) + "\n");
    AskedAcceptance own = new AskedAcceptance(NOW, "eva", state);

    assertThat(AskedAcceptance.in(log, seal)).isEmpty();
    written.append(NOW, "eva", AuditEvent.of(DatabaseAge.ASKED, state), MANDATE);

    assertThat(AskedAcceptance.in(log, seal)).containsExactly(own);
    assertThat(problem()).hasValueSatisfying(is("database-set-back"));
    assertThatThrownBy(() -> append("show")).hasMessageContaining("as new as the audit log");
  }

  /** The same of a line that says that somebody works alone. */
  @Test
  void isAcceptedByNobodyAloneForALineThatSomebodyLaidThereBeforeASignedOne() throws Exception {
    written.append(NOW, "ana", AuditEvent.of("sign-in", "").in("s-1"), MANDATE);
    Files.writeString(
        log,
        Files.readString(log)
            + forged("serve").replace("\"detail\":\"\"", "\"detail\":\"alone\"")
            + "\n");
    written.append(NOW, "eva", AuditEvent.of(DatabaseAge.ASKED, "missing"), MANDATE);

    assertThat(AskedAcceptance.isAlone(log, seal)).isFalse();
  }

  /** What the lost key signed still vouches, until the next line is signed. */
  @Test
  void isHeldAgainstWhatALostKeySignedWhichAnotherReplaced() throws Exception {
    Path aside = Files.copy(database, folder.resolve("aside"));
    see("a-2");
    append("shown by show");
    Files.delete(seal.key());
    new AuditKeyRotation(log, seal).replaceLost(NOW, "ana");
    assertThat(problem()).isEmpty();

    Path now = Files.copy(database, folder.resolve("now"));
    Files.move(aside, database, StandardCopyOption.REPLACE_EXISTING);
    assertThat(problem()).hasValueSatisfying(is("database-set-back"));
    assertThatThrownBy(() -> append("show")).hasMessageContaining("as new as the audit log");

    Files.move(now, database, StandardCopyOption.REPLACE_EXISTING);
    append("show");
    assertThat(problem()).isEmpty();
  }

  /** Returns a line that follows the last one by its hash, and says that nothing was changed. */
  private String forged(String command) throws IOException {
    String last = lines().getLast();
    String hash = last.substring(last.lastIndexOf("sha256:"), last.length() - 2);
    return last.replaceAll("\"database\":\\d+", "\"database\":0")
        .replaceAll("\"command\":\"[^\"]*\"", "\"command\":\"" + command + "\"")
        .replace(hash, Sha256.of(last));
  }

  /** Or an older one would do for as long as somebody locks it. */
  @Test
  void letsNothingBeDoneWhileAnotherProgramLocksIt() throws Exception {
    assertThat(new DatabaseAge(database).unknown(log)).isEmpty();
    Path aside = Files.copy(database, folder.resolve("aside"));
    see("a-2");
    append("shown by show");
    Files.move(aside, database, StandardCopyOption.REPLACE_EXISTING);
    String before = Files.readString(log);
    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = other.createStatement()) {
      statement.execute("PRAGMA locking_mode = EXCLUSIVE");
      statement.execute("BEGIN EXCLUSIVE");

      assertThat(new DatabaseAge(database).unknown(log))
          .hasValueSatisfying(is("database-unreadable"));
      assertThatThrownBy(() -> append("show"))
          .isInstanceOf(UserError.class)
          .hasMessageContainingAll("locked by another program", "Try again");
      assertThatThrownBy(() -> append(DatabaseAge.ACCEPTED)).isInstanceOf(UserError.class);
    }
    assertThat(log).hasContent(before);
    assertThat(problem()).hasValueSatisfying(is("database-set-back"));
  }

  @Test
  void letsNothingBeDoneOnceItIsNoDatabase() throws Exception {
    Files.writeString(database, "no database ".repeat(1_000));

    assertThatThrownBy(() -> append("show")).hasMessageContaining("./vigie restore");
    assertThat(problem()).hasValueSatisfying(is("database-damaged"));
    assertThatThrownBy(() -> new DatabaseAge(database).state(log, seal))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("./vigie restore");
  }

  /** As a kill or a full disk leaves it that comes after the change and before the line. */
  @Test
  void mayHaveComeFurtherThanTheLog() throws Exception {
    see("a-2");
    assertThat(problem()).isEmpty();

    append("show");

    assertThat(DatabaseAge.said(log)).isEqualTo(ChangeCount.of(database));
  }

  @Test
  void isRememberedWhileNobodyCanReadIt() throws Exception {
    Path aside = Files.copy(database, folder.resolve("aside"));
    see("a-2");
    append("shown by show");
    OptionalLong known = DatabaseAge.said(log);
    try (CaseDatabase alone = CaseDatabase.openAlone(database, DisclosureBudget.SCHEMA)) {
      alone.run("DELETE FROM disclosure");
      append("keys rotate-seal");
    }
    assertThat(DatabaseAge.said(log)).isEqualTo(known);
    Files.move(aside, database, StandardCopyOption.REPLACE_EXISTING);

    assertThatThrownBy(() -> append("show")).isInstanceOf(UserError.class);
  }

  @Test
  void goesOnAsItIsOnceSomebodyAnswersForIt() throws Exception {
    Files.delete(database);
    append(DatabaseAge.ACCEPTED);
    new DatabaseAge(database).raise(log);
    append("show");

    assertThat(problem()).isEmpty();
    AuditReport report = trail.verify(NOW);
    assertThat(report.holds()).isTrue();
    assertThat(report.unverifiable())
        .singleElement()
        .satisfies(note -> assertThat(note.arguments()).containsEntry("line", "2"));
  }

  /** Or whoever had one accepted as missing could lay any older one there. */
  @Test
  void isTheOneThatWasAcceptedAndNoOther() throws Exception {
    Path aside = Files.copy(database, folder.resolve("aside"));
    see("a-2");
    Path later = Files.copy(database, folder.resolve("later"));
    see("a-3");
    append("shown by show");
    Files.delete(database);
    append(DatabaseAge.ACCEPTED);
    assertThat(problem()).as("killed before it was made").isPresent();
    new DatabaseAge(database).raise(log);
    append("show");
    see("a-4");
    append("shown by show");

    for (Path other : List.of(aside, later)) {
      Files.move(other, database, StandardCopyOption.REPLACE_EXISTING);
      ChangeCount.forget(database);
      assertThat(problem()).hasValueSatisfying(is("database-set-back"));
      assertThatThrownBy(() -> append("show")).isInstanceOf(UserError.class);
    }
  }

  @Test
  void isNotKnownByALogOfAFormerRelease() throws Exception {
    Path former = folder.resolve("former.jsonl");
    AuditSeal own = new AuditSeal(folder.resolve("f.pem"), folder.resolve("f.heads"));
    new AuditLog(former, own).append(NOW, "ana", "show", "", MANDATE);

    assertThat(DatabaseAge.said(former)).isEmpty();
    assertThat(new DatabaseAge(database).problem(former, own)).isEmpty();

    new AuditLog(former, own, database).append(NOW, "ana", "show", "", MANDATE);
    assertThat(DatabaseAge.said(former)).isEqualTo(ChangeCount.of(database));
    new AuditLog(former, own).append(NOW, "ana", "show", "", MANDATE);
    assertThat(DatabaseAge.said(former)).as("what a line before said").isPresent();
  }

  private Optional<Finding> problem() throws IOException {
    return new DatabaseAge(database).problem(log, seal);
  }

  private static Consumer<Finding> is(String code) {
    return found -> assertThat(found.code()).isEqualTo(code);
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(log);
  }

  private void see(String advert) {
    try (CaseDatabase open = CaseDatabase.open(database, DisclosureBudget.SCHEMA)) {
      see(open, advert);
    }
  }

  private static void see(CaseDatabase open, String advert) {
    new DisclosureBudget(open, DisclosureSettings.defaults(), Clock.fixed(NOW, ZoneOffset.UTC))
        .take(List.of("account ana"), Optional.empty(), List.of(advert));
  }

  private void append(String command) {
    written.append(NOW, "ana", command, "", MANDATE);
  }
}
