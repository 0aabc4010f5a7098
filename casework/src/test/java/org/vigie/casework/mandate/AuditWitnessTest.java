package org.vigie.casework.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Finding;
import org.vigie.advert.Mandate;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.UserError;

/** Whoever can write log, heads and key together is found by what stands elsewhere. */
class AuditWitnessTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Mandate MANDATE =
      new Mandate("a", "b", "c", "d", "e", Instant.parse("2027-01-01T00:00:00Z"));
  private static final int LINES = 9;

  @TempDir Path folder;
  private Path audit;
  private Path log;
  private Path heads;
  private AuditSeal seal;
  private AuditTrail trail;

  @BeforeEach
  void write() {
    audit = folder.resolve("audit");
    log = audit.resolve("audit.jsonl");
    heads = audit.resolve("heads.jsonl");
    Witnesses witnesses = witnesses(AuditWitness.at("elsewhere", folder));
    seal = new AuditSeal(audit.resolve("key.pem"), heads, witnesses);
    trail = new AuditTrail(log, heads, seal.publicKey(), witnesses);
    append(0, LINES);
  }

  @Test
  void holdsAsItWasWritten() throws Exception {
    AuditReport report = verify();

    assertThat(report.problems()).isEmpty();
    assertThat(report.witnesses())
        .containsExactly(
            new AuditReport.Witnessed("elsewhere", LINES, NOW.plusSeconds(LINES - 1).toString()));
  }

  @Test
  void findsLinesAndHeadsThatWereCutTogether() throws Exception {
    for (int left = 0; left < LINES; left++) {
      cut(log, left);
      cut(heads, left);
      assertBroken("its tail was cut");
      restore();
    }
  }

  @Test
  void findsALogThatWasRolledBack() throws Exception {
    Path copy = folder.resolve("copy");
    copy(audit, copy);
    append(LINES, LINES + 3);
    remove(audit);
    copy(copy, audit);

    assertBroken("rolled back");
  }

  @Test
  void findsALogThatWasRolledBackAndGoneOnWith() throws Exception {
    Path copy = folder.resolve("copy");
    copy(audit, copy);
    append(LINES, LINES + 3);
    remove(audit);
    copy(copy, audit);
    append(40, 41);
    assertBroken("it was rolled back");
    append(41, 50);
    assertBroken("it was rolled back");
  }

  @Test
  void findsALogThatWasEmptied() throws Exception {
    Files.writeString(log, "");
    Files.writeString(heads, "");

    assertBroken("emptied");
  }

  @Test
  void findsALogThatWasDeletedWithItsKeyOrWithout() throws Exception {
    Files.delete(log);
    Files.delete(heads);
    assertBroken("deleted");
    remove(audit);
    assertBroken("deleted", "is gone");
    assertThatThrownBy(() -> new AuditLog(log, overdue()).append(NOW, "eva", "show", "a", MANDATE))
        .as("under a new key")
        .isInstanceOf(UserError.class);
  }

  @Test
  void findsAnEditThatWasSignedAnewWithTheKeyItself() throws Exception {
    for (int edited = 0; edited < LINES; edited++) {
      forge(edited);
      assertThat(new AuditTrail(log, heads, seal.publicKey()).verify(NOW).holds())
          .as("without a witness the forgery holds")
          .isTrue();
      assertBroken("line %d must be the one that the witness".formatted(edited + 1));
      restore();
    }
  }

  @Test
  void findsThatTheWitnessWasNotToldOfWhatWasWritten() throws Exception {
    AuditSeal silent = new AuditSeal(audit.resolve("key.pem"), heads);
    new AuditLog(log, silent).append(NOW.plusSeconds(50), "eva", "show", "a", MANDATE);

    assertThat(verify().holds()).as("it may be on its way").isTrue();
    assertThat(trail.verify(NOW.plus(Duration.ofHours(2))).problems())
        .singleElement()
        .asString()
        .contains("wasn't told of the last 1, from " + NOW.plusSeconds(50));
  }

  @Test
  void saysThatAWitnessCannotBeAsked() throws Exception {
    AuditWitness away = new Away();
    assertThat(new AuditTrail(log, heads, seal.publicKey(), witnesses(away)).verify(NOW).problems())
        .containsExactly("the witness at away must be asked, but can't be: it can't be reached");
  }

  @Test
  void goesOnForAWhileWithoutAWitnessAndThenDoesNothing() throws Exception {
    Away away = new Away();
    AuditSeal other = new AuditSeal(audit.resolve("key.pem"), heads, witnesses(away));
    AuditLog written = new AuditLog(log, other);

    written.append(NOW.plusSeconds(60), "ana", "show", "a", MANDATE);
    written.append(NOW.plusSeconds(120), "ana", "show", "a", MANDATE);
    assertThatThrownBy(() -> written.append(NOW.plusSeconds(3_700), "ana", "show", "a", MANDATE))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("the witness at away must be reached within 60 minutes");
    away.isThere = true;
    written.append(NOW.plusSeconds(3_760), "ana", "show", "a", MANDATE);
    assertThat(away.told).as("the last one, and then the new one").isEqualTo(2);
  }

  private AuditSeal overdue() throws IOException {
    AuditSeal other =
        new AuditSeal(
            audit.resolve("key.pem"), heads, witnesses(AuditWitness.at("elsewhere", folder)));
    new AuditLog(log, other).append(NOW.minus(Duration.ofHours(2)), "eva", "show", "a", MANDATE);
    return other;
  }

  /** A witness that may be out of reach. */
  private static final class Away implements AuditWitness {
    private boolean isThere;
    private int told;

    @Override
    public String place() {
      return "away";
    }

    @Override
    public void tell(SignedHead head) throws IOException {
      if (!isThere) {
        throw new WitnessException(Finding.of("witness-unreachable"));
      }
      told++;
    }

    @Override
    public Testimony recall() throws IOException {
      throw new WitnessException(Finding.of("witness-unreachable"));
    }
  }

  private Witnesses witnesses(AuditWitness one) {
    return new Witnesses(List.of(one), Duration.ofHours(1), folder.resolve("state"));
  }

  private AuditReport verify() throws IOException {
    return trail.verify(NOW.plusSeconds(60));
  }

  private void append(int from, int to) {
    for (int i = from; i < to; i++) {
      new AuditLog(log, seal).append(NOW.plusSeconds(i), "ana", "show", "a-" + i, MANDATE);
    }
  }

  private void assertBroken(String... words) throws IOException {
    assertThat(String.join("\n", verify().problems())).contains(words);
  }

  private void restore() throws IOException {
    remove(audit);
    remove(folder.resolve("elsewhere"));
    append(0, LINES);
    assertThat(verify().problems()).isEmpty();
  }

  /** Writes a log anew from some line on, with the chain and the heads that fit it. */
  private void forge(int edited) throws Exception {
    List<String> lines = Files.readAllLines(log);
    Files.delete(log);
    Files.delete(heads);
    String previous = "";
    List<String> forged = new ArrayList<>();
    try (AuditSeal.Heads signed = seal.open(log)) {
      long bytes = 0;
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        String hash = line.substring(line.lastIndexOf("sha256:"), line.length() - 2);
        String other = line.replace(hash, Sha256.of(previous));
        previous = i == edited ? other.replace("\"ana\"", "\"eva\"") : other;
        forged.add(previous);
        bytes += previous.length() + 1;
        signed.put(NOW.plusSeconds(i), bytes, Sha256.of(previous));
      }
    }
    Files.write(log, forged);
  }

  private static void cut(Path file, int left) throws IOException {
    Files.write(file, Files.readAllLines(file).subList(0, left));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
