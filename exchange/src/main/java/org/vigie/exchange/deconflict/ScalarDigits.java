package org.vigie.exchange.deconflict;

import java.math.BigInteger;

/**
 * A scalar as odd digits between -15 and 15 of base 16, 64 of them whatever it is (Joye and
 * Tunstall 2009, algorithm 6): so the steps of a multiplication don't depend on it.
 *
 * @param scalar between 1 and the order less one
 * @param digits of the scalar if it is odd, else of the order less the scalar; the lowest first
 * @param negative -1 if it is even, else 0
 * @see <a href="https://doi.org/10.1007/978-3-642-02384-2_21">Joye and Tunstall (2009)</a>
 */
record ScalarDigits(BigInteger scalar, byte[] digits, long negative) {
  /** Digits of a scalar. */
  static final int COUNT = 64;

  /** Bits of a digit. */
  static final int WIDTH = 4;

  /** Multiples of a point that digits choose from: 1, 3, 5, up to 15. */
  static final int MULTIPLES = 8;

  static ScalarDigits of(BigInteger scalar) {
    if (scalar.signum() <= 0 || scalar.compareTo(P256.ORDER) >= 0) {
      throw new IllegalArgumentException(
          "a scalar must lie between 1 and the order of the group, but doesn't");
    }
    BigInteger[] either = {P256.ORDER.subtract(scalar), scalar};
    int isOdd = scalar.intValue() & 1;
    byte[] bytes = P256.encode(either[isOdd]);
    byte[] digits = new byte[COUNT];
    for (int i = 0; i < COUNT - 1; i++) {
      int five = nibble(bytes, i) | ((nibble(bytes, i + 1) & 1) << WIDTH);
      digits[i] = (byte) ((five | 1) - 16);
    }
    digits[COUNT - 1] = (byte) (nibble(bytes, COUNT - 1) | 1);
    return new ScalarDigits(scalar, digits, isOdd - 1L);
  }

  private static int nibble(byte[] bytes, int at) {
    return (bytes[P256.SCALAR - 1 - at / 2] >>> (WIDTH * (at & 1))) & 0xF;
  }

  /** Returns which of the multiples a digit chooses. */
  int multiple(int digit) {
    int value = digits[digit];
    int sign = value >> 31;
    return ((value ^ sign) - sign) >>> 1;
  }

  /** Returns -1 if a digit is negative, else 0. */
  long sign(int digit) {
    return digits[digit] >> 31;
  }
}
