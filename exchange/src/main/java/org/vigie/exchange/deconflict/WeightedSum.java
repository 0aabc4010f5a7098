package org.vigie.exchange.deconflict;

import java.math.BigInteger;
import org.bouncycastle.math.ec.ECPoint;
import org.jspecify.annotations.Nullable;

/**
 * The sum of many points times a scalar each, by the buckets of Pippenger's method: about 256 / w
 * additions a point where each point alone needs some 300 doublings and additions.
 *
 * @see <a href="https://cr.yp.to/papers/pippenger.pdf">Bernstein (2002), Pippenger's exponentiation
 *     algorithm</a>
 */
final class WeightedSum {
  private static final int BITS = 256;

  private WeightedSum() {}

  /**
   * Returns the sum.
   *
   * @param points in normal form
   * @param weights below 2^256, as many
   */
  static ECPoint of(ECPoint[] points, BigInteger[] weights) {
    int width = width(points.length);
    ECPoint sum = P256.CURVE.getInfinity();
    for (int low = (BITS - 1) / width * width; low >= 0; low -= width) {
      sum = sum.timesPow2(width).add(ofDigits(points, weights, low, width));
    }
    return sum;
  }

  /** Returns the sum of points times the digit of their weights that begins at a bit. */
  private static ECPoint ofDigits(ECPoint[] points, BigInteger[] weights, int low, int width) {
    @Nullable ECPoint[] buckets = new ECPoint[1 << width];
    for (int i = 0; i < points.length; i++) {
      int digit = digit(weights[i], low, width);
      if (digit != 0) {
        ECPoint before = buckets[digit];
        buckets[digit] = before == null ? points[i] : before.add(points[i]);
      }
    }
    ECPoint running = P256.CURVE.getInfinity();
    ECPoint sum = P256.CURVE.getInfinity();
    for (int digit = buckets.length - 1; digit > 0; digit--) {
      ECPoint bucket = buckets[digit];
      running = bucket == null ? running : running.add(bucket);
      sum = sum.add(running);
    }
    return sum;
  }

  private static int digit(BigInteger weight, int low, int width) {
    return weight.shiftRight(low).intValue() & ((1 << width) - 1);
  }

  /** A digit of w bits costs an addition a point and 2^(w+1) for the buckets. */
  private static int width(int points) {
    return Math.max(1, Math.min(12, 30 - Integer.numberOfLeadingZeros(Math.max(1, points))));
  }
}
