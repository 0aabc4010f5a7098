package org.vigie.casework.statistics;

import java.util.random.RandomGenerator;

/**
 * Two-sided geometric noise, also called the discrete Laplace distribution: a whole number n comes
 * with a probability in proportion to exp(-|n| / scale).
 *
 * <p>It is drawn with whole numbers alone. Noise made of floating-point numbers gives away what it
 * was to hide by their last bits (Mironov, CCS 2012).
 *
 * @see <a href="https://arxiv.org/abs/2004.00010">Canonne, Kamath, Steinke (2020), algorithms 1,
 *     2</a>
 */
public final class GeometricNoise {
  private final RandomGenerator random;
  private final long numerator;
  private final long denominator;

  /**
   * Noise of the scale numerator / denominator.
   *
   * @param random nothing but a {@link java.security.SecureRandom} outside of tests
   * @param numerator from 1 to 2^31
   * @param denominator from 1 to 2^31
   */
  public GeometricNoise(RandomGenerator random, long numerator, long denominator) {
    requireWithin("numerator", numerator);
    requireWithin("denominator", denominator);
    this.random = random;
    this.numerator = numerator;
    this.denominator = denominator;
  }

  private static void requireWithin(String name, long value) {
    if (value < 1 || value > 1L << 31) {
      throw new IllegalArgumentException(
          "%s must be from 1 to 2^31, but was %d".formatted(name, value));
    }
  }

  /** Draws a number. */
  public long next() {
    while (true) {
      long part = random.nextLong(numerator);
      if (!happensWithExp(part, numerator)) {
        continue;
      }
      long whole = 0;
      while (happensWithExp(1, 1)) {
        whole++;
      }
      long size = (part + numerator * whole) / denominator;
      boolean negative = random.nextBoolean();
      // Zero has one sign alone, or it would come twice as often.
      if (!negative || size != 0) {
        return negative ? -size : size;
      }
    }
  }

  /**
   * Returns the least number from which on noise alone comes at most once in so many draws: P(noise
   * >= n) = a^n / (1 + a), where a = exp(-1 / scale).
   */
  long rarerThanOnceIn(long draws) {
    double inverse = (double) denominator / numerator;
    double tail = Math.log(draws / (1 + Math.exp(-inverse)));
    return Math.max(1, (long) Math.ceil(tail / inverse));
  }

  /** Returns true with probability exp(-part / of), for a part of at most the whole. */
  private boolean happensWithExp(long part, long of) {
    long k = 1;
    while (random.nextLong(of * k) < part) {
      k++;
    }
    return k % 2 == 1;
  }
}
