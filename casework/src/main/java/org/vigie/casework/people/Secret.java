package org.vigie.casework.people;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.vigie.files.digest.Sha256;

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
    return Base64.getEncoder().encodeToString(Sha256.digest(secret));
  }

  /**
   * Returns 16 hexadecimal digits by which one may be named: 64 bits of its hash, which tell as
   * little of 256 random bits as the whole hash does, and not enough to find that.
   */
  static String mark(String secret) {
    return HexFormat.of().formatHex(Sha256.digest(secret), 0, Long.BYTES);
  }
}
