package org.vigie.exchange.deconflict;

import static org.vigie.exchange.deconflict.FieldP256.LIMBS;

import java.math.BigInteger;
import java.util.List;

/**
 * Hashing to points of P-256: the suite {@code P256_XMD:SHA-256_SSWU_RO_} (RFC 9380, 8.2), with the
 * simplified map of Shallue, van de Woestijne and Ulas without division (its appendix F.2).
 *
 * <p>Not in constant time: what is hashed lies on the machine that hashes it.
 */
final class HashToCurve {
  private static final long[] A = FieldP256.of(BigInteger.valueOf(-3));
  private static final long[] B = FieldP256.of(P256.CURVE.getB().toBigInteger());
  private static final long[] ONE = FieldP256.of(BigInteger.ONE);

  /** Z of the suite: -10. */
  private static final long[] Z = FieldP256.of(BigInteger.TEN.negate());

  /** The square root of -Z. */
  private static final long[] ROOT_OF_TEN = product(FieldP256.power(ten()), ten());

  private final int count;
  private final long[] numerators;
  private final long[] denominators;
  private final long[] y;

  private HashToCurve(int count) {
    this.count = count;
    numerators = new long[count * LIMBS];
    denominators = new long[count * LIMBS];
    y = new long[count * LIMBS];
  }

  /** Returns the points of messages, with one division for all. */
  static AffinePoints points(List<byte[]> messages, byte[] tag) {
    HashToCurve first = new HashToCurve(messages.size());
    HashToCurve second = new HashToCurve(messages.size());
    for (int i = 0; i < messages.size(); i++) {
      BigInteger[] u = HashToField.numbers(messages.get(i), tag, FieldP256.PRIME, 2);
      first.map(u[0], i * LIMBS);
      second.map(u[1], i * LIMBS);
    }
    return first.divided().plus(second.divided()); // the cofactor is 1
  }

  /** Maps a number to a point before the division; {@code map_to_curve_simple_swu}. */
  private void map(BigInteger number, int at) {
    long[] u = FieldP256.of(number);
    long[] zu2 = product(Z, square(u));
    long[] tv2 = sum(square(zu2), zu2);
    long[] numerator = product(B, sum(tv2, ONE));
    long[] denominator =
        product(A, FieldP256.isZero(tv2, 0) ? Z : difference(new long[LIMBS], tv2));
    long[] square = square(denominator);
    long[] cube = product(square, denominator);
    long[] right =
        sum(product(numerator, sum(square(numerator), product(A, square))), product(B, cube));
    // The root of right / cube, or else of Z times that.
    long[] product = product(cube, right);
    long[] root = product(FieldP256.power(product(square(cube), product)), product);
    boolean isSquare = FieldP256.isZero(difference(product(square(root), cube), right), 0);
    long[] otherRoot = product(product(product(zu2, u), root), ROOT_OF_TEN);
    put(isSquare ? numerator : product(zu2, numerator), numerators, at);
    put(denominator, denominators, at);
    put(isSquare ? root : otherRoot, y, at);
    long sign = (number.intValue() & 1) ^ FieldP256.parity(y, at);
    FieldP256.negateIf(-sign, y, at);
  }

  /** Divides all numerators, by one inversion (Montgomery's trick). */
  private AffinePoints divided() {
    long[] before = new long[count * LIMBS];
    long[] product = ONE.clone();
    for (int at = 0; at < before.length; at += LIMBS) {
      put(product, before, at);
      FieldP256.multiply(product, 0, denominators, at, product, 0);
    }
    FieldP256.invert(product, 0, product, 0);
    for (int at = before.length - LIMBS; at >= 0; at -= LIMBS) {
      FieldP256.multiply(product, 0, before, at, before, at);
      FieldP256.multiply(before, at, numerators, at, numerators, at);
      FieldP256.multiply(product, 0, denominators, at, product, 0);
    }
    return AffinePoints.of(count, numerators, y);
  }

  private static long[] ten() {
    return FieldP256.of(BigInteger.TEN);
  }

  private static void put(long[] number, long[] to, int at) {
    System.arraycopy(number, 0, to, at, LIMBS);
  }

  private static long[] product(long[] a, long[] b) {
    long[] product = new long[LIMBS];
    FieldP256.multiply(a, 0, b, 0, product, 0);
    return product;
  }

  private static long[] square(long[] a) {
    long[] square = new long[LIMBS];
    FieldP256.square(a, 0, square, 0);
    return square;
  }

  private static long[] sum(long[] a, long[] b) {
    long[] sum = new long[LIMBS];
    FieldP256.add(a, 0, b, 0, sum, 0);
    return sum;
  }

  private static long[] difference(long[] a, long[] b) {
    long[] difference = new long[LIMBS];
    FieldP256.subtract(a, 0, b, 0, difference, 0);
    return difference;
  }
}
