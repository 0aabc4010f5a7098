package org.vigie.casework.submission;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Who may have a file looked into. One account has one file looked into at a time and leaves room
 * for another's; whoever handed in one that took too much waits before the next.
 */
final class LookingTurns {
  /** How long an account waits after a file that took too much: five times what that took. */
  static final Duration REST = SubmissionProcess.LIMIT.multipliedBy(5);

  /** Files at a time: each may take the memory of a {@link SubmissionProcess}. */
  private static final int MOST = 2;

  private final Clock clock;
  private final Duration patience;
  private final Set<String> looking = new HashSet<>();
  private final Map<String, Instant> resting = new HashMap<>();

  /**
   * @param patience how long to wait for a turn
   */
  LookingTurns(Clock clock, Duration patience) {
    this.clock = clock;
    this.patience = patience;
  }

  /** Returns how long an account has to wait for its next file; zero if not at all. */
  synchronized Duration rest(String account) {
    Instant now = clock.instant();
    resting.values().removeIf(until -> !until.isAfter(now));
    Instant until = resting.get(account);
    return until == null ? Duration.ZERO : Duration.between(now, until);
  }

  /** Returns whether an account has the turn, for which it may wait a little. */
  synchronized boolean begin(String account) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (looking.contains(account) || looking.size() >= MOST) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    // While it waited, another file of the same account may have taken too much.
    return rest(account).isZero() && looking.add(account);
  }

  /** Ends a turn. */
  synchronized void end(String account, boolean tookTooMuch) {
    looking.remove(account);
    if (tookTooMuch) {
      resting.put(account, clock.instant().plus(REST));
    }
    notifyAll();
  }
}
