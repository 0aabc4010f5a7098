package org.vigie.casework.people;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Secrets of authenticators that people are about to take, each made here, told once, and good in
 * the session that asked for it alone, for some minutes and some tries.
 */
public final class NewAuthenticators {
  /** Long enough to fetch another phone. */
  public static final Duration LIFE = Duration.ofMinutes(10);

  /** Wrong codes after which one has to begin again. */
  public static final int MOST_WRONG = 5;

  private final Map<String, Pending> bySession = new HashMap<>();
  private final SecureRandom random;
  private final Clock clock;

  public NewAuthenticators(SecureRandom random, Clock clock) {
    this.random = random;
    this.clock = clock;
  }

  private record Pending(OneTimeCode code, Instant ends, int wrong) {}

  /** Makes a secret for a session; an earlier one of it ends. */
  public synchronized OneTimeCode begin(String session) {
    removeEnded();
    OneTimeCode code = OneTimeCode.random(random);
    bySession.put(session, new Pending(code, clock.instant().plus(LIFE), 0));
    return code;
  }

  /** Returns whether a session has one that its person may still show a code of. */
  public synchronized boolean isPending(String session) {
    removeEnded();
    return bySession.containsKey(session);
  }

  /** Takes the secret of a session for a code of it, once; a wrong code counts. */
  public synchronized Optional<OneTimeCode> take(String session, String typed) {
    removeEnded();
    Pending pending = bySession.remove(session);
    if (pending == null) {
      return Optional.empty();
    }
    if (pending.code().matches(typed, clock.instant())) {
      return Optional.of(pending.code());
    }
    if (pending.wrong() + 1 < MOST_WRONG) {
      bySession.put(session, new Pending(pending.code(), pending.ends(), pending.wrong() + 1));
    }
    return Optional.empty();
  }

  private void removeEnded() {
    bySession.values().removeIf(pending -> !clock.instant().isBefore(pending.ends()));
  }
}
