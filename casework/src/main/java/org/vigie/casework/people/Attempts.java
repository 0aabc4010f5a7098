package org.vigie.casework.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Failed sign-ins per name and per address, which must wait longer after each: one second after the
 * fifth, then twice as long each time, up to a quarter of an hour.
 */
public final class Attempts {
  private static final int FREE = 5;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  /** More names and addresses than a unit has; the oldest give way to a flood. */
  private static final int MOST = 10_000;

  private final Map<String, Failures> bySubject = new LinkedHashMap<>();
  private final Clock clock;

  public Attempts(Clock clock) {
    this.clock = clock;
  }

  private record Failures(int count, Instant last) {
    Instant nextTry() {
      if (count < FREE) {
        return last;
      }
      long doubled = FIRST_WAIT.toMillis() << Math.min(count - FREE, 20);
      return last.plusMillis(Math.min(doubled, LONGEST_WAIT.toMillis()));
    }
  }

  /** Returns whether a name or an address may try now. */
  public synchronized boolean mayTry(String subject) {
    Failures failures = bySubject.get(subject);
    return failures == null || !clock.instant().isBefore(failures.nextTry());
  }

  public synchronized void failed(String subject) {
    Failures before = bySubject.remove(subject);
    bySubject.put(subject, new Failures(before == null ? 1 : before.count() + 1, clock.instant()));
    if (bySubject.size() > MOST) {
      bySubject.remove(bySubject.keySet().iterator().next());
    }
  }

  public synchronized void succeeded(String subject) {
    bySubject.remove(subject);
  }
}
