package org.vigie.exchange.deconflict;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.math.ec.ECPoint;
import org.vigie.files.digest.Sha256;

/**
 * The proof that one key, whose public half is known, evaluated all elements of a batch: that two
 * discrete logarithms are equal (RFC 9497, 2.2).
 *
 * @param challenge its {@code c}
 * @param response its {@code s}
 */
record OprfProof(BigInteger challenge, BigInteger response) {
  /** Length in bytes. */
  static final int LENGTH = 2 * P256.SCALAR;

  /** The most elements of a batch, whose number goes in as two bytes. */
  static final int MOST = 0xFFFF;

  private static final OprfSuite SUITE = OprfSuite.VOPRF;
  private static final byte[] COMPOSITE = OprfSuite.ascii("Composite");

  /**
   * Makes the proof of a batch; {@code GenerateProof}.
   *
   * @param blinded what was asked for
   * @param evaluated each times the key
   * @param nonce a random scalar, never used before
   */
  static OprfProof of(
      BigInteger key,
      ECPoint publicKey,
      AffinePoints blinded,
      AffinePoints evaluated,
      BigInteger nonce) {
    BigInteger[] weights = weights(publicKey, blinded, evaluated);
    ECPoint asked = WeightedSum.of(blinded, weights).normalize();
    ECPoint answered = asked.multiply(key).normalize();
    BigInteger challenge =
        challenge(
            publicKey, asked, answered, P256.ofGenerator(nonce), asked.multiply(nonce).normalize());
    return new OprfProof(challenge, nonce.subtract(challenge.multiply(key)).mod(P256.ORDER));
  }

  /** Returns whether this is the proof of a batch; {@code VerifyProof}. */
  boolean holds(ECPoint publicKey, AffinePoints blinded, AffinePoints evaluated) {
    BigInteger[] weights = weights(publicKey, blinded, evaluated);
    ECPoint asked = WeightedSum.of(blinded, weights).normalize();
    ECPoint answered = WeightedSum.of(evaluated, weights).normalize();
    ECPoint one = P256.GENERATOR.multiply(response).add(publicKey.multiply(challenge)).normalize();
    ECPoint other = asked.multiply(response).add(answered.multiply(challenge)).normalize();
    if (asked.isInfinity() || answered.isInfinity() || one.isInfinity() || other.isInfinity()) {
      return false;
    }
    return challenge.equals(challenge(publicKey, asked, answered, one, other));
  }

  byte[] bytes() {
    return OprfSuite.joined(P256.encode(challenge), P256.encode(response));
  }

  /**
   * Reads a proof.
   *
   * @throws IllegalArgumentException if the bytes are none
   */
  static OprfProof read(byte[] bytes) {
    return new OprfProof(
        P256.decodeScalar(Arrays.copyOfRange(bytes, 0, P256.SCALAR)),
        P256.decodeScalar(Arrays.copyOfRange(bytes, P256.SCALAR, bytes.length)));
  }

  /** The weights of {@code ComputeComposites}. */
  private static BigInteger[] weights(
      ECPoint publicKey, AffinePoints blinded, AffinePoints evaluated) {
    if (blinded.count() != evaluated.count() || blinded.count() > MOST) {
      throw new IllegalArgumentException(
          "a batch must have at most %d elements, each with its answer, but has %d and %d"
              .formatted(MOST, blinded.count(), evaluated.count()));
    }
    MessageDigest sha = Sha256.digester();
    sha.update(OprfSuite.withLength(P256.encode(publicKey)));
    byte[] seed = OprfSuite.withLength(sha.digest(OprfSuite.withLength(SUITE.tag("Seed-"))));
    byte[] asked = blinded.encode();
    byte[] answered = evaluated.encode();
    BigInteger[] weights = new BigInteger[blinded.count()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] =
          SUITE.scalar(
              OprfSuite.joined(
                  seed,
                  OprfSuite.number(i),
                  OprfSuite.withLength(element(asked, i)),
                  OprfSuite.withLength(element(answered, i)),
                  COMPOSITE));
    }
    return weights;
  }

  private static byte[] element(byte[] elements, int at) {
    return Arrays.copyOfRange(elements, at * P256.ELEMENT, (at + 1) * P256.ELEMENT);
  }

  private static BigInteger challenge(ECPoint... points) {
    List<byte[]> parts =
        Arrays.stream(points).map(point -> OprfSuite.withLength(P256.encode(point))).toList();
    return SUITE.scalar(
        OprfSuite.joined(
            OprfSuite.joined(parts.toArray(byte[][]::new)), OprfSuite.ascii("Challenge")));
  }
}
