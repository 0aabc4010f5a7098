package org.vigie.casework.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random texts that nobody can guess, and the hashes by which they are kept. */
final class Secret {
  private static final int BYTES = 32;

  private Secret() {}

  /** Returns a new one in letters that a URL may hold. */
  static String random(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Returns what is kept of one: as random as it is, it needs no salt. */
  static String hash(String secret) {
    return Base64.getEncoder().encodeToString(digest(secret));
  }

  /**
   * Returns 16 hexadecimal digits by which one may be named: 64 bits of its hash, which tell as
   * little of 256 random bits as the whole hash does, and not enough to find that.
   */
  static String mark(String secret) {
    return HexFormat.of().formatHex(digest(secret), 0, Long.BYTES);
  }

  private static byte[] digest(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
