package org.vigie.casework.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Mandate;
import org.vigie.casework.people.MovingClock;
import org.vigie.exchange.timestamp.SmallAuthority;

/** What an authority for time stamps attests of a log, and what nobody can make afterwards. */
class TimeStampWitnessTest {
  private static final Mandate MANDATE =
      new Mandate("a", "b", "c", "d", "e", Instant.parse("2027-01-01T00:00:00Z"));

  @TempDir Path folder;
  private final MovingClock clock = new MovingClock(Instant.parse("2026-03-01T12:00:00Z"));
  private SmallAuthority authority;
  private Path trusted = Path.of("");

  @BeforeEach
  void begin() throws Exception {
    authority = new SmallAuthority(clock);
    trusted = authority.writeRoot(folder.resolve("root.pem"));
  }

  @AfterEach
  void end() {
    authority.close();
  }

  @Test
  void anHonestOutageLeavesNothingThatAccusesAnybody() throws Exception {
    append("one");
    authority.setDown(true);
    append("two");
    clock.pass(Duration.ofHours(2));
    authority.setDown(false);
    append("three");

    assertThat(verify(trusted).problems()).isEmpty();
  }

  @Test
  void aLineOfTokensThatIsNoneIsAFindingAndNoEnd() throws Exception {
    append("one");
    Files.writeString(tokens(), Files.readString(tokens()) + "{}\n");

    assertThat(verify(trusted).problems()).isNotEmpty();
  }

  @Test
  void eachHeadIsStampedAndVerifiedAgainstTheRoot() throws Exception {
    append("one", "two");

    AuditReport report = verify(trusted);
    assertThat(report.problems()).isEmpty();
    assertThat(report.witnesses()).singleElement().extracting("heads").isEqualTo(2L);
    assertThat(authority.stamped()).isEqualTo(2);
  }

  @Test
  void aLogThatIsCutWithItsHeadsIsFoundByTheTokensThatAreLeft() throws Exception {
    append("one", "two", "three");
    for (String name : List.of("audit.jsonl", "heads.jsonl")) {
      Path file = folder.resolve(name);
      Files.write(file, Files.readAllLines(file).subList(0, 2));
    }

    assertThat(verify(trusted).problems())
        .anyMatch(problem -> problem.contains("its tail was cut, or it was rolled back"));
  }

  @Test
  void whatIsCutWithItsTokensIsNotSaidToBeWhole() throws Exception {
    append("one", "two", "three");
    for (String name : List.of("audit.jsonl", "heads.jsonl", "stamps.jsonl")) {
      Path file = folder.resolve(name);
      Files.write(file, Files.readAllLines(file).subList(0, 2));
    }

    AuditReport report = verify(trusted);
    assertThat(report.holds()).isTrue();
    assertThat(report.isWitnessed()).as("by somebody who keeps heads elsewhere").isFalse();
  }

  @Test
  void aPastThatIsWrittenAnewWithTheKeyHasNoTokensOfItsTime() throws Exception {
    append("one", "two");
    for (String name : List.of("audit.jsonl", "heads.jsonl")) {
      Files.delete(folder.resolve(name));
    }
    Files.delete(tokens());
    Instant past = clock.instant();
    clock.pass(Duration.ofDays(1));
    log().append(past, "ana", AuditEvent.of("another", ""), MANDATE);

    assertThat(verify(trusted).problems())
        .anyMatch(problem -> problem.contains("must be of the time of its head"));
  }

  @Test
  void aTokenOfAnotherHeadOrAnotherRootIsNone() throws Exception {
    append("one", "two");
    String whole = Files.readString(tokens());
    List<String> lines = whole.lines().toList();
    String first = lines.get(0).substring(lines.get(0).indexOf("\"token\""));
    String second = lines.get(1).substring(lines.get(1).indexOf("\"token\""));
    Files.writeString(tokens(), whole.replace(second, first));
    assertThat(verify(trusted).problems()).anyMatch(one -> one.contains("for what it lies beside"));

    Files.writeString(tokens(), whole);
    try (SmallAuthority other = new SmallAuthority(clock)) {
      Path root = other.writeRoot(folder.resolve("other.pem"));
      assertThat(verify(root).problems()).anyMatch(one -> one.contains("that is trusted, but"));
    }
    assertThat(verify(null).problems()).anyMatch(one -> one.contains("audit.witness-authority"));
    assertThat(verify(trusted).problems()).isEmpty();
  }

  private Path tokens() {
    return folder.resolve("stamps.jsonl");
  }

  private AuditLog log() {
    return new AuditLog(folder.resolve("audit.jsonl"), seal(trusted));
  }

  private void append(String... commands) {
    for (String command : commands) {
      log().append(clock.instant(), "ana", AuditEvent.of(command, ""), MANDATE);
      clock.pass(Duration.ofMinutes(1));
    }
  }

  private AuditSeal seal(@org.jspecify.annotations.Nullable Path root) {
    return new AuditSeal(
        folder.resolve("key.pem"),
        folder.resolve("heads.jsonl"),
        new Witnesses(
            List.of(new TimeStampWitness(authority.place(), tokens(), root)),
            Duration.ofHours(1),
            folder));
  }

  private AuditReport verify(@org.jspecify.annotations.Nullable Path root) throws Exception {
    AuditSeal seal = seal(root);
    return new AuditTrail(
            folder.resolve("audit.jsonl"), seal.heads(), seal.publicKey(), seal.witnesses())
        .verify(clock.instant());
  }
}
