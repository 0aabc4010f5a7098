package org.vigie.casework.mandate;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Mandate;
import org.vigie.files.failure.UserError;
import org.vigie.files.seal.KeyPairFiles;

/** The log's key can change, and a former one can't be used to write another past. */
class AuditKeyRotationTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Mandate MANDATE =
      new Mandate("a", "b", "c", "d", "e", Instant.parse("2027-01-01T00:00:00Z"));

  @TempDir Path folder;
  private Path log;
  private AuditSeal seal;
  private Path first;
  private int lines;

  @BeforeEach
  void write() throws Exception {
    log = folder.resolve("audit/audit.jsonl");
    seal =
        new AuditSeal(folder.resolve("audit/key.pem"), log.resolveSibling("heads.jsonl"), told());
    append(3);
    first = Files.copy(seal.publicKey(), folder.resolve("first.pub"));
  }

  @Test
  void theWholeLogVerifiesByTheFirstKeyAndByTheLast() throws Exception {
    for (int i = 0; i < 3; i++) {
      rotate();
      append(2);
    }

    assertThat(problems(seal.publicKey())).isEmpty();
    assertThat(problems(first)).isEmpty();
    assertThat(Files.readString(seal.publicKey())).isNotEqualTo(Files.readString(first));
    assertThat(seal.witnesses().all().getFirst().recall().handovers()).hasSize(3);
  }

  @Test
  void marksOfWordsAreFoundByAllKeys() throws Exception {
    String before = seal.mark("a word");
    rotate();

    assertThat(seal.mark("a word")).isNotEqualTo(before);
    assertThat(seal.marks("a word")).containsExactlyInAnyOrder(before, seal.mark("a word"));
  }

  @Test
  void aFormerKeySignsNothingAfterIt() throws Exception {
    Path stolen = folder.resolve("stolen");
    Files.createDirectories(stolen);
    Files.copy(seal.key(), stolen.resolve("key.pem"));
    Files.copy(seal.publicKey(), stolen.resolve("key.pem.pub"));
    rotate();
    append(1);

    AuditSeal thief =
        new AuditSeal(stolen.resolve("key.pem"), log.resolveSibling("heads.jsonl"), told());
    new AuditLog(log, thief).append(NOW, "eva", "show", "a", MANDATE);
    assertThat(problems(seal.publicKey()))
        .anyMatch(one -> one.contains("must be signed and later"));
    assertThatThrownBy(() -> thief.witnesses().requireReached(head(thief), NOW.plusSeconds(9_000)))
        .as("the witness knows who signs now")
        .isInstanceOf(WitnessException.class);
  }

  @Test
  void aKeyThatNobodyHandedOverToIsFound() throws Exception {
    AuditKey.make(seal.key());
    append(1);

    assertThat(problems(first)).isNotEmpty();
    assertThat(problems(seal.publicKey())).anyMatch(one -> one.contains("but is another"));
  }

  @Test
  void noneIsMadeInThePlaceOfOneThatIsMissing() throws Exception {
    Files.delete(seal.key());

    assertThatThrownBy(() -> append(1)).isInstanceOf(UserError.class);
    assertThatThrownBy(() -> seal.mark("words")).isInstanceOf(NoSuchFileException.class);
    assertThat(seal.key()).doesNotExist();

    Files.delete(seal.publicKey());
    Files.delete(seal.heads());
    assertThatThrownBy(() -> append(1))
        .as("lines alone say that there was one")
        .isInstanceOf(UserError.class)
        .hasMessageContaining("keys replace-audit");
    assertThat(seal.key()).doesNotExist();
  }

  @Test
  void oneThatIsLostIsReplacedAndTheLogSaysSo() throws Exception {
    rotate();
    append(2);
    byte[] heads = Files.readAllBytes(seal.heads());
    Files.delete(seal.key());
    AuditSeal alone = new AuditSeal(seal.key(), seal.heads());

    String said = new AuditKeyRotation(log, alone).replaceLost(NOW, "ana");
    new AuditLog(log, alone).append(NOW, "eva", "show", "a-8", MANDATE);
    new AuditKeyRotation(log, alone).rotate(NOW);
    new AuditLog(log, alone).append(NOW, "ana", "show", "a-9", MANDATE);

    assertThat(said).matches("lost=sha256:[0-9a-f]{64} to=sha256:[0-9a-f]{64}");
    assertThat(Files.readAllLines(log))
        .filteredOn(line -> line.contains("keys replaced audit"))
        .singleElement(as(STRING))
        .contains(said, "\"user\":\"ana\"");
    assertThat(new AuditTrail(log, alone.heads(), alone.publicKey()).verify().problems()).isEmpty();
    assertThat(problems(seal.publicKey())).as("the witness wasn't told").isNotEmpty();
    assertThat(seal.heads().resolveSibling("heads.jsonl.lost-1")).hasBinaryContent(heads);
    assertThat(seal.heads().resolveSibling("handovers.jsonl.lost-1")).exists();
    assertThat(seal.key().resolveSibling("key.pem.pub.lost-1")).exists();
  }

  @Test
  void aLineThatWasChangedBeforeTheKeyWasLostIsStillFound() throws Exception {
    Files.delete(seal.key());
    AuditSeal alone = new AuditSeal(seal.key(), seal.heads());
    new AuditKeyRotation(log, alone).replaceLost(NOW, "ana");
    new AuditLog(log, alone).append(NOW, "ana", "show", "a-8", MANDATE);

    Files.writeString(log, Files.readString(log).replace("a-1", "a-7"));

    assertThat(new AuditTrail(log, alone.heads(), alone.publicKey()).verify().problems())
        .isNotEmpty();
  }

  @Test
  void aReplacementThatWasKilledIsDoneAgainAndSaysWhichKeyWasLost() throws Exception {
    String lost = AuditKey.fingerprint(AuditKey.readPublic(seal.publicKey()));
    Files.delete(seal.key());
    AuditSeal alone = new AuditSeal(seal.key(), seal.heads());
    new AuditKeyRotation(log, alone).replaceLost(NOW, "ana");
    Files.delete(seal.key()); // its private half is what comes last
    assertThatThrownBy(() -> new AuditLog(log, alone).append(NOW, "eva", "show", "a", MANDATE))
        .isInstanceOf(UserError.class);

    String said = new AuditKeyRotation(log, alone).replaceLost(NOW, "ana");
    new AuditLog(log, alone).append(NOW, "eva", "show", "a-8", MANDATE);

    assertThat(said).startsWith("lost=" + lost);
    assertThat(Files.readString(log)).containsOnlyOnce("keys replaced audit").contains(said);
    assertThat(new AuditTrail(log, alone.heads(), alone.publicKey()).verify().problems()).isEmpty();
  }

  @Test
  void oneThatIsThereIsNotReplaced() throws Exception {
    byte[] key = Files.readAllBytes(seal.key());

    assertThatThrownBy(() -> new AuditKeyRotation(log, seal).replaceLost(NOW, "ana"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("must be lost");

    assertThat(seal.key()).hasBinaryContent(key);
  }

  @Test
  void aHandoverThatWasForgedOrTakenAwayIsFound() throws Exception {
    rotate();
    append(1);
    Path file = AuditKeys.file(seal.heads());
    String whole = Files.readString(file);
    ObjectMapper json = new ObjectMapper();
    KeyHandover good = json.readValue(whole, KeyHandover.class);
    for (KeyHandover bad :
        List.of(
            new KeyHandover(
                good.at(),
                1,
                good.hash(),
                good.from(),
                good.to(),
                good.signature(),
                good.accepted()),
            new KeyHandover(
                good.at(),
                good.bytes(),
                good.hash(),
                good.from(),
                good.to(),
                good.accepted(),
                good.accepted()))) {
      Files.writeString(file, json.writeValueAsString(bad) + "\n");
      assertThat(problems(first)).isNotEmpty();
      assertThat(problems(seal.publicKey())).isNotEmpty();
    }
    Files.delete(file);
    assertThat(problems(first)).isNotEmpty();
    assertThat(problems(seal.publicKey())).isNotEmpty();
    Files.writeString(file, whole);
    assertThat(problems(first)).isEmpty();
  }

  @Test
  void whatAKillLeftOfTheNextKeyHasNoEffect() throws Exception {
    AuditKey.make(new KeyPairFiles(seal.key()).next().key());
    append(1);
    assertThat(problems(first)).isEmpty();
    rotate();
    append(1);
    assertThat(problems(first)).isEmpty();
  }

  private void rotate() throws IOException {
    new AuditKeyRotation(log, seal).rotate(NOW.plusSeconds(lines));
  }

  private void append(int count) {
    AuditLog written = new AuditLog(log, seal);
    for (int i = 0; i < count; i++) {
      written.append(NOW.plusSeconds(lines), "ana", "show", "a-" + lines++, MANDATE);
    }
  }

  private List<String> problems(Path key) throws IOException {
    return new AuditTrail(log, seal.heads(), key, seal.witnesses()).verify(NOW).problems();
  }

  private static SignedHead head(AuditSeal of) throws Exception {
    AuditHead last =
        new ObjectMapper().readValue(Files.readAllLines(of.heads()).getLast(), AuditHead.class);
    return new SignedHead(AuditKey.text(AuditKey.readPublic(of.publicKey())), last);
  }

  private Witnesses told() {
    return new Witnesses(
        List.of(AuditWitness.at("elsewhere", folder)),
        Duration.ofHours(1),
        folder.resolve("state"));
  }
}
