package org.vigie.casework.people;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Tries to sign in per name, device and address, which must wait longer after each that failed: one
 * second after the last free one, then twice as long each time, up to a quarter of an hour, or a
 * minute for an address. A try counts as failed from its beginning, so that many at once are no
 * more than one after another. Failures are forgotten after a while. Those of an account, and of
 * whoever must wait, stay through a flood of made-up names and addresses.
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

  /** More names and addresses than a unit has. */
  private static final int MOST = 10_000;

  private static final String ADDRESS = "address ";
  private static final String UNKNOWN = "unknown ";

  /** Bytes of an IPv6 address that name its network: whoever has one has all of its 2^64. */
  private static final int NETWORK = 8;

  private final Map<String, Failures> bySubject = new LinkedHashMap<>();
  private final Clock clock;

  public Attempts(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param before when the one before the last was, or the last if it is the first
   */
  private record Failures(int count, Instant last, Instant before) {
    Failures notAfter(Instant now) {
      return last.isAfter(now) ? new Failures(count, now, now) : this;
    }

    Instant nextTry(int free, Duration longestWait) {
      if (count < free) {
        return last;
      }
      long doubled = FIRST_WAIT.toMillis() << Math.min(count - free, 20);
      return last.plusMillis(Math.min(doubled, longestWait.toMillis()));
    }
  }

  /** Returns what counts for an address, which many people may share; of IPv6, for its network. */
  public static String ofAddress(String address) {
    if (address.indexOf(':') >= 0) {
      try {
        // No name is looked up for what has a colon.
        InetAddress parsed = InetAddress.getByName(address.replaceFirst("%.*", ""));
        return ADDRESS
            + (parsed instanceof Inet6Address
                ? HexFormat.of().formatHex(parsed.getAddress(), 0, NETWORK) + "/64"
                : parsed.getHostAddress());
      } catch (UnknownHostException e) {
        // What is no address counts as it is.
      }
    }
    return ADDRESS + address;
  }

  /** Returns what counts for the name of an account. */
  public static String ofAccount(String name) {
    return "name " + name;
  }

  /** Returns what counts for a name that no account has. */
  public static String ofUnknown(String name) {
    return UNKNOWN + name;
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
    // A clock that was set back makes nobody wait until it has caught up.
    Failures failures = bySubject.computeIfPresent(subject, (same, kept) -> kept.notAfter(now));
    if (failures != null && now.isAfter(failures.last().plus(FORGOTTEN))) {
      bySubject.remove(subject);
      return true;
    }
    return failures == null || !now.isBefore(nextTry(failures, subject));
  }

  /**
   * Does what a try was begun for. If too many passwords are hashed at once, nothing was tried, and
   * it counts as failed no longer.
   *
   * @throws BusyException as the check does
   */
  public <T> T check(List<String> subjects, Supplier<T> check) {
    try {
      return check.get();
    } catch (BusyException e) {
      subjects.forEach(this::giveBack);
      throw e;
    }
  }

  private synchronized void giveBack(String subject) {
    bySubject.computeIfPresent(
        subject,
        (same, now) ->
            now.count() == 1 ? null : new Failures(now.count() - 1, now.before(), now.before()));
  }

  public synchronized void failed(String subject) {
    Instant now = clock.instant();
    Failures before = bySubject.remove(subject);
    bySubject.put(
        subject,
        before == null
            ? new Failures(1, now, now)
            : new Failures(before.count() + 1, now, before.last()));
    if (bySubject.size() > MOST) {
      makeRoom(now);
    }
  }

  /**
   * Forgets whose last failure is the oldest. Those of accounts are no more than a unit has, and
   * those that must wait no more than could be hashed meanwhile.
   */
  private void makeRoom(Instant now) {
    Iterator<Map.Entry<String, Failures>> all = bySubject.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<String, Failures> one = all.next();
      String subject = one.getKey();
      boolean isAnybodys = subject.startsWith(ADDRESS) || subject.startsWith(UNKNOWN);
      if (isAnybodys && !now.isBefore(nextTry(one.getValue(), subject))) {
        all.remove();
        return;
      }
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
      bySubject.put(address, new Failures(before.count() / 2, before.last(), before.before()));
    }
  }

  private static Instant nextTry(Failures failures, String subject) {
    return subject.startsWith(ADDRESS)
        ? failures.nextTry(FREE_OF_ADDRESS, LONGEST_WAIT_OF_ADDRESS)
        : failures.nextTry(FREE, LONGEST_WAIT);
  }
}
