package org.vigie.exchange.deconflict;

import static org.vigie.exchange.deconflict.FieldP256.LIMBS;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.math.ec.ECPoint;

/** Points of P-256 other than the identity, side by side in affine coordinates. */
final class AffinePoints {
  /** b of the curve. */
  private static final long[] B = FieldP256.of(P256.CURVE.getB().toBigInteger());

  private final int count;
  private final long[] x;
  private final long[] y;

  private AffinePoints(int count, long[] x, long[] y) {
    this.count = count;
    this.x = x;
    this.y = y;
  }

  /** Returns points by their coordinates, {@link FieldP256#LIMBS} tidy limbs each. */
  static AffinePoints of(int count, long[] x, long[] y) {
    return new AffinePoints(count, x, y);
  }

  /**
   * Returns points in normal form.
   *
   * @throws IllegalArgumentException if one is the identity
   */
  static AffinePoints of(ECPoint... points) {
    AffinePoints all = ofSize(points.length);
    for (int i = 0; i < points.length; i++) {
      all.set(i, points[i]);
    }
    return all;
  }

  /** Returns room for points. */
  static AffinePoints ofSize(int count) {
    return new AffinePoints(count, new long[count * LIMBS], new long[count * LIMBS]);
  }

  /**
   * Returns the points that stand in some bytes, one behind the other.
   *
   * @throws IllegalArgumentException if one is none, or the identity
   */
  static AffinePoints decode(byte[] bytes, int from, int to) {
    AffinePoints points = ofSize(to - from);
    for (int i = 0; i < points.count; i++) {
      if (!points.read(bytes, (from + i) * P256.ELEMENT, i * LIMBS)) {
        throw new IllegalArgumentException(
            "an element must be a compressed point of 33 bytes, but isn't");
      }
    }
    return points;
  }

  /** Returns points drawn at random, each as likely as any other: of numbers, half are an x. */
  static AffinePoints random(int count, SecureRandom random) {
    AffinePoints points = ofSize(count);
    byte[] bytes = new byte[P256.ELEMENT];
    for (int i = 0; i < count; i++) {
      do {
        random.nextBytes(bytes);
        bytes[0] = (byte) (2 + (bytes[0] & 1));
      } while (!points.read(bytes, 0, i * LIMBS));
    }
    return points;
  }

  /** Reads one point, and returns whether it is one: y^2 = x^3 - 3 x + b (SEC 1, 2.3.4). */
  private boolean read(byte[] bytes, int offset, int at) {
    boolean isBelow = FieldP256.read(bytes, offset + 1, x, at);
    long[] right = new long[LIMBS];
    FieldP256.square(x, at, right, 0);
    FieldP256.multiply(right, 0, x, at, right, 0);
    for (int i = 0; i < LIMBS; i++) {
      right[i] += B[i] - 3 * x[at + i];
    }
    FieldP256.tidy(right, 0);
    FieldP256.multiply(FieldP256.power(right), 0, right, 0, y, at);
    long[] difference = new long[LIMBS];
    FieldP256.square(y, at, difference, 0);
    FieldP256.subtract(difference, 0, right, 0, difference, 0);
    FieldP256.negateIf(-(FieldP256.parity(y, at) ^ (bytes[offset] & 1)), y, at);
    return isBelow && (bytes[offset] == 2 || bytes[offset] == 3) && FieldP256.isZero(difference, 0);
  }

  int count() {
    return count;
  }

  /** Returns the compressed bytes of all, one behind the other (SEC 1, 2.3.3). */
  byte[] encode() {
    byte[] bytes = new byte[count * P256.ELEMENT];
    for (int i = 0; i < count; i++) {
      bytes[i * P256.ELEMENT] = (byte) (2 + FieldP256.parity(y, i * LIMBS));
      FieldP256.write(x, i * LIMBS, bytes, i * P256.ELEMENT + 1);
    }
    return bytes;
  }

  /** Returns one of them in normal form. */
  ECPoint get(int point) {
    return P256.CURVE.createPoint(
        FieldP256.number(x, point * LIMBS), FieldP256.number(y, point * LIMBS));
  }

  /** Puts a point in normal form in the place of another. */
  private void set(int at, ECPoint point) {
    if (point.isInfinity()) {
      throw new IllegalArgumentException("an element must not be the identity, but is");
    }
    long[] ofX = FieldP256.of(point.getAffineXCoord().toBigInteger());
    long[] ofY = FieldP256.of(point.getAffineYCoord().toBigInteger());
    System.arraycopy(ofX, 0, x, at * LIMBS, LIMBS);
    System.arraycopy(ofY, 0, y, at * LIMBS, LIMBS);
  }

  /** Puts points in the place of others. */
  void put(int at, AffinePoints points) {
    System.arraycopy(points.x, 0, x, at * LIMBS, points.x.length);
    System.arraycopy(points.y, 0, y, at * LIMBS, points.y.length);
  }

  /** Returns some of them, by their places. */
  AffinePoints select(int[] places) {
    AffinePoints chosen = ofSize(places.length);
    for (int i = 0; i < places.length; i++) {
      System.arraycopy(x, places[i] * LIMBS, chosen.x, i * LIMBS, LIMBS);
      System.arraycopy(y, places[i] * LIMBS, chosen.y, i * LIMBS, LIMBS);
    }
    return chosen;
  }

  /** Returns all of them times one scalar, between 1 and the order less one. */
  AffinePoints times(BigInteger scalar) {
    ScalarDigits[] digits = new ScalarDigits[count];
    Arrays.fill(digits, ScalarDigits.of(scalar));
    return times(digits);
  }

  /** Returns each times a scalar of its own, between 1 and the order less one. */
  AffinePoints times(List<BigInteger> scalars) {
    return times(scalars.stream().map(ScalarDigits::of).toArray(ScalarDigits[]::new));
  }

  private AffinePoints times(ScalarDigits[] digits) {
    AffinePoints products = ofSize(count);
    BlockMultiplier multiplier = new BlockMultiplier();
    for (int from = 0; from < count; from += BlockMultiplier.SIZE) {
      int to = Math.min(count, from + BlockMultiplier.SIZE);
      if (!multiplier.multiply(x, y, digits, from, to, products.x, products.y)) {
        for (int i = from; i < to; i++) { // some scalar near the order: no time is lost on these
          products.set(i, get(i).multiply(digits[i].scalar()).normalize());
        }
      }
    }
    return products;
  }

  /** Returns the sums of these and as many others, one by one. */
  AffinePoints plus(AffinePoints others) {
    PointBlock block = new PointBlock(count);
    block.set(x, y, 0, count);
    block.add(count, others.x, others.y, PointBlock.ONE_BY_ONE);
    if (!block.isSpoilt()) {
      return new AffinePoints(count, block.x, block.y);
    }
    AffinePoints sums = ofSize(count);
    for (int i = 0; i < count; i++) {
      sums.set(i, get(i).add(others.get(i)).normalize());
    }
    return sums;
  }

  long[] x() {
    return x;
  }

  long[] y() {
    return y;
  }
}
