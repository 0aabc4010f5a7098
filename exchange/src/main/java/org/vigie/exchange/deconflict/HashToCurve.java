package org.vigie.exchange.deconflict;

import java.math.BigInteger;
import java.util.List;
import org.bouncycastle.math.ec.ECFieldElement;
import org.bouncycastle.math.ec.ECPoint;

/**
 * Hashing to points of P-256: the suite {@code P256_XMD:SHA-256_SSWU_RO_} (RFC 9380, 8.2), with the
 * simplified map of Shallue, van de Woestijne and Ulas without division (its appendix F.2).
 *
 * <p>Not in constant time: what is hashed lies on the machine that hashes it.
 */
final class HashToCurve {
  private static final BigInteger PRIME = P256.CURVE.getField().getCharacteristic();
  private static final ECFieldElement A = P256.CURVE.getA();
  private static final ECFieldElement B = P256.CURVE.getB();
  private static final ECFieldElement ONE = P256.CURVE.fromBigInteger(BigInteger.ONE);

  /** Z of the suite: -10. */
  private static final ECFieldElement Z = P256.CURVE.fromBigInteger(PRIME.subtract(BigInteger.TEN));

  /** The square root of -Z. */
  private static final ECFieldElement ROOT_OF_TEN = Z.negate().sqrt();

  private HashToCurve() {}

  /** A point before the division: x = numerator / denominator. */
  private record Unfinished(
      ECFieldElement numerator, ECFieldElement denominator, ECFieldElement y) {}

  /** Returns the point of a message, in projective coordinates. */
  static ECPoint point(byte[] message, byte[] tag) {
    return points(List.of(message), tag)[0];
  }

  /** Returns the points of messages, with one division for all. */
  static ECPoint[] points(List<byte[]> messages, byte[] tag) {
    Unfinished[] mapped = new Unfinished[2 * messages.size()];
    for (int i = 0; i < messages.size(); i++) {
      BigInteger[] u = HashToField.numbers(messages.get(i), tag, PRIME, 2);
      mapped[2 * i] = map(P256.CURVE.fromBigInteger(u[0]));
      mapped[2 * i + 1] = map(P256.CURVE.fromBigInteger(u[1]));
    }
    ECPoint[] finished = divide(mapped);
    ECPoint[] points = new ECPoint[messages.size()];
    for (int i = 0; i < points.length; i++) {
      points[i] = finished[2 * i].add(finished[2 * i + 1]); // the cofactor is 1
    }
    return points;
  }

  /** Maps a number to a point; {@code map_to_curve_simple_swu}, step by step. */
  private static Unfinished map(ECFieldElement u) {
    ECFieldElement zu2 = Z.multiply(u.square());
    ECFieldElement tv2 = zu2.square().add(zu2);
    ECFieldElement numerator = B.multiply(tv2.add(ONE));
    ECFieldElement denominator = A.multiply(tv2.isZero() ? Z : tv2.negate());
    ECFieldElement square = denominator.square();
    ECFieldElement cube = square.multiply(denominator);
    ECFieldElement right =
        numerator.square().add(A.multiply(square)).multiply(numerator).add(B.multiply(cube));
    // The root of right / cube, or else of Z times that.
    ECFieldElement product = right.multiply(cube);
    ECFieldElement root = power(cube.square().multiply(product)).multiply(product);
    boolean isSquare = root.square().multiply(cube).equals(right);
    ECFieldElement y = isSquare ? root : zu2.multiply(u).multiply(root).multiply(ROOT_OF_TEN);
    return new Unfinished(
        isSquare ? numerator : zu2.multiply(numerator),
        denominator,
        u.testBitZero() == y.testBitZero() ? y : y.negate());
  }

  /**
   * Returns a number to the power of (p - 3) / 4, which is 32 ones, 31 noughts, a one, 96 noughts
   * and 94 ones in binary.
   */
  private static ECFieldElement power(ECFieldElement x) {
    ECFieldElement ones2 = x.square().multiply(x);
    ECFieldElement ones4 = ones2.squarePow(2).multiply(ones2);
    ECFieldElement ones6 = ones4.squarePow(2).multiply(ones2);
    ECFieldElement ones8 = ones4.squarePow(4).multiply(ones4);
    ECFieldElement ones16 = ones8.squarePow(8).multiply(ones8);
    ECFieldElement ones30 = ones16.squarePow(8).multiply(ones8).squarePow(6).multiply(ones6);
    ECFieldElement ones32 = ones30.squarePow(2).multiply(ones2);
    return ones32
        .squarePow(32)
        .multiply(x)
        .squarePow(128)
        .multiply(ones32)
        .squarePow(32)
        .multiply(ones32)
        .squarePow(30)
        .multiply(ones30);
  }

  /** Divides all numerators, by one inversion (Montgomery's trick). */
  private static ECPoint[] divide(Unfinished[] mapped) {
    ECFieldElement[] before = new ECFieldElement[mapped.length];
    ECFieldElement product = ONE;
    for (int i = 0; i < mapped.length; i++) {
      before[i] = product;
      product = product.multiply(mapped[i].denominator);
    }
    ECFieldElement inverse = product.invert();
    ECPoint[] points = new ECPoint[mapped.length];
    for (int i = mapped.length - 1; i >= 0; i--) {
      ECFieldElement x = mapped[i].numerator.multiply(before[i]).multiply(inverse);
      points[i] = P256.CURVE.createPoint(x.toBigInteger(), mapped[i].y.toBigInteger());
      inverse = inverse.multiply(mapped[i].denominator);
    }
    return points;
  }
}
