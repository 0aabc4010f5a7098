package org.vigie.exchange.deconflict;

import static org.vigie.exchange.deconflict.FieldP256.LIMBS;

import java.math.BigInteger;

/**
 * Points of P-256 that all take the same steps at once, in affine coordinates: a doubling or an
 * addition has one division, and one inversion serves the divisions of all of them (Montgomery's
 * trick), so that an addition costs five products and a square a point.
 *
 * <p>The formulas have exceptions: a point plus itself, or plus its opposite. Their divisor is
 * nought, and so is the product of all; the block is spoilt then, which {@link #isSpoilt} says.
 *
 * @see <a href="https://doi.org/10.1090/S0025-5718-1987-0866113-7">Montgomery (1987), 10.3.1</a>
 */
final class PointBlock {
  /** a of the curve, -3. */
  private static final long[] A = FieldP256.of(BigInteger.valueOf(-3));

  /** Coordinates, {@link FieldP256#LIMBS} limbs a point. */
  final long[] x;

  final long[] y;

  private final long[] before;
  private final long[] divisor = new long[LIMBS];
  private final long[] product = new long[LIMBS];
  private final long[] slope = new long[LIMBS];
  private final long[] term = new long[LIMBS];
  private boolean isSpoilt;

  /** Makes a block of points that are set afterwards. */
  PointBlock(int most) {
    x = new long[most * LIMBS];
    y = new long[most * LIMBS];
    before = new long[most * LIMBS];
  }

  /** Where the other summand of each point of an addition lies. */
  interface Summands {
    /** Returns the first limb of a point's other summand in both arrays of coordinates. */
    int at(int point);

    /** Returns -1 if its opposite is meant, else 0. */
    default long negative(int point) {
      return 0;
    }
  }

  /** Of the same place each. */
  static final Summands ONE_BY_ONE = point -> point * LIMBS;

  /**
   * Returns whether a step met an exception of its formula, so that no coordinate means anything.
   */
  boolean isSpoilt() {
    return isSpoilt;
  }

  /** Doubles the first points. */
  void twice(int count) {
    FieldP256.one(product, 0);
    for (int at = 0; at < count * LIMBS; at += LIMBS) {
      FieldP256.add(y, at, y, at, divisor, 0);
      accumulate(at);
    }
    invertProduct();
    for (int at = (count - 1) * LIMBS; at >= 0; at -= LIMBS) {
      FieldP256.add(y, at, y, at, divisor, 0);
      FieldP256.square(x, at, term, 0);
      for (int i = 0; i < LIMBS; i++) {
        term[i] = 3 * term[i] + A[i];
      }
      divide(at);
      finish(at, x, at);
    }
  }

  /** Adds another point to each of the first ones. */
  void add(int count, long[] otherX, long[] otherY, Summands summands) {
    FieldP256.one(product, 0);
    for (int point = 0; point < count; point++) {
      FieldP256.subtract(otherX, summands.at(point), x, point * LIMBS, divisor, 0);
      accumulate(point * LIMBS);
    }
    invertProduct();
    for (int point = count - 1; point >= 0; point--) {
      int at = point * LIMBS;
      int other = summands.at(point);
      long negative = summands.negative(point);
      FieldP256.subtract(otherX, other, x, at, divisor, 0);
      for (int i = 0; i < LIMBS; i++) {
        term[i] = ((otherY[other + i] ^ negative) - negative) - y[at + i];
      }
      divide(at);
      finish(at, otherX, other);
    }
  }

  /** Takes a divisor into the product of all, and keeps that of those before it. */
  private void accumulate(int at) {
    System.arraycopy(product, 0, before, at, LIMBS);
    FieldP256.multiply(product, 0, divisor, 0, product, 0);
  }

  private void invertProduct() {
    isSpoilt |= FieldP256.isZero(product, 0);
    FieldP256.invert(product, 0, product, 0);
  }

  /** Divides the term by the divisor, the last one that the product still holds. */
  private void divide(int at) {
    FieldP256.multiply(product, 0, before, at, slope, 0);
    FieldP256.multiply(product, 0, divisor, 0, product, 0);
    FieldP256.multiply(slope, 0, term, 0, slope, 0);
  }

  /** Puts the third point of a line where the first one lies, mirrored. */
  private void finish(int at, long[] otherX, int other) {
    FieldP256.square(slope, 0, term, 0);
    for (int i = 0; i < LIMBS; i++) {
      term[i] -= x[at + i] + otherX[other + i];
    }
    FieldP256.tidy(term, 0);
    FieldP256.subtract(x, at, term, 0, divisor, 0);
    System.arraycopy(term, 0, x, at, LIMBS);
    FieldP256.multiply(slope, 0, divisor, 0, term, 0);
    FieldP256.subtract(term, 0, y, at, y, at);
    FieldP256.tidy(y, at);
  }

  /** Copies points from arrays of coordinates. */
  void set(long[] fromX, long[] fromY, int from, int count) {
    System.arraycopy(fromX, from * LIMBS, x, 0, count * LIMBS);
    System.arraycopy(fromY, from * LIMBS, y, 0, count * LIMBS);
  }

  /** Copies a point from arrays of coordinates. */
  void set(int point, long[] fromX, long[] fromY, int from) {
    System.arraycopy(fromX, from * LIMBS, x, point * LIMBS, LIMBS);
    System.arraycopy(fromY, from * LIMBS, y, point * LIMBS, LIMBS);
  }

  /** Forgets that it is spoilt, for other points. */
  void clear() {
    isSpoilt = false;
  }
}
