package org.vigie.casework.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Mandate;

/** A log that others write while it is looked over is no forged one. */
class AuditMeanwhileTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Mandate MANDATE =
      new Mandate("a", "b", "c", "d", "e", Instant.parse("2027-01-01T00:00:00Z"));
  private static final int LINES = 40;
  private static final int LOOKS = 15;

  /** Each look reads them all again. */
  private static final int MOST_APPENDED = 200;

  @TempDir Path folder;
  private Path log;
  private Witnesses witnesses;
  private AuditSeal seal;
  private AuditLog written;

  @BeforeEach
  void write() {
    log = folder.resolve("audit.jsonl");
    witnesses = witnesses(new Slow());
    seal = new AuditSeal(folder.resolve("key.pem"), folder.resolve("heads.jsonl"), witnesses);
    written = new AuditLog(log, seal);
    append(LINES);
  }

  @Test
  void holdsWhenLinesComeWhileAWitnessIsAsked() throws Exception {
    AuditReport report = verify();

    assertThat(report.problems()).isEmpty();
    assertThat(report.lines()).isEqualTo(LINES + 2);
  }

  @Test
  void holdsAtEachLookWhileAnotherAppends() throws Exception {
    AtomicBoolean isOver = new AtomicBoolean();
    AtomicInteger more = new AtomicInteger();
    Thread appender =
        Thread.ofPlatform()
            .start(() -> {
              while (!isOver.get() && more.get() < MOST_APPENDED) {
                append(1);
                more.incrementAndGet();
              }
            });
    try {
      for (int i = 0; i < LOOKS; i++) {
        assertThat(verify().problems()).isEmpty();
      }
    } finally {
      isOver.set(true);
      appender.join();
    }
    assertThat(more.get()).isPositive();
    assertThat(verify().problems()).isEmpty();
  }

  private AuditReport verify() throws IOException {
    return new AuditTrail(log, seal.heads(), seal.publicKey(), witnesses)
        .verify(NOW.plusSeconds(60));
  }

  private void append(int lines) {
    for (int i = 0; i < lines; i++) {
      written.append(NOW, "ana", "show", "a-" + i, MANDATE);
    }
  }

  private Witnesses witnesses(AuditWitness one) {
    return new Witnesses(List.of(one), Duration.ofHours(1), folder.resolve("state"));
  }

  /** A witness that takes so long to answer that two more lines are written. */
  private final class Slow implements AuditWitness {
    private final AuditWitness kept = AuditWitness.at("elsewhere", folder);

    @Override
    public String place() {
      return kept.place();
    }

    @Override
    public void tell(SignedHead head) throws IOException {
      kept.tell(head);
    }

    @Override
    public Testimony recall() throws IOException {
      Testimony said = kept.recall();
      append(2);
      return said;
    }
  }
}
