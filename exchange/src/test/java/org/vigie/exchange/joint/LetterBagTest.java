package org.vigie.exchange.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Mandate;
import org.vigie.exchange.bag.Bag;
import org.vigie.exchange.bag.SigningKey;
import org.vigie.exchange.envelope.ReaderPair;
import org.vigie.exchange.envelope.RecipientKey;
import org.vigie.exchange.envelope.Recipients;
import org.vigie.exchange.envelope.SealedFolder;
import org.vigie.exchange.marking.Tlp;
import org.vigie.files.failure.UserError;

class LetterBagTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String ID = "0123456789abcdef0123456789abcdef";
  private static final String OTHER = "f".repeat(32);
  private static final Mandate MANDATE =
      new Mandate(
          "Unit 3",
          "Act 12, s. 4",
          "labour fraud",
          "2026-117",
          "A. Prosecutor",
          NOW.plusSeconds(60),
          Set.of(Mandate.Permission.PICTURES));

  @TempDir Path folder;
  private SigningKey key;
  private Path reader;

  @BeforeEach
  void makeKeys() throws Exception {
    key = SigningKey.make(folder.resolve("key.pem"));
    reader = folder.resolve("reader.pem");
    ReaderPair.make(folder.resolve("reader.key"), reader, "Unit 3", NOW);
  }

  @Test
  void comesOutOfItsEnvelopeAsItWentIn() throws Exception {
    Letter letter = letter(Letter.Kind.QUESTION, ID, "Who? \u202e\"", List.of("phone:+15550100"));
    Path bag = write(letter, null);
    SealedFolder.write(bag, ID, folder.resolve("sealed"), Recipients.read(List.of(reader), NOW));
    SealedFolder.open(
        folder.resolve("sealed"),
        RecipientKey.read(folder.resolve("reader.key"), reader),
        folder.resolve("opened"));

    LetterBag read = LetterBag.read(folder.resolve("opened"));
    assertThat(read.letter()).isEqualTo(letter);
    assertThat(read.letter().mandate().id()).isEqualTo(MANDATE.id());
    assertThat(read.signer()).isEqualTo(key.signer().fingerprint());
    assertThat(read.reader()).hasSameBinaryContentAs(reader);
  }

  @Test
  void isRefusedOnceAWordOfItWasChanged() throws Exception {
    Path bag = write(letter(Letter.Kind.QUESTION, ID, "Who?", List.of()), null);
    Path file = bag.resolve("data/letter.json");
    Files.writeString(file, Files.readString(file).replace("Who?", "How?"));
    refused(bag, "as its signer wrote it, but in this one data/letter.json");
  }

  @Test
  void holdsAPackageExactlyIfItAnswers() throws Exception {
    Path evidence = Files.createDirectories(folder.resolve("evidence"));
    Files.writeString(evidence.resolve("bagit.txt"), "x");
    refused(write(letter(Letter.Kind.ANSWER, OTHER, "", List.of()), null), "must hold a package");
    refused(
        write(letter(Letter.Kind.QUESTION, ID, "", List.of()), evidence), "must hold a package");
    Path answer = write(letter(Letter.Kind.ANSWER, OTHER, "", List.of()), evidence);
    assertThat(LetterBag.read(answer).evidence().resolve("bagit.txt")).exists();
  }

  @Test
  void refusesWhatIsSignedButNoLetter() throws Exception {
    Map<String, String> wrong =
        Map.of(
            "{}",
            "the text format",
            "no JSON, secret",
            "it must be JSON",
            "{\"format\":\"vigie-letter-2\"}",
            "of format vigie-letter-1",
            json().replace("\"question\"", "\"order\""),
            "but:",
            json().replace(NOW.toString(), "soon"),
            "but:",
            json().replace(ID, "../" + ID.substring(3)),
            "ids of 32 digits",
            json().replace("\"amber\"", "\"purple\""),
            "TLP");
    for (Map.Entry<String, String> each : wrong.entrySet()) {
      Path bag = Files.createTempDirectory(folder, "bag");
      Bag made = new Bag(bag);
      Files.writeString(made.payload("letter.json"), each.getKey());
      Files.copy(reader, made.payload("reader.pem"));
      made.seal(List.of(), key);
      refused(bag, each.getValue());
    }
  }

  @Test
  void refusesWhatIsSignedButNotUtf8() throws Exception {
    Path bag = Files.createTempDirectory(folder, "bag");
    Bag made = new Bag(bag);
    Files.write(made.payload("letter.json"), new byte[] {'{', (byte) 0xff, '}'});
    Files.copy(reader, made.payload("reader.pem"));
    made.seal(List.of(), key);

    refused(bag, "it must be UTF-8");
  }

  @Test
  void isNoLongerThanAPersonReads() {
    assertThatThrownBy(() -> letter(Letter.Kind.QUESTION, ID, "x".repeat(4_001), List.of()))
        .hasMessageContaining("at most 4000 characters");
    List<String> many = Collections.nCopies(501, "phone:+15550100");
    assertThatThrownBy(() -> letter(Letter.Kind.QUESTION, ID, "x", many))
        .hasMessageContaining("at most 500 contacts");
    assertThatThrownBy(() -> letter(Letter.Kind.WITHDRAWAL, ID, "x", List.of()))
        .hasMessageContaining("another letter that it is about");
  }

  private static void refused(Path bag, String why) {
    assertThatThrownBy(() -> LetterBag.read(bag))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining("secret");
  }

  private static String json() {
    return LetterJson.write(letter(Letter.Kind.QUESTION, ID, "Who?", List.of()));
  }

  private Path write(Letter letter, @Nullable Path evidence) throws Exception {
    Path bag = Files.createTempDirectory(folder, "bag");
    LetterBag.write(letter, reader, evidence, key, bag);
    return bag;
  }

  private static Letter letter(Letter.Kind kind, String about, String text, List<String> contacts) {
    return new Letter(
        new Letter.Heading(kind, ID, about),
        "a".repeat(64),
        MANDATE,
        text,
        contacts,
        Tlp.AMBER,
        NOW,
        LocalDate.parse("2026-04-01"));
  }
}
