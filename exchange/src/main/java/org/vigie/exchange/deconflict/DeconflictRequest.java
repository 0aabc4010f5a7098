package org.vigie.exchange.deconflict;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.vigie.exchange.bag.SignerKey;
import org.vigie.exchange.bag.SigningKey;
import org.vigie.files.failure.UserError;

/**
 * One agency's question whether another one holds some contacts, which it doesn't show.
 *
 * @param id 32 hexadecimal digits, drawn at random
 * @param signer the key of who asks, which says who that is
 * @param terms on what terms it asks
 * @param elements blinded contacts, 33 bytes each
 * @param hash {@code sha256:} of what was signed
 */
public record DeconflictRequest(
    String id, SignerKey signer, AskedTerms terms, byte[] elements, String hash) {
  static final String KIND = "request";

  static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  /** A reference, not a text: a person reads it before they grant an answer. */
  private static final Pattern MANDATE = Pattern.compile("[A-Za-z0-9._/:-]{1,128}");

  /** Header and signature are some 1,000 bytes; what an agency calls itself may be long. */
  private static final int LARGEST_HEAD = 1 << 14;

  /** Returns the number of elements, those that fill up among them. */
  public int count() {
    return elements.length / P256.ELEMENT;
  }

  /**
   * Requires that each element is a point of the curve, as those of every honest request are.
   *
   * @throws UserError if one is none
   */
  public void requirePoints() {
    Batches.map(count(), (from, to) -> points(from, to).count());
  }

  /** Returns some of the elements as points. */
  AffinePoints points(int from, int to) {
    try {
      return AffinePoints.decode(elements, from, to);
    } catch (IllegalArgumentException e) {
      throw UserError.ofInput("a request must have points of P-256 as elements, but one is none");
    }
  }

  /** Returns the most bytes that a request about so many elements has. */
  public static long longest(int elements) {
    return (long) elements * P256.ELEMENT + LARGEST_HEAD;
  }

  /** Returns a signed request. */
  static SignedFile.Written write(String id, AskedTerms terms, byte[] elements, SigningKey key) {
    ObjectNode header = SignedFile.emptyHeader();
    header.put("id", id);
    header.put("suite", "P256-SHA256, VOPRF, RFC 9497");
    header.put("from", terms.from());
    header.put("to", terms.to());
    header.put("mandate", terms.mandate());
    header.put("made", terms.made().toString());
    header.put("expires", terms.expires().toString());
    header.put("count", elements.length / P256.ELEMENT);
    return SignedFile.sign(KIND, header, elements, key);
  }

  /**
   * Reads a request whose own signature holds.
   *
   * @throws UserError if it is none, or was changed
   */
  public static DeconflictRequest read(Path file) throws IOException {
    SignedFile signed = SignedFile.read(file, KIND);
    try {
      String id = signed.text("id");
      if (!ID.matcher(id).matches()) {
        throw new IllegalArgumentException("its id must be 32 hexadecimal digits, but isn't");
      }
      if (!MANDATE.matcher(signed.text("mandate")).matches()) {
        throw new IllegalArgumentException(
            "its mandate must be a reference of at most 128 letters, digits and signs, but isn't");
      }
      int count = signed.number("count");
      if (!SetSize.isOne(count) || signed.body().length != count * P256.ELEMENT) {
        throw new IllegalArgumentException(
            "its elements must be a power of two from 64 on, as many as it says, but aren't");
      }
      return new DeconflictRequest(
          id,
          signed.signer(),
          new AskedTerms(
              signed.text("from"),
              signed.text("to"),
              signed.text("mandate"),
              Instant.parse(signed.text("made")),
              Instant.parse(signed.text("expires"))),
          signed.body(),
          signed.hash());
    } catch (IllegalArgumentException | DateTimeException e) {
      throw UserError.ofInput(file + " must be a request that can be answered: " + e.getMessage());
    }
  }
}
