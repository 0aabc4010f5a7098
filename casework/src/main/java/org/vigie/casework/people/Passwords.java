package org.vigie.casework.people;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.security.SecureRandom;

/**
 * Passwords as Argon2id hashes in the PHC string format, with the parameters that OWASP's Password
 * Storage Cheat Sheet names as the least: 19 MiB, two passes, one lane.
 */
public final class Passwords {
  /** As NIST SP 800-63B asks for where a second factor stands beside it, and some more. */
  public static final int SHORTEST = 12;

  /** Long enough for any sentence, short enough that hashing it costs nothing to speak of. */
  public static final int LONGEST = 256;

  private static final int MEMORY_KIB = 19 * 1_024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;

  private static final Argon2Function ARGON2ID =
      Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);

  /**
   * The hash of a password that nobody knows, made anew by each process: compared with where there
   * is no account or none with a password, so that such a name takes as long as any other.
   */
  static final String NOBODYS = hash(Secret.random(new SecureRandom()));

  private Passwords() {}

  /**
   * Returns the hash of a password with a fresh salt.
   *
   * @throws IllegalArgumentException if it is too short or too long
   */
  public static String hash(String password) {
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      throw new IllegalArgumentException(
          "a password must have %d to %d characters, but had %d"
              .formatted(SHORTEST, LONGEST, password.length()));
    }
    return com.password4j.Password.hash(password).addRandomSalt(16).with(ARGON2ID).getResult();
  }

  /** Returns whether an account may have a password: long enough, and none that is tried first. */
  public static boolean isGood(String password, String name) {
    return password.length() >= SHORTEST
        && password.length() <= LONGEST
        && !WeakPassword.is(password, name);
  }

  /**
   * Returns whether a password has a hash.
   *
   * @throws BusyException if too many are hashed at once
   */
  static boolean matches(String password, String hash) {
    return password.length() <= LONGEST
        && HashingQueue.SHARED.hash(() ->
            com.password4j.Password.check(password, hash)
                .with(Argon2Function.getInstanceFromHash(hash)));
  }
}
