package org.vigie.casework.people;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/**
 * The second factor: codes of six digits that change every 30 seconds (RFC 6238).
 *
 * @param secret 20 bytes in Base32 (RFC 4648), as authenticator apps take it
 */
public record OneTimeCode(String secret) {
  public OneTimeCode {
    if (Base32.decode(secret).length < LEAST_BYTES) {
      throw new IllegalArgumentException(
          "a secret must have at least %d bytes".formatted(LEAST_BYTES));
    }
  }

  private static final TimeBasedOneTimePasswordGenerator CODES =
      new TimeBasedOneTimePasswordGenerator();
  private static final int SECRET_BYTES = 20;

  /** RFC 4226, section 4: 128 bits. */
  private static final int LEAST_BYTES = 16;

  /** Clocks differ: the step before and the one after count too (RFC 6238, section 5.2). */
  private static final int DRIFT_STEPS = 1;

  /** Returns a new secret. */
  public static OneTimeCode random(SecureRandom random) {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return new OneTimeCode(Base32.encode(bytes));
  }

  /** Returns the address that authenticator apps read from a picture or a link. */
  public String enrolment(String account) {
    return "otpauth://totp/Vigie:%s?secret=%s&issuer=Vigie".formatted(account, secret);
  }

  /** Returns the code at an instant. */
  public String at(Instant instant) {
    try {
      return CODES.generateOneTimePasswordString(
          new SecretKeySpec(Base32.decode(secret), CODES.getAlgorithm()), instant);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("any bytes are a key for an HMAC", e);
    }
  }

  /** Returns whether a code is right now, to see that an app has taken the secret. */
  public boolean matches(String code, Instant now) {
    return findStep(code, now, Long.MIN_VALUE).isPresent();
  }

  /**
   * Finds the time step whose code is given, among those later than the last one used: a code
   * counts once.
   */
  OptionalLong findStep(String code, Instant now, long lastUsed) {
    long present = now.toEpochMilli() / CODES.getTimeStep().toMillis();
    for (long step = present - DRIFT_STEPS; step <= present + DRIFT_STEPS; step++) {
      String expected = at(Instant.ofEpochMilli(step * CODES.getTimeStep().toMillis()));
      if (step > lastUsed && equal(expected, code)) {
        return OptionalLong.of(step);
      }
    }
    return OptionalLong.empty();
  }

  private static boolean equal(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.strip().getBytes(StandardCharsets.UTF_8));
  }
}
