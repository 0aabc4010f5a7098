package org.vigie.casework.mandate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Mandate;

/** What a lost key signed still holds the lines of its time, for whoever took its place too. */
class LostHeadsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Mandate MANDATE =
      new Mandate("a", "b", "c", "d", "e", Instant.parse("2027-01-01T00:00:00Z"));
  private static final int BEFORE = 4;

  @TempDir Path folder;
  private Path log;
  private AuditSeal seal;
  private String lost = "";

  @BeforeEach
  void loseAKey() throws Exception {
    log = folder.resolve("audit/audit.jsonl");
    seal = new AuditSeal(folder.resolve("audit/key.pem"), folder.resolve("audit/heads.jsonl"));
    append(log, seal, "a", 1);
    new AuditKeyRotation(log, seal).rotate(NOW);
    append(log, seal, "a", BEFORE - 1);
    lost = AuditKey.fingerprint(AuditKey.readPublic(seal.publicKey()));
    replaceLost();
  }

  @Test
  void aWholeLogHoldsAgainstHeadsOfEachLostKey() throws Exception {
    replaceLost();
    new AuditKeyRotation(log, seal).rotate(NOW);
    append(log, seal, "c", 1);

    assertThat(aside("heads.jsonl.lost-2")).exists();
    assertThat(verify().problems()).isEmpty();
    assertThat(verify().notes())
        .as("each former key is to be compared with one kept elsewhere")
        .containsExactly(replaced(lost), replaced(fingerprint("key.pem.pub.lost-2")));
  }

  /** Whoever holds the new key may say nothing of a former one: a witness alone knows better. */
  @Test
  void findsNothingInALogWrittenAnewAsIfNoKeyHadBeenLost() throws Exception {
    Path forged = folder.resolve("forged/audit.jsonl");
    AuditSeal signing = new AuditSeal(seal.key(), folder.resolve("forged/heads.jsonl"));
    append(forged, signing, "z", BEFORE);
    move(forged, log);
    move(signing.heads(), seal.heads());
    for (String name : List.of("heads.jsonl.lost-1", "key.pem.pub.lost-1")) {
      Files.delete(aside(name));
    }

    assertThat(verify().problems()).isEmpty();
    assertThat(verify().notes()).isEmpty();
    assertThat(verify().isWitnessed()).isFalse();
  }

  @Test
  void findsWhatTheHolderOfTheNewKeyWroteAnewFromBeforeIt() throws Exception {
    writeAnew("z", BEFORE);

    assertThat(verify().problems())
        .hasSize(BEFORE)
        .first()
        .asString()
        .startsWith("line 1 must be the one signed at");
  }

  @Test
  void findsThatLinesFromBeforeWereCut() throws Exception {
    writeAnew("a", 0);

    assertThat(verify().problems()).last().asString().endsWith("its tail was cut");
  }

  @Test
  void findsAHeadThatWasChanged() throws Exception {
    Path heads = aside("heads.jsonl.lost-1");
    Files.writeString(heads, Files.readString(heads).replaceFirst("\"bytes\":", "\"bytes\":1"));

    assertThat(verify().problems())
        .containsExactly(
            "head 1 of heads.jsonl.lost-1 must be signed by the lost key and later than the one"
                + " before");
  }

  @Test
  void findsHeadsThatTheLostKeyDidNotSign() throws Exception {
    AuditSeal other = new AuditSeal(folder.resolve("b/key.pem"), folder.resolve("b/heads.jsonl"));
    append(folder.resolve("b/audit.jsonl"), other, "z", BEFORE);
    move(other.heads(), aside("heads.jsonl.lost-1"));

    assertThat(verify().problems())
        .containsExactly(
            "heads.jsonl.lost-1 must be signed by a key that the log says was lost, but isn't");
    assertThat(verify().notes()).hasSize(2).first().isEqualTo(replaced(lost));

    move(other.publicKey(), aside("key.pem.pub.lost-2"));
    assertThat(verify().problems())
        .as("a key that is put beside it")
        .contains(
            "heads.jsonl.lost-1 must be signed by a key that the log says was lost, but isn't");
  }

  @Test
  void saysWhatItCantKnowWithoutTheHeads() throws Exception {
    Files.delete(aside("heads.jsonl.lost-1"));

    assertThat(verify().problems()).isEmpty();
    assertThat(verify().notes())
        .containsExactly(
            replaced(lost),
            "no heads are here that the lost key %s signed: only their chain of hashes stands for"
                    .formatted(lost)
                + " the lines of its time");
  }

  @Test
  void saysWhatItCantKnowWithoutTheLostKeysPublicHalf() throws Exception {
    Files.delete(aside("key.pem.pub.lost-1"));

    assertThat(verify().problems()).isEmpty();
    assertThat(verify().notes())
        .containsExactly(
            replaced(lost),
            "the public half of the lost key %s isn't here, so what it signed can't be verified"
                .formatted(lost));
  }

  @Test
  void saysThatNobodyKnowsWhichKeyWasLost() throws Exception {
    Files.delete(seal.publicKey());
    replaceLost();

    assertThat(verify().problems()).isEmpty();
    assertThat(verify().notes())
        .containsExactly(
            replaced(lost),
            "the log doesn't say which key was lost, so what it signed can't be verified");
  }

  @Test
  void aReplacementThatTheLogIsYetToSayIsKnown() throws Exception {
    String now = fingerprint("key.pem.pub");
    Files.delete(seal.key());
    new AuditKeyRotation(log, seal).replaceLost(NOW, "ana"); // killed before its line

    assertThat(verify().notes()).containsExactlyInAnyOrder(replaced(lost), replaced(now));
    assertThat(Files.readString(log)).doesNotContain("lost=" + now);
    assertThat(verify().problems())
        .as("no head of the new key stands for the lines yet")
        .containsExactly("all but the last line must be signed for, but the last 6 aren't");
  }

  /** Whoever keeps copies elsewhere may have kept those alone that signed last. */
  @Test
  void looksAtWhatWasSetAsideThoughCopiesOfHeadsAndKeyAreVerified() throws Exception {
    Path kept = Files.createDirectories(folder.resolve("kept"));
    for (Path file : List.of(seal.heads(), seal.publicKey())) {
      Files.copy(file, kept.resolve(file.getFileName()));
    }
    AuditTrail copies =
        new AuditTrail(log, kept.resolve("heads.jsonl"), kept.resolve("key.pem.pub"));

    assertThat(copies.verify(NOW, seal).problems()).isEmpty();
    assertThat(copies.verify(NOW, seal).notes()).containsExactly(replaced(lost));

    Path heads = aside("heads.jsonl.lost-1");
    Files.copy(heads, kept.resolve("heads.jsonl.lost-1"));
    assertThat(copies.verify(NOW, seal).problems()).as("the same once more").isEmpty();
    Files.writeString(heads, Files.readString(heads).replaceFirst("\"bytes\":", "\"bytes\":1"));
    assertThat(copies.verify(NOW, seal).problems())
        .containsExactly(
            "head 1 of heads.jsonl.lost-1 must be signed by the lost key and later than the one"
                + " before");
  }

  private void replaceLost() throws IOException {
    Files.delete(seal.key());
    new AuditKeyRotation(log, seal).replaceLost(NOW, "ana");
    append(log, seal, "b", 1);
  }

  /** Writes another past with all that is here but the lost key. */
  private void writeAnew(String about, int lines) throws Exception {
    Path forged = folder.resolve("forged/audit.jsonl");
    AuditSeal signing = new AuditSeal(seal.key(), folder.resolve("forged/heads.jsonl"));
    append(forged, signing, about, lines);
    String replacing = AuditKey.fingerprint(AuditKey.readPublic(seal.publicKey()));
    Files.createDirectories(forged.getParent());
    LogNote.ofReplacedKey(NOW, "ana", lost, replacing).leaveBeside(forged);
    append(forged, signing, "b", 1);
    move(forged, log);
    move(signing.heads(), seal.heads());
  }

  private static void append(Path log, AuditSeal seal, String about, int count) {
    for (int i = 0; i < count; i++) {
      new AuditLog(log, seal).append(NOW.plusSeconds(i), "ana", "show", about + "-" + i, MANDATE);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String replaced(String key) {
    return "the key %s was lost and replaced: compare this fingerprint with one kept elsewhere,"
            .formatted(key)
        + " since whoever holds the new key can name any";
  }

  private String fingerprint(String name) throws Exception {
    return AuditKey.fingerprint(AuditKey.readPublic(aside(name)));
  }

  private Path aside(String name) {
    return seal.heads().resolveSibling(name);
  }

  private AuditReport verify() throws IOException {
    return new AuditTrail(log, seal.heads(), seal.publicKey()).verify(NOW);
  }
}
