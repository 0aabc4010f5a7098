package org.vigie.exchange.deconflict;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECMultiplier;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/**
 * The group of points of the curve P-256 as RFC 9497, 2.1 and 4.3, needs it: elements of 33 bytes
 * (SEC 1, 2.3.3, compressed), scalars of 32 bytes, big end first.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9497">RFC 9497</a>
 */
final class P256 {
  /** Length of an element in bytes. */
  static final int ELEMENT = 33;

  /** Length of a scalar in bytes. */
  static final int SCALAR = 32;

  static final ECCurve CURVE;
  static final ECPoint GENERATOR;
  static final BigInteger ORDER;

  private static final ECMultiplier FIXED = new FixedPointCombMultiplier();

  static {
    X9ECParameters parameters = CustomNamedCurves.getByName("secp256r1");
    CURVE = parameters.getCurve();
    GENERATOR = parameters.getG();
    ORDER = parameters.getN();
  }

  private P256() {}

  /** Returns a scalar between 1 and the order less one, each as likely as any other. */
  static BigInteger randomScalar(SecureRandom random) {
    return BigIntegers.createRandomInRange(BigInteger.ONE, ORDER.subtract(BigInteger.ONE), random);
  }

  /** Returns a multiple of the generator. */
  static ECPoint ofGenerator(BigInteger scalar) {
    return FIXED.multiply(GENERATOR, scalar).normalize();
  }

  /** Returns the bytes of a point other than the identity. */
  static byte[] encode(ECPoint point) {
    if (point.isInfinity()) {
      throw new IllegalArgumentException("an element must not be the identity, but is");
    }
    return point.getEncoded(true);
  }

  /**
   * Returns the point that some bytes stand for.
   *
   * @throws IllegalArgumentException if they stand for none, or for the identity
   */
  static ECPoint decode(byte[] bytes) {
    if (bytes.length != ELEMENT || (bytes[0] != 2 && bytes[0] != 3)) {
      throw new IllegalArgumentException(
          "an element must be a compressed point of 33 bytes, but isn't");
    }
    return CURVE.decodePoint(bytes);
  }

  /** Returns the bytes of a scalar. */
  static byte[] encode(BigInteger scalar) {
    return BigIntegers.asUnsignedByteArray(SCALAR, scalar);
  }

  /**
   * Returns the scalar that some bytes stand for.
   *
   * @throws IllegalArgumentException if they stand for none below the order
   */
  static BigInteger decodeScalar(byte[] bytes) {
    BigInteger scalar = new BigInteger(1, bytes);
    if (bytes.length != SCALAR || scalar.compareTo(ORDER) >= 0) {
      throw new IllegalArgumentException(
          "a scalar must be 32 bytes below the order of the group, but isn't");
    }
    return scalar;
  }

  /**
   * Returns the inverses of scalars other than 0, by one inversion and three products each
   * (Montgomery's trick).
   */
  static BigInteger[] invert(List<BigInteger> scalars) {
    BigInteger[] inverses = new BigInteger[scalars.size()];
    BigInteger product = BigInteger.ONE;
    for (int i = 0; i < inverses.length; i++) {
      inverses[i] = product;
      product = product.multiply(scalars.get(i)).mod(ORDER);
    }
    BigInteger inverse = BigIntegers.modOddInverse(ORDER, product);
    for (int i = inverses.length - 1; i >= 0; i--) {
      inverses[i] = inverses[i].multiply(inverse).mod(ORDER);
      inverse = inverse.multiply(scalars.get(i)).mod(ORDER);
    }
    return inverses;
  }
}
