package org.vigie.exchange.deconflict;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import org.vigie.exchange.bag.SignerKey;
import org.vigie.exchange.bag.SigningKey;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.UserError;

/**
 * A file that one agency sends to another: a line that names its kind, a header as one line of
 * JSON, a line with the signature over both, and bytes whose hash the header holds.
 *
 * @param header what it says of itself, with the signer's key
 * @param signer whose signature holds
 * @param body the bytes behind
 * @param hash {@code sha256:} of the lines that are signed, and so of all
 */
record SignedFile(ObjectNode header, SignerKey signer, byte[] body, String hash) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MAGIC = "vigie-deconflict-1 ";
  private static final int LONGEST_LINE = 1 << 18;

  /** The most bytes that are read: the largest set that is allowed, three times over. */
  private static final long LARGEST = 3L * SetSize.MOST * P256.ELEMENT;

  static ObjectNode emptyHeader() {
    return JSON.createObjectNode();
  }

  /**
   * A file about to be sent.
   *
   * @param bytes all of it
   * @param hash {@code sha256:} of the lines that are signed
   */
  record Written(byte[] bytes, String hash) {}

  /** Returns a file that a key signs. */
  static Written sign(String kind, ObjectNode header, byte[] body, SigningKey key) {
    ObjectNode whole = header.deepCopy();
    whole.put("key", key.signer().pem());
    whole.put("body", Sha256.of(body));
    byte[] signed = lines(kind, whole.toString());
    byte[] signature = Base64.getEncoder().encode(key.sign(signed));
    return new Written(
        OprfSuite.joined(signed, signature, new byte[] {'\n'}, body), Sha256.of(signed));
  }

  /**
   * Reads a file and holds it against its own signature; whether its signer is to be believed is
   * for the caller to say.
   *
   * @param kind which kind it must be
   * @throws UserError if it is another one, or was changed
   */
  static SignedFile read(Path file, String kind) throws IOException {
    if (!Files.exists(file)) {
      throw UserError.ofInput(file + " must be a file of deconfliction, but there is none");
    }
    if (Files.size(file) > LARGEST) {
      throw UserError.ofInput(
          "%s must have at most %d bytes, but has more".formatted(file, LARGEST));
    }
    return new Reader(file, kind, Files.readAllBytes(file)).read();
  }

  String text(String key) {
    JsonNode node = header.path(key);
    if (!node.isTextual()) {
      throw new IllegalArgumentException("its header must have the text " + key + ", but hasn't");
    }
    return node.textValue();
  }

  int number(String key) {
    JsonNode node = header.path(key);
    if (!node.isInt() || node.intValue() < 0) {
      throw new IllegalArgumentException("its header must have the number " + key + ", but hasn't");
    }
    return node.intValue();
  }

  private static byte[] lines(String kind, String header) {
    return (MAGIC + kind + "\n" + header + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** One reading of a file. */
  private static final class Reader {
    private final Path file;
    private final String kind;
    private final byte[] bytes;
    private int at;

    Reader(Path file, String kind, byte[] bytes) {
      this.file = file;
      this.kind = kind;
      this.bytes = bytes;
    }

    SignedFile read() {
      if (!line().equals(MAGIC + kind)) {
        throw UserError.ofInput(
            "%s must be %s of deconfliction, version 1, but isn't"
                .formatted(file, kind.equals("answer") ? "an answer" : "a " + kind));
      }
      String header = line();
      String signature = line();
      byte[] body = Arrays.copyOfRange(bytes, at, bytes.length);
      try {
        if (!(JSON.readTree(header) instanceof ObjectNode node)) {
          throw changed("header");
        }
        SignerKey signer = SignerKey.read(node.path("key").asText());
        byte[] signed = lines(kind, header);
        if (!signer.verifies(signed, Base64.getDecoder().decode(signature))) {
          throw changed("header");
        }
        if (!Sha256.of(body).equals(node.path("body").asText())) {
          throw changed("body");
        }
        return new SignedFile(node, signer, body, Sha256.of(signed));
      } catch (JsonProcessingException | GeneralSecurityException | IllegalArgumentException e) {
        throw changed("header");
      }
    }

    private String line() {
      int end = at;
      while (end < bytes.length && end - at < LONGEST_LINE && bytes[end] != '\n') {
        end++;
      }
      String line = new String(bytes, at, end - at, StandardCharsets.UTF_8);
      at = Math.min(bytes.length, end + 1);
      return line;
    }

    private UserError changed(String part) {
      return UserError.ofInput(
          "%s must be as its signer wrote it, but its %s was changed on the way"
              .formatted(file, part));
    }
  }
}
