package org.vigie.exchange.deconflict;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.vigie.files.digest.Sha256;

/**
 * The ciphersuite P256-SHA256 (RFC 9497, 4.3) in one of its modes.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9497">RFC 9497</a>
 */
enum OprfSuite {
  /** An answer that is to be believed. */
  OPRF(0),
  /** An answer with a proof that one key made all of it. */
  VOPRF(1);

  private static final byte[] FINALIZE = ascii("Finalize");

  private final byte[] context;
  private final byte[] toGroup;
  private final byte[] toScalar;

  OprfSuite(int mode) {
    // createContextString of 3.1
    context = joined(ascii("OPRFV1-"), new byte[] {(byte) mode}, ascii("-P256-SHA256"));
    toGroup = tag("HashToGroup-");
    toScalar = tag("HashToScalar-");
  }

  /** Returns the domain separation tag of a use. */
  byte[] tag(String use) {
    return joined(ascii(use), context);
  }

  /** Returns the tag of {@code HashToGroup}. */
  byte[] tagOfGroup() {
    return toGroup.clone();
  }

  /** {@code HashToScalar}. */
  BigInteger scalar(byte[] message) {
    return HashToField.numbers(message, toScalar, P256.ORDER, 1)[0];
  }

  /** {@code DeriveKeyPair} (3.2.1): the private key of a seed of 32 bytes. */
  BigInteger deriveKey(byte[] seed, byte[] info) {
    byte[] input = joined(seed, withLength(info));
    byte[] tag = tag("DeriveKeyPair");
    for (int counter = 0; counter < 256; counter++) {
      byte[] message = joined(input, new byte[] {(byte) counter});
      BigInteger key = HashToField.numbers(message, tag, P256.ORDER, 1)[0];
      if (key.signum() != 0) {
        return key;
      }
    }
    throw new IllegalStateException("one of 256 scalars must not be 0, but all are");
  }

  /** The last step of {@code Finalize} and {@code Evaluate} (3.3.1): 32 bytes for each input. */
  static byte[][] outputs(List<byte[]> inputs, AffinePoints elements) {
    byte[] encoded = elements.encode();
    byte[][] outputs = new byte[inputs.size()][];
    MessageDigest sha = Sha256.digester();
    for (int i = 0; i < outputs.length; i++) {
      sha.update(withLength(inputs.get(i)));
      sha.update(number(P256.ELEMENT));
      sha.update(encoded, i * P256.ELEMENT, P256.ELEMENT);
      outputs[i] = sha.digest(FINALIZE);
    }
    return outputs;
  }

  /** Returns some bytes behind their length in two bytes. */
  static byte[] withLength(byte[] bytes) {
    if (bytes.length > 0xFFFF) {
      throw new IllegalArgumentException(
          "at most 65535 bytes have a length of two bytes, but these are " + bytes.length);
    }
    return joined(number(bytes.length), bytes);
  }

  /** Returns a number in two bytes. */
  static byte[] number(int number) {
    return new byte[] {(byte) (number >> 8), (byte) number};
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
