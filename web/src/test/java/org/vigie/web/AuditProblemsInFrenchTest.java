package org.vigie.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.AlertLine;
import org.vigie.advert.Mandate;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.AuditKey;
import org.vigie.casework.mandate.AuditLog;
import org.vigie.casework.mandate.AuditSeal;
import org.vigie.casework.mandate.AuditTrail;
import org.vigie.casework.mandate.AuditWitness;
import org.vigie.casework.mandate.ShownIds;
import org.vigie.casework.mandate.Witnesses;
import org.vigie.text.finding.FindingWords;

/** What the page of the audit log says is wrong with it, as somebody reads it in French. */
class AuditProblemsInFrenchTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Mandate MANDATE =
      new Mandate("a", "b", "c", "d", "e", Instant.parse("2027-01-01T00:00:00Z"));
  private static final int LINES = 6;

  @TempDir Path folder;
  private Path audit;
  private Path log;
  private Path heads;
  private Path told;
  private AuditSeal seal;
  private List<AlertLine> problems;

  @BeforeEach
  void write() {
    audit = folder.resolve("audit");
    log = audit.resolve("audit.jsonl");
    heads = audit.resolve("heads.jsonl");
    told = folder.resolve("the witness/heads.jsonl");
    seal = new AuditSeal(audit.resolve("key.pem"), heads, witnesses("the witness"));
    problems = List.of();
    append(0);
  }

  @AfterEach
  void areAllToldInFrench() {
    Phrases french = Phrases.in(Locale.FRENCH);
    assertThat(problems).isNotEmpty();
    for (AlertLine problem : problems) {
      Worded words = Worded.said(problem);
      assertThat(french.tells(words)).as(words.text()).isTrue();
      assertThat(french.explain(words))
          .isNotEqualTo(words.text())
          .doesNotContain(" must ", ", but ");
    }
  }

  @Test
  void ofALogThatWasCutWithItsHeads() throws Exception {
    cut(log, 2);
    cut(heads, 2);
    problems = verify("the witness", NOW);
    assertThat(inEnglish()).contains("its tail was cut");
    assertThat(problems).hasSize(1);
  }

  @Test
  void ofALogThatWasRolledBackAndGoneOnWith() throws Exception {
    List<String> lines = Files.readAllLines(log);
    List<String> signed = Files.readAllLines(heads);
    append(100);
    Files.write(log, lines);
    Files.write(heads, signed);
    append(200);
    problems = verify("the witness", NOW);
    assertThat(inEnglish()).contains("rolled back", "more lines aren't those");
  }

  @Test
  void ofALogThatIsGoneWithItsKey() throws Exception {
    Files.delete(log);
    Files.delete(seal.publicKey());
    problems = verify("the witness", NOW);
    assertThat(inEnglish()).contains("is gone", "must be there", "must be signed");
  }

  @Test
  void ofAWitnessThatKnowsNothingOrCannotBeAsked() throws Exception {
    problems = new ArrayList<>(verify("elsewhere", NOW));
    problems.addAll(verify("http://127.0.0.1:1/log", NOW));
    assertThat(inEnglish()).contains("knows nothing", "can't be reached");
  }

  @Test
  void ofAWitnessThatKnowsAnotherKey() throws Exception {
    AuditKey.sign(audit.resolve("another.pem"), new byte[1]); // makes one
    for (String ending : List.of("", ".pub")) {
      Files.move(
          audit.resolve("another.pem" + ending),
          audit.resolve("key.pem" + ending),
          StandardCopyOption.REPLACE_EXISTING);
    }
    new AuditLog(log, new AuditSeal(audit.resolve("key.pem"), heads))
        .append(NOW.plusSeconds(LINES), "ana", "show", "a", MANDATE);
    problems = verify("the witness", NOW);
    assertThat(inEnglish()).contains("is another");
  }

  @Test
  void ofAWitnessWhoseHeadsWereChangedAndWhoWasNotToldOfTheLast() throws Exception {
    Files.writeString(told, Files.readString(told).replaceFirst("\"bytes\":1", "\"bytes\":2"));
    new AuditLog(log, new AuditSeal(audit.resolve("key.pem"), heads))
        .append(NOW.plusSeconds(LINES), "ana", "show", "a", MANDATE);
    problems = verify("the witness", NOW.plus(Duration.ofDays(1)));
    assertThat(inEnglish()).contains("but 1 isn't", "wasn't told of the last 1");
  }

  @Test
  void ofAListThatWasChangedOrIsGone() throws Exception {
    List<String> ids = IntStream.range(0, 99).mapToObj("a-%020x"::formatted).toList();
    new AuditLog(log, seal)
        .append(NOW, "ana", AuditEvent.of("search", "").showing(ShownIds.of(ids)), MANDATE);
    Path list;
    try (Stream<Path> lists = Files.list(audit.resolve("shown"))) {
      list = lists.findFirst().orElseThrow();
    }
    Files.writeString(list, "a-0\n", StandardOpenOption.APPEND);
    problems = new ArrayList<>(verify("the witness", NOW));
    Files.delete(list);
    problems.addAll(verify("the witness", NOW));
    assertThat(problems).hasSize(2);
  }

  private void append(int from) {
    for (int i = 0; i < LINES; i++) {
      new AuditLog(log, seal).append(NOW, "ana", "show", "a-" + (from + i), MANDATE);
    }
  }

  private List<AlertLine> verify(String witness, Instant now) throws IOException {
    return new AuditTrail(log, heads, seal.publicKey(), witnesses(witness)).verify(now).found();
  }

  private String inEnglish() {
    return problems.stream().map(FindingWords.english()::say).collect(Collectors.joining("\n"));
  }

  private Witnesses witnesses(String place) {
    return new Witnesses(
        List.of(AuditWitness.at(place, folder)), Duration.ofHours(1), folder.resolve("state"));
  }

  private static void cut(Path file, int left) throws IOException {
    Files.write(file, Files.readAllLines(file).subList(0, left));
  }
}
