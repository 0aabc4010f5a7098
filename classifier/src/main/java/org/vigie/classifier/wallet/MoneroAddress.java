package org.vigie.classifier.wallet;

import java.util.Arrays;

/**
 * An address of Monero: base 58 in blocks of eleven characters, with four bytes of Keccak-256 as
 * checksum.
 *
 * @see <a href="https://docs.getmonero.org/public-address/standard-address/">Standard address</a>
 */
final class MoneroAddress {
  /** The largest number whose 58-fold eight bytes hold. */
  private static final long MOST_TIMES_58 = Long.divideUnsigned(-1, 58);

  private static final String ALPHABET =
      "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

  /** Eleven characters hold eight bytes, and the last seven five. */
  private static final int BLOCK = 11;

  private static final int BLOCK_BYTES = 8;
  private static final int LAST = 7;
  private static final int LAST_BYTES = 5;

  private static final int CHECKSUM = 4;

  /** A network byte, two keys of 32 bytes and the checksum. */
  private static final int LENGTH = 95;

  /** The same with a payment's id of eight bytes. */
  private static final int INTEGRATED_LENGTH = 106;

  private static final int STANDARD = 18;
  private static final int INTEGRATED = 19;
  private static final int SUBADDRESS = 42;

  private MoneroAddress() {}

  /** Returns whether a word is an address on the main network whose checksum fits. */
  static boolean isAddress(String word) {
    if (word.length() != LENGTH && word.length() != INTEGRATED_LENGTH) {
      return false;
    }
    byte[] decoded = new byte[word.length() / BLOCK * BLOCK_BYTES + LAST_BYTES];
    int at = 0;
    for (int start = 0; start < word.length(); start += BLOCK) {
      boolean last = word.length() - start == LAST;
      int bytes = last ? LAST_BYTES : BLOCK_BYTES;
      if (!decode(word, start, last ? LAST : BLOCK, decoded, at, bytes)) {
        return false;
      }
      at += bytes;
    }
    int network = decoded[0];
    boolean known =
        word.length() == LENGTH
            ? network == STANDARD || network == SUBADDRESS
            : network == INTEGRATED;
    return known && hasChecksum(decoded);
  }

  private static boolean hasChecksum(byte[] decoded) {
    int end = decoded.length - CHECKSUM;
    byte[] digest = Keccak256.digest(Arrays.copyOf(decoded, end));
    return Arrays.equals(digest, 0, CHECKSUM, decoded, end, decoded.length);
  }

  /** Decodes a block, big end first; returns false if it is of other signs or too large. */
  private static boolean decode(
      String word, int start, int length, byte[] target, int at, int bytes) {
    long value = 0;
    for (int i = start; i < start + length; i++) {
      int digit = ALPHABET.indexOf(word.charAt(i));
      long times = value * 58;
      // 58 to the eleventh is more than eight bytes hold.
      if (digit < 0 || Long.compareUnsigned(value, MOST_TIMES_58) > 0) {
        return false;
      }
      value = times + digit;
      if (Long.compareUnsigned(value, times) < 0) {
        return false;
      }
    }
    if (bytes < Long.BYTES && value >>> (8 * bytes) != 0) {
      return false;
    }
    for (int i = 0; i < bytes; i++) {
      target[at + i] = (byte) (value >>> (8 * (bytes - 1 - i)));
    }
    return true;
  }
}
