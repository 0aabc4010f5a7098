package org.vigie.exchange.deconflict;

import static org.vigie.exchange.deconflict.FieldP256.LIMBS;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.math.ec.ECPoint;

/**
 * The sum of many points times a scalar each, by the buckets of Pippenger's method: digits of 8
 * bits between -128 and 127, and so 128 buckets and one addition a point for each digit.
 *
 * @see <a href="https://cr.yp.to/papers/pippenger.pdf">Bernstein (2002), Pippenger's exponentiation
 *     algorithm</a>
 */
final class WeightedSum {
  private static final int WIDTH = 8;
  private static final int BUCKETS = 1 << (WIDTH - 1);

  /** Digits of a weight below 2^256, with one for what is carried. */
  private static final int DIGITS = 33;

  /** Fewer points are multiplied one by one. */
  private static final int FEW = 64;

  private final AffinePoints points;
  private final byte[] digits;

  /** Points of all buckets, one bucket behind the other. */
  private final long[] x;

  private final long[] y;
  private final int[] sizes = new int[BUCKETS + 1];

  private final PointBlock block;
  private final int[] others;

  private WeightedSum(AffinePoints points, BigInteger[] weights) {
    this.points = points;
    digits = digits(weights);
    x = new long[points.count() * LIMBS];
    y = new long[points.count() * LIMBS];
    block = new PointBlock(points.count() / 2);
    others = new int[points.count() / 2];
  }

  /**
   * Returns the sum.
   *
   * @param weights below 2^256, as many
   */
  static ECPoint of(AffinePoints points, BigInteger[] weights) {
    if (points.count() >= FEW) {
      WeightedSum buckets = new WeightedSum(points, weights);
      ECPoint sum = buckets.sum();
      if (!buckets.block.isSpoilt()) {
        return sum;
      }
    }
    // Few, or one of them twice, as no honest request has it: still no more than a product each.
    ECPoint sum = P256.CURVE.getInfinity();
    for (int i = 0; i < weights.length; i++) {
      sum = sum.add(points.get(i).multiply(weights[i]));
    }
    return sum;
  }

  private static byte[] digits(BigInteger[] weights) {
    byte[] digits = new byte[weights.length * DIGITS];
    for (int i = 0; i < weights.length; i++) {
      byte[] bytes = P256.encode(weights[i]);
      int carry = 0;
      for (int digit = 0; digit < DIGITS; digit++) {
        int value = carry + (digit < bytes.length ? bytes[bytes.length - 1 - digit] & 0xFF : 0);
        digits[i * DIGITS + digit] = (byte) value; // less 256 from 128 on
        carry = value >= BUCKETS ? 1 : 0;
      }
    }
    return digits;
  }

  private ECPoint sum() {
    ECPoint sum = P256.CURVE.getInfinity();
    for (int digit = DIGITS - 1; digit >= 0 && !block.isSpoilt(); digit--) {
      fill(digit);
      for (int pairs = pair(); pairs > 0; pairs = pair()) {
        block.add(pairs, x, y, at -> others[at]);
        unite();
      }
      sum = sum.timesPow2(WIDTH).add(ofBuckets());
    }
    return sum;
  }

  /** Puts each point into the bucket of a digit of its weight, negated if that is negative. */
  private void fill(int digit) {
    Arrays.fill(sizes, 0);
    for (int i = 0; i < points.count(); i++) {
      sizes[Math.abs(digits[i * DIGITS + digit])]++;
    }
    sizes[0] = 0; // what is multiplied by nought
    int[] next = new int[BUCKETS + 1];
    for (int bucket = 1; bucket < BUCKETS; bucket++) {
      next[bucket + 1] = next[bucket] + sizes[bucket];
    }
    for (int i = 0; i < points.count(); i++) {
      int value = digits[i * DIGITS + digit];
      if (value != 0) {
        int at = next[Math.abs(value)]++ * LIMBS;
        System.arraycopy(points.x(), i * LIMBS, x, at, LIMBS);
        System.arraycopy(points.y(), i * LIMBS, y, at, LIMBS);
        FieldP256.negateIf(value >> 31, y, at);
      }
    }
  }

  /** Puts every other point of each bucket into the block, and returns how many these are. */
  private int pair() {
    int pairs = 0;
    int start = 0;
    for (int size : sizes) {
      for (int i = start; i + 1 < start + size; i += 2) {
        block.set(pairs, x, y, i);
        others[pairs++] = (i + 1) * LIMBS;
      }
      start += size;
    }
    return pairs;
  }

  /** Puts the sum of each pair back into its bucket, beside the point that had no other. */
  private void unite() {
    int pair = 0;
    int start = 0;
    int to = 0;
    for (int bucket = 1; bucket <= BUCKETS; bucket++) {
      int size = sizes[bucket];
      int pairs = size / 2;
      System.arraycopy(block.x, pair * LIMBS, x, to * LIMBS, pairs * LIMBS);
      System.arraycopy(block.y, pair * LIMBS, y, to * LIMBS, pairs * LIMBS);
      int single = size - 2 * pairs;
      System.arraycopy(x, (start + size - single) * LIMBS, x, (to + pairs) * LIMBS, single * LIMBS);
      System.arraycopy(y, (start + size - single) * LIMBS, y, (to + pairs) * LIMBS, single * LIMBS);
      pair += pairs;
      start += size;
      to += pairs + single;
      sizes[bucket] = pairs + single;
    }
  }

  /** Returns the sum of what is left, one point a bucket, times the number of its bucket. */
  private ECPoint ofBuckets() {
    ECPoint running = P256.CURVE.getInfinity();
    ECPoint sum = P256.CURVE.getInfinity();
    int last = Arrays.stream(sizes).sum();
    for (int bucket = BUCKETS; bucket > 0; bucket--) {
      if (sizes[bucket] == 1) {
        last--;
        running =
            running.add(
                P256.CURVE.createPoint(
                    FieldP256.number(x, last * LIMBS), FieldP256.number(y, last * LIMBS)));
      }
      sum = sum.add(running);
    }
    return sum;
  }
}
