package org.vigie.casework.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tries to sign in per name, device and address, which must wait longer after each that failed: one
 * second after the last free one, then twice as long each time, up to a quarter of an hour, or a
 * minute for an address. A try counts as failed from its beginning, so that many at once are no
 * more than one after another. Failures are forgotten after a while.
 */
public final class Attempts {
  private static final int FREE = 5;

  /** An office has one address: a typo of each must not shut out all. */
  private static final int FREE_OF_ADDRESS = 30;

  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  /** A typo costs an office no more, whatever was guessed there before. */
  private static final Duration LONGEST_WAIT_OF_ADDRESS = Duration.ofMinutes(1);

  /** Failures older than this say nothing of whoever tries now. */
  private static final Duration FORGOTTEN = Duration.ofHours(1);

  /** More names and addresses than a unit has; the oldest give way to a flood. */
  private static final int MOST = 10_000;

  private final Map<String, Failures> bySubject = new LinkedHashMap<>();
  private final Clock clock;

  public Attempts(Clock clock) {
    this.clock = clock;
  }

  private record Failures(int count, Instant last) {
    Instant nextTry(int free, Duration longestWait) {
      if (count < free) {
        return last;
      }
      long doubled = FIRST_WAIT.toMillis() << Math.min(count - free, 20);
      return last.plusMillis(Math.min(doubled, longestWait.toMillis()));
    }
  }

  /** Returns what counts for an address, which many people may share. */
  public static String ofAddress(String address) {
    return "address " + address;
  }

  /**
   * Begins a try: if all that it counts for may try now, it counts as failed for each until it has
   * {@linkplain #succeeded succeeded}; otherwise for none.
   *
   * @return whether it may go on
   */
  public synchronized boolean begin(List<String> subjects) {
    if (!subjects.stream().allMatch(this::mayTry)) {
      return false;
    }
    subjects.forEach(this::failed);
    return true;
  }

  /** Returns whether a name or an address may try now. */
  public synchronized boolean mayTry(String subject) {
    Instant now = clock.instant();
    Failures failures = bySubject.get(subject);
    if (failures != null && now.isAfter(failures.last().plus(FORGOTTEN))) {
      bySubject.remove(subject);
      return true;
    }
    return failures == null || !now.isBefore(nextTry(failures, subject));
  }

  public synchronized void failed(String subject) {
    Failures before = bySubject.remove(subject);
    bySubject.put(subject, new Failures(before == null ? 1 : before.count() + 1, clock.instant()));
    if (bySubject.size() > MOST) {
      bySubject.remove(bySubject.keySet().iterator().next());
    }
  }

  /** Forgets the failures of somebody who was let in. */
  public synchronized void succeeded(String subject) {
    bySubject.remove(subject);
  }

  /** Halves the failures of an address from which somebody was let in: others may guess there. */
  public synchronized void succeededAt(String address) {
    Failures before = bySubject.get(address);
    if (before != null) {
      bySubject.put(address, new Failures(before.count() / 2, before.last()));
    }
  }

  private static Instant nextTry(Failures failures, String subject) {
    return subject.startsWith("address ")
        ? failures.nextTry(FREE_OF_ADDRESS, LONGEST_WAIT_OF_ADDRESS)
        : failures.nextTry(FREE, LONGEST_WAIT);
  }
}
