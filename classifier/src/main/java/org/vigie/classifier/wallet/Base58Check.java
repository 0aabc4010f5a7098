package org.vigie.classifier.wallet;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Base58Check, in which older Bitcoin, Litecoin and TRON addresses are written. */
final class Base58Check {
  private static final String ALPHABET =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

  private static final BigInteger BASE = BigInteger.valueOf(58);

  /** One version byte and a hash of 20. */
  private static final int PAYLOAD = 21;

  private static final int CHECKSUM = 4;

  private Base58Check() {}

  /** Returns the version byte of an address, 0 to 255, or -1 if its checksum doesn't fit. */
  static int version(String address) {
    BigInteger value = BigInteger.ZERO;
    for (int i = 0; i < address.length(); i++) {
      int digit = ALPHABET.indexOf(address.charAt(i));
      if (digit < 0) {
        return -1;
      }
      value = value.multiply(BASE).add(BigInteger.valueOf(digit));
    }
    byte[] decoded = padded(value);
    if (decoded.length == 0 || leadingOnes(address) != leadingZeros(decoded)) {
      return -1;
    }
    byte[] payload = Arrays.copyOf(decoded, PAYLOAD);
    byte[] expected = Arrays.copyOf(sha256(sha256(payload)), CHECKSUM);
    byte[] found = Arrays.copyOfRange(decoded, PAYLOAD, PAYLOAD + CHECKSUM);
    return Arrays.equals(expected, found) ? payload[0] & 0xFF : -1;
  }

  /** Returns a number as 25 bytes, or as none if it is larger. */
  private static byte[] padded(BigInteger value) {
    byte[] bytes = value.toByteArray();
    int from = bytes[0] == 0 ? 1 : 0;
    int length = bytes.length - from;
    if (length > PAYLOAD + CHECKSUM) {
      return new byte[0];
    }
    byte[] padded = new byte[PAYLOAD + CHECKSUM];
    System.arraycopy(bytes, from, padded, padded.length - length, length);
    return padded;
  }

  private static int leadingOnes(String address) {
    int ones = 0;
    while (ones < address.length() && address.charAt(ones) == '1') {
      ones++;
    }
    return ones;
  }

  private static int leadingZeros(byte[] bytes) {
    int zeros = 0;
    while (zeros < bytes.length && bytes[zeros] == 0) {
      zeros++;
    }
    return zeros;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
