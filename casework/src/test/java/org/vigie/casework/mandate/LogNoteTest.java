package org.vigie.casework.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Mandate;
import org.vigie.files.failure.UserError;

class LogNoteTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Mandate MANDATE =
      new Mandate("unit", "law", "test", "case", "chief", NOON.plusSeconds(3600));

  private static final List<String> DAMAGED =
      List.of(
          "{",
          "null",
          "{\"user\":\"ana\"}",
          "{\"at\":\"noon\",\"user\":\"ana\"}",
          note("KEY_REPLACED", "2026-03-01T12:00:00Z"),
          note("RESTORED", "noon"));

  @TempDir Path folder;
  private Path log = Path.of("");
  private AuditSeal seal = new AuditSeal(log, log);

  @BeforeEach
  void openLog() {
    log = folder.resolve("audit.jsonl");
    seal = new AuditSeal(folder.resolve("key.pem"), folder.resolve("heads.jsonl"));
  }

  @Test
  void standsBeforeTheFirstLineAndOnce() throws IOException {
    note().leaveBeside(log);

    append();
    append();

    assertThat(Files.readAllLines(log))
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .contains("\"restored\"", "backup of=unknown signer=none trust=unsigned")
                    .contains("\"at\":\"2026-03-01T12:00:00Z\"", "\"user\":\"ana\"", "sha256:00"),
            line -> assertThat(line).contains("\"show\""),
            line -> assertThat(line).contains("\"show\""));
    assertThat(folder.resolve("restored.json")).doesNotExist();
  }

  /** A log that can't say of which backup it was made lets nothing be done. */
  @Test
  void letsNothingBeDoneIfItIsDamaged() throws IOException {
    for (String damaged : DAMAGED) {
      Files.writeString(folder.resolve("restored.json"), damaged);

      assertThatThrownBy(this::append).as(damaged).isInstanceOf(UserError.class);
      assertThat(log).isEmptyFile();
    }
  }

  @Test
  void takesFromTheBackupsLogNothingButATime() throws IOException {
    Path forged = folder.resolve("forged.jsonl");
    Files.writeString(forged, "{\"at\":\"2026-01-01 signer=sha256:00 trust=key\"}\n");

    assertThat(LogNote.ofRestore(forged, NOON, "ana", "sha256:00", "", "unsigned").detail())
        .isEqualTo("backup of=unknown signer=none trust=unsigned");
  }

  private static String note(String kind, String at) {
    return "{\"kind\":\"%s\",\"at\":\"%s\",\"user\":\"ana\",\"detail\":\"\",\"sums\":\"\"}"
        .formatted(kind, at);
  }

  private static LogNote note() throws IOException {
    return LogNote.ofRestore(Path.of("absent.jsonl"), NOON, "ana", "sha256:00", "", "unsigned");
  }

  private void append() {
    new AuditLog(log, seal).append(NOON.plusSeconds(60), "ben", "show", "a-1", MANDATE);
  }
}
