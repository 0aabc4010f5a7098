package org.vigie.exchange.deconflict;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Arrays;
import org.vigie.files.digest.Sha256;

/**
 * Hashing to numbers below a prime of 256 bits: {@code expand_message_xmd} with SHA-256 and {@code
 * hash_to_field} with k = 128 (RFC 9380, 5.2 and 5.3.1).
 */
final class HashToField {
  /** Bytes of one number before it is reduced: ceil((256 + 128) / 8). */
  private static final int WIDE = 48;

  private static final int DIGEST = 32;
  private static final int BLOCK = 64;

  private HashToField() {}

  /**
   * Returns numbers below a prime.
   *
   * @param tag the domain separation tag, 255 bytes at most
   */
  static BigInteger[] numbers(byte[] message, byte[] tag, BigInteger prime, int count) {
    byte[] wide = expand(message, tag, count * WIDE);
    BigInteger[] numbers = new BigInteger[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = new BigInteger(1, Arrays.copyOfRange(wide, i * WIDE, (i + 1) * WIDE)).mod(prime);
    }
    return numbers;
  }

  /** Returns a message expanded to some bytes; {@code expand_message_xmd}. */
  static byte[] expand(byte[] message, byte[] tag, int length) {
    int blocks = (length + DIGEST - 1) / DIGEST;
    if (blocks > 255 || tag.length > 255) {
      throw new IllegalArgumentException(
          "at most 255 blocks and a tag of 255 bytes are allowed, but these are more");
    }
    MessageDigest sha = Sha256.digester();
    sha.update(new byte[BLOCK]);
    sha.update(message);
    sha.update(new byte[] {(byte) (length >> 8), (byte) length, 0});
    byte[] first = withTag(sha, tag);
    byte[] expanded = new byte[blocks * DIGEST];
    byte[] last = new byte[DIGEST];
    for (int i = 1; i <= blocks; i++) {
      for (int at = 0; at < DIGEST; at++) {
        last[at] ^= first[at];
      }
      sha.update(last);
      sha.update((byte) i);
      last = withTag(sha, tag);
      System.arraycopy(last, 0, expanded, (i - 1) * DIGEST, DIGEST);
    }
    return Arrays.copyOf(expanded, length);
  }

  private static byte[] withTag(MessageDigest sha, byte[] tag) {
    sha.update(tag);
    sha.update((byte) tag.length);
    return sha.digest();
  }
}
