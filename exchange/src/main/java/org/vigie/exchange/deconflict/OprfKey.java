package org.vigie.exchange.deconflict;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import org.bouncycastle.math.ec.ECPoint;

/** The key of the answering side: {@code BlindEvaluate} and {@code Evaluate} (RFC 9497, 3.3.2). */
final class OprfKey {
  private final OprfSuite suite;
  private final BigInteger secret;
  private final ECPoint publicKey;

  OprfKey(OprfSuite suite, BigInteger secret) {
    if (secret.signum() <= 0 || secret.compareTo(P256.ORDER) >= 0) {
      throw new IllegalArgumentException(
          "a key must be a scalar between 1 and the order of the group, but isn't");
    }
    this.suite = suite;
    this.secret = secret;
    this.publicKey = P256.ofGenerator(secret);
  }

  /** Makes a key that nobody had before. */
  static OprfKey fresh(OprfSuite suite, SecureRandom random) {
    return new OprfKey(suite, P256.randomScalar(random));
  }

  ECPoint publicKey() {
    return publicKey;
  }

  /** Returns blinded elements times the key. */
  AffinePoints evaluate(AffinePoints blinded) {
    return blinded.times(secret);
  }

  /** Returns the proof that this key made all of what {@link #evaluate} returned. */
  OprfProof prove(AffinePoints blinded, AffinePoints evaluated, BigInteger nonce) {
    return OprfProof.of(secret, publicKey, blinded, evaluated, nonce);
  }

  /** Returns the outputs of inputs that are known here. */
  byte[][] outputs(List<byte[]> inputs) {
    return OprfSuite.outputs(inputs, HashToCurve.points(inputs, suite.tagOfGroup()).times(secret));
  }
}
