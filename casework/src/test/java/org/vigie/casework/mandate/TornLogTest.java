package org.vigie.casework.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Mandate;
import org.vigie.files.failure.UserError;
import org.vigie.files.fault.FullDisk;

/** A disk that fills up, or a kill, breaks no log; and what looks like one but isn't, is told. */
class TornLogTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Mandate MANDATE =
      new Mandate("a", "b", "c", "d", "e", Instant.parse("2027-01-01T00:00:00Z"));

  @TempDir Path folder;
  private Path log;
  private Path heads;
  private AuditLog written;
  private AuditTrail trail;

  @BeforeEach
  void write() {
    log = folder.resolve("audit.jsonl");
    heads = folder.resolve("heads.jsonl");
    AuditSeal seal = new AuditSeal(folder.resolve("key.pem"), heads);
    written = new AuditLog(log, seal);
    trail = new AuditTrail(log, heads, seal.publicKey());
    append("a-1");
    append("a-2");
  }

  @AfterEach
  void free() {
    FullDisk.freed("audit");
    FullDisk.freed("heads");
  }

  @Test
  void cutsBackALineThatAFullDiskTookAPartOf() throws Exception {
    String before = Files.readString(log);
    String headsBefore = Files.readString(heads);
    for (String place : List.of("audit", "heads")) {
      for (long room = 0; room < 200; room += 7) {
        FullDisk.leave(place, room);
        assertThatThrownBy(() -> append("a-3")).isInstanceOf(UserError.class);
        assertThat(Files.readString(log)).isEqualTo(before);
        assertThat(Files.readString(heads)).isEqualTo(headsBefore);
      }
      FullDisk.freed(place);
    }
    append("a-3");

    assertThat(trail.verify(NOW)).isEqualTo(new AuditReport(3, 3, 0, List.of()));
  }

  @Test
  void mendsATailThatAKillTore() throws Exception {
    Files.writeString(log, "{\"at\":\"2026-03-01T12:00:0", StandardOpenOption.APPEND);
    assertThat(trail.verify(NOW).holds()).isTrue();
    assertThat(trail.verify(NOW).torn()).isEqualTo(25);

    append("a-3");

    assertThat(trail.verify(NOW)).isEqualTo(new AuditReport(4, 4, 0, List.of()));
    assertThat(trail.newest(2).getLast())
        .returns("log mended", AuditEntry::command)
        .returns("-", AuditEntry::user)
        .extracting(AuditEntry::detail)
        .asString()
        .startsWith("bytes=25 torn=sha256:");
  }

  @Test
  void mendsAHeadThatAKillTore() throws Exception {
    Files.writeString(heads, "{\"at\":\"2026", StandardOpenOption.APPEND);
    assertThat(trail.verify(NOW).holds()).isTrue();

    append("a-3");

    assertThat(trail.verify(NOW)).isEqualTo(new AuditReport(3, 3, 0, List.of()));
  }

  @Test
  void tellsALineThatSomebodyCutFromOneThatAKillTore() throws Exception {
    String whole = Files.readString(log);
    Files.writeString(log, whole.substring(0, whole.length() - 9));
    assertThat(trail.verify(NOW).holds()).isFalse();

    append("a-3");

    assertThat(trail.newest(2).getLast().command()).isEqualTo("log damaged");
    assertThat(trail.verify(NOW).problems()).first().asString().contains("line 2 must be an entry");
  }

  private void append(String id) {
    written.append(NOW, "ana", "show", id, MANDATE);
  }
}
