package org.vigie.casework.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Mandate;
import org.vigie.files.failure.UserError;

class AuditLogTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Mandate MANDATE =
      new Mandate("a", "b", "c", "d", "e", Instant.parse("2027-01-01T00:00:00Z"));

  @TempDir Path folder;

  @Test
  void saysWhoDidWhatWhenUnderWhichMandate() throws Exception {
    append("search", "passport \"fee\"");

    assertThat(new ObjectMapper().readTree(lines().getFirst()).properties())
        .extracting(Object::toString)
        .containsExactly(
            "at=\"2026-03-01T12:00:00Z\"",
            "user=\"analyst\"",
            "command=\"search\"",
            "detail=\"passport \\\"fee\\\"\"",
            "reason=\"c\"",
            "mandate=\"" + MANDATE.id() + "\"",
            "previous=\"sha256:" + sha256("") + "\"");
  }

  @Test
  void saysWhyInWhichSessionAndToWhom() throws Exception {
    log()
        .append(
            NOW,
            "analyst",
            AuditEvent.of("disclosure post /exports/{id}/file", "id=7")
                .in("0123456789abcdef")
                .because("operation example")
                .disclosing(new Disclosure("the public prosecutor", "asked for in writing")),
            MANDATE);

    assertThat(new ObjectMapper().readValue(lines().getFirst(), AuditEntry.class))
        .isEqualTo(
            new AuditEntry(
                "2026-03-01T12:00:00Z",
                "analyst",
                "0123456789abcdef",
                "disclosure post /exports/{id}/file",
                "id=7",
                "operation example",
                "asked for in writing",
                "the public prosecutor",
                MANDATE.id(),
                "sha256:" + sha256("")));
  }

  @Test
  void marksWhatWasTypedAndHoldsNoneOfIt() throws Exception {
    for (String typed : List.of("+44 7700 900123", "passport", " passport ", "passports")) {
      log().append(NOW, "analyst", AuditEvent.of("search", "").typed("query", typed), MANDATE);
    }

    List<String> marks =
        lines().stream()
            .map(line -> line.replaceAll(".*\"query=(~[0-9a-f]{16})\".*", "$1"))
            .toList();
    assertThat(marks).allMatch(mark -> mark.matches("~[0-9a-f]{16}"));
    assertThat(marks.get(1)).isEqualTo(marks.get(2)).isNotEqualTo(marks.get(3));
    AuditKey.make(folder.resolve("other.pem"));
    assertThat(marks.get(0))
        .isEqualTo(
            new AuditSeal(folder.resolve("key.pem"), folder.resolve("heads.jsonl"))
                .mark("+44 7700 900123"))
        .isNotEqualTo(
            new AuditSeal(folder.resolve("other.pem"), folder.resolve("others.jsonl"))
                .mark("+44 7700 900123"));
    assertThat(Files.readString(folder.resolve("audit.jsonl")))
        .doesNotContain("7700 900", "7700900", "passport");
  }

  @Test
  void chainsEachLineToTheOneBefore() throws Exception {
    append("search", "x");
    append("search", "a query of many lines\n".repeat(1_000));
    append("show", "a-1");

    assertThat(lines()).hasSize(3);
    for (int i = 1; i < 3; i++) {
      assertThat(lines().get(i)).contains("sha256:" + sha256(lines().get(i - 1)));
    }
  }

  @Test
  void takesLinesOfManyAtOnceOneAfterAnother() throws Exception {
    int people = 16;
    int lines = 12;
    try (ExecutorService threads = Executors.newFixedThreadPool(people)) {
      List<Future<?>> writing = new ArrayList<>();
      for (int person = 0; person < people; person++) {
        String detail = "person " + person;
        writing.add(
            threads.submit(() -> {
              for (int i = 0; i < lines; i++) {
                append("show", detail);
              }
            }));
      }
      for (Future<?> done : writing) {
        done.get();
      }
    }

    assertThat(lines()).hasSize(people * lines);
    List<String> written = lines();
    for (int i = 1; i < written.size(); i++) {
      assertThat(written.get(i)).contains("sha256:" + sha256(written.get(i - 1)));
    }
  }

  /** Java's own record of each request to a disk to make a file durable. */
  @Test
  void asksTheDiskOnceForAllThatWait() throws Exception {
    int people = 12;
    AuditLog shared = log();
    shared.append(NOW, "analyst", "show", "before", MANDATE);
    Path recorded = folder.resolve("forced.jfr");
    try (Recording recording = new Recording();
        ExecutorService threads = Executors.newFixedThreadPool(people)) {
      recording.enable("jdk.FileForce").withoutThreshold();
      recording.start();
      AuditLog.THIS_PROCESS.lock();
      try {
        for (int person = 0; person < people; person++) {
          threads.submit(() -> shared.append(NOW, "analyst", "show", "a-1", MANDATE));
        }
        while (AuditLog.THIS_PROCESS.getQueueLength() < people) {
          Thread.onSpinWait();
        }
      } finally {
        AuditLog.THIS_PROCESS.unlock();
      }
      threads.shutdown();
      assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
      recording.dump(recorded);
    }

    assertThat(lines()).hasSize(1 + people);
    for (String file : List.of("audit.jsonl", "heads.jsonl")) {
      assertThat(RecordingFile.readAllEvents(recorded))
          .filteredOn(forced -> forced.getString("path").equals(folder.resolve(file).toString()))
          .as(file)
          .hasSize(1);
    }
  }

  @Test
  void refusesWhenItCannotBeWritten() throws Exception {
    Files.createDirectories(folder.resolve("audit.jsonl"));

    assertThatThrownBy(() -> append("search", "x"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("audit.jsonl must be writable, or nothing is done");
  }

  @Test
  void refusesAllThatWaitWhereNoneCanBeWritten() throws Exception {
    Files.createDirectories(folder.resolve("audit.jsonl"));
    AuditLog shared =
        new AuditLog(
            folder.resolve("audit.jsonl"),
            new AuditSeal(folder.resolve("key.pem"), folder.resolve("heads.jsonl")));
    int people = 8;
    AtomicInteger refused = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(people)) {
      for (int person = 0; person < people; person++) {
        threads.submit(() -> {
          try {
            shared.append(NOW, "analyst", "show", "a-1", MANDATE);
          } catch (UserError e) {
            refused.incrementAndGet();
          }
        });
      }
    }
    assertThat(refused).hasValue(people);
  }

  @Test
  void refusesWhenItCannotBeSealed() throws Exception {
    Files.createDirectories(folder.resolve("heads.jsonl"));

    assertThatThrownBy(() -> append("search", "x"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("heads.jsonl must be writable");
  }

  private void append(String command, String detail) {
    log().append(NOW, "analyst", command, detail, MANDATE);
  }

  private AuditLog log() {
    return new AuditLog(
        folder.resolve("audit.jsonl"),
        new AuditSeal(folder.resolve("key.pem"), folder.resolve("heads.jsonl")));
  }

  private List<String> lines() throws Exception {
    return Files.readAllLines(folder.resolve("audit.jsonl"));
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
