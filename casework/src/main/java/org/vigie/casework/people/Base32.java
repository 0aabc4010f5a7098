package org.vigie.casework.people;

import java.util.Arrays;

/** Base32 without padding (RFC 4648, section 6), which authenticator apps use for secrets. */
final class Base32 {
  private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  private Base32() {}

  static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte b : bytes) {
      buffer = (buffer << Byte.SIZE) | (b & 0xFF);
      bits += Byte.SIZE;
      while (bits >= BITS) {
        bits -= BITS;
        text.append(DIGITS.charAt((buffer >> bits) & 31));
      }
    }
    if (bits > 0) {
      text.append(DIGITS.charAt((buffer << (BITS - bits)) & 31));
    }
    return text.toString();
  }

  /**
   * Returns the bytes that a text stands for.
   *
   * @throws IllegalArgumentException if it holds anything but Base32's digits
   */
  static byte[] decode(String text) {
    byte[] bytes = new byte[text.length() * BITS / Byte.SIZE];
    int buffer = 0;
    int bits = 0;
    int at = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = DIGITS.indexOf(text.charAt(i));
      if (digit < 0) {
        throw new IllegalArgumentException("a secret must be in Base32, but isn't at " + i);
      }
      buffer = (buffer << BITS) | digit;
      bits += BITS;
      if (bits >= Byte.SIZE) {
        bits -= Byte.SIZE;
        bytes[at++] = (byte) (buffer >> bits);
      }
    }
    return Arrays.copyOf(bytes, at);
  }
}
