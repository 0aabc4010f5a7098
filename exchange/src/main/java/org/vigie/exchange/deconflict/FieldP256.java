package org.vigie.exchange.deconflict;

import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.util.BigIntegers;

/**
 * Arithmetic modulo the prime of P-256, 2^256 - 2^224 + 2^192 + 2^96 - 1, on numbers that lie in
 * arrays: five limbs of 52 bits each, the lowest first, in Montgomery form with R = 2^260.
 *
 * <p>Limbs are signed, and a number may stand for itself plus or less some primes: {@link #add} and
 * {@link #subtract} carry nothing. The first factor of a product must be tidy: a product, a square,
 * or what went through {@link #tidy}; the second may be the sum or difference of a few of these, up
 * to eight primes. No step branches on what a number is.
 *
 * @see <a href="https://doi.org/10.1090/S0025-5718-1985-0777282-X">Montgomery (1985)</a>
 */
final class FieldP256 {
  /** Limbs of a number. */
  static final int LIMBS = 5;

  /** Length of a number in bytes. */
  static final int BYTES = 32;

  static final BigInteger PRIME =
      new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);

  private static final int BITS = 52;
  private static final long MASK = (1L << BITS) - 1;

  /** Tidy limbs lie between this and its negative, so that 12 bits more still fit. */
  private static final long HALF = 1L << (BITS - 1);

  /** Bits of the highest limb of a number below 2^256. */
  private static final int TOP = 48;

  /** The two highest terms of the prime and one, from bit 208 on. */
  private static final long HIGH = (1L << 48) - (1L << 16);

  private static final long[] PLAIN_ONE = {1, 0, 0, 0, 0};
  private static final long[] ONE = of(BigInteger.ONE);
  private static final long[] R_SQUARED = of(BigInteger.ONE.shiftLeft(LIMBS * BITS));
  private static final long[] PRIME_LIMBS = {
    MASK, (1L << 44) - 1, 0, 1L << 36, (1L << TOP) - (1L << 16)
  };
  private static final byte[] PRIME_BYTES = BigIntegers.asUnsignedByteArray(PRIME);
  private static final BigInteger R_INVERSE =
      BigInteger.ONE.shiftLeft(LIMBS * BITS).modInverse(PRIME);

  private FieldP256() {}

  /** Returns a number in Montgomery form, tidy. */
  static long[] of(BigInteger number) {
    BigInteger shifted = number.shiftLeft(LIMBS * BITS).mod(PRIME);
    long[] limbs = new long[LIMBS];
    for (int i = 0; i < LIMBS; i++) {
      limbs[i] = shifted.shiftRight(i * BITS).longValue() & MASK;
    }
    tidy(limbs, 0);
    return limbs;
  }

  /** Puts one somewhere. */
  static void one(long[] to, int at) {
    System.arraycopy(ONE, 0, to, at, LIMBS);
  }

  /** Returns the number below the prime that a number in Montgomery form stands for. */
  static BigInteger number(long[] a, int at) {
    BigInteger sum = BigInteger.ZERO;
    for (int i = LIMBS - 1; i >= 0; i--) {
      sum = sum.shiftLeft(BITS).add(BigInteger.valueOf(a[at + i]));
    }
    return sum.multiply(R_INVERSE).mod(PRIME);
  }

  /** Puts the product of two numbers where one of them may lie. */
  static void multiply(long[] a, int atA, long[] b, int atB, long[] to, int at) {
    long b0 = b[atB];
    long b1 = b[atB + 1];
    long b2 = b[atB + 2];
    long b3 = b[atB + 3];
    long b4 = b[atB + 4];
    long c0 = 0;
    long c1 = 0;
    long c2 = 0;
    long c3 = 0;
    long c4 = 0;
    for (int i = 0; i < LIMBS; i++) {
      long x = a[atA + i];
      long high = x << 12; // the upper 64 bits of its product are all but the lowest 52 of x's
      c0 += x * b0 & MASK;
      // Adds m times the prime, by its few terms: the lowest limb becomes nought.
      long m = c0 & MASK;
      c0 = c1 + (x * b1 & MASK) + Math.multiplyHigh(high, b0) + (c0 >> BITS) + (m << 44 & MASK);
      c1 = c2 + (x * b2 & MASK) + Math.multiplyHigh(high, b1) + (m >>> 8);
      c2 = c3 + (x * b3 & MASK) + Math.multiplyHigh(high, b2) + (m << 36 & MASK);
      c3 = c4 + (x * b4 & MASK) + Math.multiplyHigh(high, b3) + (m >>> 16) + (m * HIGH & MASK);
      c4 = Math.multiplyHigh(high, b4) + Math.multiplyHigh(m, HIGH << 12);
    }
    carry(c0, c1, c2, c3, c4, to, at);
  }

  /** Puts the square of a tidy number somewhere, or in its place. */
  static void square(long[] a, int atA, long[] to, int at) {
    long a0 = a[atA];
    long a1 = a[atA + 1];
    long a2 = a[atA + 2];
    long a3 = a[atA + 3];
    long a4 = a[atA + 4];
    long b1 = a1 << 1;
    long b2 = a2 << 1;
    long b3 = a3 << 1;
    long b4 = a4 << 1;
    long high = a0 << 12;
    long c0 = a0 * a0 & MASK;
    long m = c0;
    long c1 = (a0 * b1 & MASK) + Math.multiplyHigh(high, a0) + (m << 44 & MASK);
    long c2 = (a0 * b2 & MASK) + Math.multiplyHigh(high, b1) + (m >>> 8);
    long c3 = (a0 * b3 & MASK) + Math.multiplyHigh(high, b2) + (m << 36 & MASK);
    long c4 = (a0 * b4 & MASK) + Math.multiplyHigh(high, b3) + (m >>> 16) + (m * HIGH & MASK);
    long c5 = Math.multiplyHigh(high, b4) + Math.multiplyHigh(m, HIGH << 12);
    high = a1 << 12;
    m = c1 & MASK;
    c2 += (a1 * a1 & MASK) + (c1 >> BITS) + (m << 44 & MASK);
    c3 += (a1 * b2 & MASK) + Math.multiplyHigh(high, a1) + (m >>> 8);
    c4 += (a1 * b3 & MASK) + Math.multiplyHigh(high, b2) + (m << 36 & MASK);
    c5 += (a1 * b4 & MASK) + Math.multiplyHigh(high, b3) + (m >>> 16) + (m * HIGH & MASK);
    long c6 = Math.multiplyHigh(high, b4) + Math.multiplyHigh(m, HIGH << 12);
    high = a2 << 12;
    m = c2 & MASK;
    c3 += (c2 >> BITS) + (m << 44 & MASK);
    c4 += (a2 * a2 & MASK) + (m >>> 8);
    c5 += (a2 * b3 & MASK) + Math.multiplyHigh(high, a2) + (m << 36 & MASK);
    c6 += (a2 * b4 & MASK) + Math.multiplyHigh(high, b3) + (m >>> 16) + (m * HIGH & MASK);
    long c7 = Math.multiplyHigh(high, b4) + Math.multiplyHigh(m, HIGH << 12);
    high = a3 << 12;
    m = c3 & MASK;
    c4 += (c3 >> BITS) + (m << 44 & MASK);
    c5 += m >>> 8;
    c6 += (a3 * a3 & MASK) + (m << 36 & MASK);
    c7 += (a3 * b4 & MASK) + Math.multiplyHigh(high, a3) + (m >>> 16) + (m * HIGH & MASK);
    long c8 = Math.multiplyHigh(high, b4) + Math.multiplyHigh(m, HIGH << 12);
    high = a4 << 12;
    m = c4 & MASK;
    c5 += (c4 >> BITS) + (m << 44 & MASK);
    c6 += m >>> 8;
    c7 += m << 36 & MASK;
    c8 += (a4 * a4 & MASK) + (m >>> 16) + (m * HIGH & MASK);
    long c9 = Math.multiplyHigh(high, a4) + Math.multiplyHigh(m, HIGH << 12);
    carry(c5, c6, c7, c8, c9, to, at);
  }

  private static void carry(long c0, long c1, long c2, long c3, long c4, long[] to, int at) {
    long d0 = c0 + HALF;
    long d1 = c1 + HALF + (d0 >> BITS);
    long d2 = c2 + HALF + (d1 >> BITS);
    long d3 = c3 + HALF + (d2 >> BITS);
    to[at] = (d0 & MASK) - HALF;
    to[at + 1] = (d1 & MASK) - HALF;
    to[at + 2] = (d2 & MASK) - HALF;
    to[at + 3] = (d3 & MASK) - HALF;
    to[at + 4] = c4 + (d3 >> BITS);
  }

  /** Brings a sum or difference of some numbers, of a hundred primes at most, near to one prime. */
  static void tidy(long[] a, int at) {
    long primes = a[at + 4] >> TOP;
    carry(
        a[at] + primes,
        a[at + 1] - (primes << 44),
        a[at + 2],
        a[at + 3] - (primes << 36),
        a[at + 4] - (primes << TOP) + (primes << 16),
        a,
        at);
  }

  static void add(long[] a, int atA, long[] b, int atB, long[] to, int at) {
    for (int i = 0; i < LIMBS; i++) {
      to[at + i] = a[atA + i] + b[atB + i];
    }
  }

  static void subtract(long[] a, int atA, long[] b, int atB, long[] to, int at) {
    for (int i = 0; i < LIMBS; i++) {
      to[at + i] = a[atA + i] - b[atB + i];
    }
  }

  /**
   * Negates a number in its place if a mask is -1, and leaves it if it is 0. It is no longer tidy.
   */
  static void negateIf(long mask, long[] a, int at) {
    for (int i = 0; i < LIMBS; i++) {
      a[at + i] = (a[at + i] ^ mask) - mask;
    }
  }

  /** Returns whether a number is nought. */
  static boolean isZero(long[] a, int at) {
    return Arrays.equals(plain(a, at), new long[LIMBS]);
  }

  /** Returns 1 if a number is odd, else 0; {@code sgn0} of RFC 9380, 4.1. */
  static long parity(long[] a, int at) {
    return plain(a, at)[0] & 1;
  }

  /** Writes a number in 32 bytes, big end first. */
  static void write(long[] a, int at, byte[] to, int offset) {
    long[] plain = plain(a, at);
    for (int i = 0; i < BYTES; i++) {
      int bit = 8 * i;
      int limb = bit / BITS;
      int within = bit % BITS;
      long value = plain[limb] >>> within;
      if (within > BITS - 8) {
        value |= plain[limb + 1] << (BITS - within);
      }
      to[offset + BYTES - 1 - i] = (byte) value;
    }
  }

  /** Reads a number of 32 bytes, big end first, and returns whether it lies below the prime. */
  static boolean read(byte[] from, int offset, long[] to, int at) {
    long[] limbs = new long[LIMBS];
    for (int i = 0; i < BYTES; i++) {
      long value = from[offset + BYTES - 1 - i] & 0xFF;
      int bit = 8 * i;
      limbs[bit / BITS] |= value << bit % BITS & MASK;
      if (bit % BITS > BITS - 8) {
        limbs[bit / BITS + 1] |= value >>> (BITS - bit % BITS);
      }
    }
    multiply(R_SQUARED, 0, limbs, 0, to, at);
    return Arrays.compareUnsigned(from, offset, offset + BYTES, PRIME_BYTES, 0, BYTES) < 0;
  }

  /**
   * Returns the limbs of the number below the prime, without Montgomery's factor, none negative.
   */
  private static long[] plain(long[] a, int at) {
    long[] plain = new long[LIMBS];
    multiply(PLAIN_ONE, 0, a, at, plain, 0); // between 0 and the prime, both of them included
    for (int i = 0; i < LIMBS - 1; i++) {
      plain[i + 1] += plain[i] >> BITS;
      plain[i] &= MASK;
    }
    return Arrays.equals(plain, PRIME_LIMBS) ? new long[LIMBS] : plain;
  }

  /** Puts the inverse of a tidy number somewhere, nought if it is nought (Fermat). */
  static void invert(long[] a, int atA, long[] to, int at) {
    long[] x = Arrays.copyOfRange(a, atA, atA + LIMBS);
    long[] result = power(x);
    square(result, 0, result, 0);
    square(result, 0, result, 0);
    multiply(result, 0, x, 0, to, at); // 4 * (p - 3) / 4 + 1 = p - 2
  }

  /**
   * Returns a tidy number to the power of (p - 3) / 4, which is 32 ones, 31 noughts, a one, 96
   * noughts and 94 ones in binary: times the number it is its square root, if there is one.
   */
  static long[] power(long[] x) {
    long[] ones2 = chain(x, 1, x);
    long[] ones4 = chain(ones2, 2, ones2);
    long[] ones6 = chain(ones4, 2, ones2);
    long[] ones8 = chain(ones4, 4, ones4);
    long[] ones16 = chain(ones8, 8, ones8);
    long[] ones30 = chain(chain(ones16, 8, ones8), 6, ones6);
    long[] ones32 = chain(ones30, 2, ones2);
    long[] all = chain(chain(chain(ones32, 32, x), 128, ones32), 32, ones32);
    return chain(all, 30, ones30);
  }

  /** Returns a number squared some times, times a factor. */
  private static long[] chain(long[] x, int squares, long[] factor) {
    long[] result = x.clone();
    for (int i = 0; i < squares; i++) {
      square(result, 0, result, 0);
    }
    multiply(result, 0, factor, 0, result, 0);
    return result;
  }
}
