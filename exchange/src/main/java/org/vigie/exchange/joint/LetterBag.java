package org.vigie.exchange.joint;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.bag.Bag;
import org.vigie.exchange.bag.BagCheck;
import org.vigie.exchange.bag.SigningKey;
import org.vigie.files.failure.UserError;

/**
 * A letter in a signed bag, as an evidence package is one: {@code data/letter.json}, the
 * certificate to which the other side may encrypt, and of an answer the evidence package as it is.
 *
 * @param letter what it says
 * @param signer fingerprint of the key whose signature holds
 * @param folder the bag
 */
public record LetterBag(Letter letter, String signer, Path folder) {
  private static final String LETTER = "letter.json";
  private static final String READER = "reader.pem";
  private static final String PACKAGE = "package";
  private static final long LARGEST_LETTER = 1 << 20;

  /**
   * Writes one to a folder that is empty or not there yet.
   *
   * @param reader our certificate
   * @param evidence folder of the evidence package; null if there is none
   */
  public static void write(
      Letter letter, Path reader, @Nullable Path evidence, SigningKey key, Path folder)
      throws IOException {
    Bag bag = new Bag(folder);
    Files.writeString(bag.payload(LETTER), LetterJson.write(letter));
    Files.copy(reader, bag.payload(READER));
    if (evidence != null) {
      copy(evidence, bag);
    }
    bag.seal(
        List.of(
            Map.entry("Source-Organization", letter.mandate().authority()),
            Map.entry("External-Identifier", letter.heading().id()),
            Map.entry(
                "External-Description",
                "Letter about a joint case: " + letter.heading().kind().label()),
            Map.entry("Handling", "TLP:" + letter.marking().label().toUpperCase(Locale.ROOT)),
            Map.entry("Keep-Until", letter.keepUntil().toString()),
            Map.entry("Mandate", letter.mandate().id())),
        key);
  }

  private static void copy(Path evidence, Bag bag) throws IOException {
    try (Stream<Path> walk = Files.walk(evidence)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        String name = evidence.relativize(file).toString().replace('\\', '/');
        Files.copy(file, bag.payload(PACKAGE + "/" + name));
      }
    }
  }

  /**
   * Reads one whose own signature holds; whether its signer is to be believed is for the caller to
   * say.
   *
   * @throws UserError if it was changed, or is none
   */
  public static LetterBag read(Path folder) throws IOException {
    BagCheck.Result result = BagCheck.check(folder, "");
    if (!result.problems().isEmpty()) {
      throw UserError.ofInput(
          "a letter must be as its signer wrote it, but in this one "
              + result.problems().getFirst());
    }
    Path file = folder.resolve("data").resolve(LETTER);
    if (!Files.isRegularFile(file)
        || Files.size(file) > LARGEST_LETTER
        || !Files.isRegularFile(folder.resolve("data").resolve(READER))) {
      throw UserError.ofInput(
          "a letter must hold data/letter.json and data/reader.pem, but this one doesn't");
    }
    try {
      LetterBag read =
          new LetterBag(LetterJson.read(Files.readString(file)), result.fingerprint(), folder);
      if (read.hasEvidence() != (read.letter.heading().kind() == Letter.Kind.ANSWER)) {
        throw new IllegalArgumentException("an answer, and it alone, must hold a package");
      }
      return read;
    } catch (CharacterCodingException e) {
      throw UserError.ofInput("a letter must be one of Vigie's, but: it must be UTF-8, but isn't");
    } catch (IllegalArgumentException | DateTimeException e) {
      throw UserError.ofInput("a letter must be one of Vigie's, but: " + e.getMessage());
    }
  }

  /** Returns the certificate to which the sender lets encrypt. */
  public Path reader() {
    return folder.resolve("data").resolve(READER);
  }

  /** Returns the evidence package of an answer. */
  public Path evidence() {
    return folder.resolve("data").resolve(PACKAGE);
  }

  private boolean hasEvidence() {
    return Files.isDirectory(evidence());
  }
}
