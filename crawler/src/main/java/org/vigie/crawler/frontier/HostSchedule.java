package org.vigie.crawler.frontier;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vigie.crawler.politeness.Politeness;

/**
 * Which host is next: of those whose turn has come, the one that has waited longest.
 *
 * <p>Turns only move back, so a host's place is put right when it reaches the front. Hosts that
 * have not answered yet, or not in time, share a lane of their own: they may be slow without
 * holding all threads.
 *
 * <p>While more URLs wait than may be fetched, a host whose best URL scores below those fetched of
 * late waits longer between its turns, in proportion: the pages that are left go where adverts are.
 * Guarded by its frontier.
 */
final class HostSchedule {
  private static final Comparator<HostQueue> BY_TURN = Comparator.comparingLong(host -> host.turn);

  /** No host waits longer than so many times its delay for its score. */
  private static final double MAX_STRETCH = 16;

  /** About so many URLs taken last count. */
  private static final int RECENT = 64;

  private final Politeness politeness;
  private final Clock clock;
  private final int slowLane;
  private final PriorityQueue<HostQueue> proven = new PriorityQueue<>(BY_TURN);
  private final PriorityQueue<HostQueue> unproven = new PriorityQueue<>(BY_TURN);
  private final PriorityQueue<Sleeper> sleeping = new PriorityQueue<>();
  private final Map<String, Long> wakes = new HashMap<>();
  private int slowUnderWay;
  private double recentScore;
  private boolean scarce;

  /** A host without work until a time. */
  private record Sleeper(long untilMillis, HostQueue host) implements Comparable<Sleeper> {
    @Override
    public int compareTo(Sleeper other) {
      return Long.compare(untilMillis, other.untilMillis);
    }
  }

  HostSchedule(Politeness politeness, Clock clock, int slowLane) {
    this.politeness = politeness;
    this.clock = clock;
    this.slowLane = slowLane;
  }

  /** Returns a host to take a URL of, or null if none is ready. */
  @Nullable HostQueue next() {
    wake();
    HostQueue host = ready(proven);
    if (host == null && slowUnderWay < slowLane) {
      host = ready(unproven);
    }
    if (host != null) {
      (host.proven ? proven : unproven).remove();
      host.placed = false;
      host.busy = true;
      slowUnderWay += host.proven ? 0 : 1;
    }
    return host;
  }

  /** Returns in how many nanoseconds a host may be ready, at least 1 ms. */
  long untilNext() {
    long now = System.nanoTime();
    long soonest = TimeUnit.SECONDS.toNanos(1);
    HostQueue first = proven.peek();
    if (first != null) {
      soonest = Math.min(soonest, first.turn - now);
    }
    HostQueue other = slowUnderWay < slowLane ? unproven.peek() : null;
    if (other != null) {
      soonest = Math.min(soonest, other.turn - now);
    }
    Sleeper sleeper = sleeping.peek();
    if (sleeper != null) {
      long millis = Math.clamp(sleeper.untilMillis() - clock.millis(), 0, 1_000);
      soonest = Math.min(soonest, TimeUnit.MILLISECONDS.toNanos(millis));
    }
    return Math.max(TimeUnit.MILLISECONDS.toNanos(1), soonest);
  }

  /**
   * Keeps that no URL of a host is under way any more.
   *
   * @param answered whether it answered in time; null if it wasn't asked
   */
  void release(HostQueue host, @Nullable Boolean answered) {
    slowUnderWay -= host.proven ? 0 : 1;
    host.busy = false;
    if (answered != null) {
      host.proven = answered;
    }
    place(host);
  }

  /** Puts a host that got work where it belongs; one that is busy or placed stays. */
  void place(HostQueue host) {
    if (host.busy || host.placed) {
      return;
    }
    long now = clock.millis();
    if (host.parkedUntil > now) {
      sleep(host, host.parkedUntil);
      return;
    }
    host.parked = "";
    if (host.waiting > 0 || host.againDue() <= now) {
      wakes.remove(host.name);
      long wait = politeness.untilTurn(host.name).toNanos();
      host.turn = System.nanoTime() + (scarce ? (long) (wait * stretch(host)) : wait);
      (host.proven ? proven : unproven).add(host);
      host.placed = true;
    } else if (host.againDue() < Long.MAX_VALUE) {
      sleep(host, host.againDue());
    }
  }

  /** Forgets the hosts that a condition holds for, but for those that are busy. */
  void remove(Predicate<String> hosts) {
    for (PriorityQueue<HostQueue> lane : List.of(proven, unproven)) {
      lane.removeIf(host -> hosts.test(host.name));
    }
    sleeping.removeIf(sleeper -> hosts.test(sleeper.host().name));
    wakes.keySet().removeIf(hosts);
  }

  /** Keeps the score of a URL that was taken. */
  void taken(double score) {
    recentScore += (score - recentScore) / RECENT;
  }

  /** Keeps whether more URLs wait than may be fetched. */
  void setScarce(boolean now) {
    scarce = now;
  }

  private double stretch(HostQueue host) {
    QueueKey best = host.peekNew();
    return best == null
        ? 1
        : Math.clamp(recentScore / Math.max(best.score(), 1e-3), 1, MAX_STRETCH);
  }

  /** Returns whether a host that isn't busy has work now, be its turn soon or late. */
  boolean hasWork() {
    wake();
    return !proven.isEmpty() || !unproven.isEmpty();
  }

  private void sleep(HostQueue host, long until) {
    Long known = wakes.put(host.name, until);
    if (known == null || known != until) {
      sleeping.add(new Sleeper(until, host));
    }
  }

  /** A host may have gone to sleep several times: only the last counts. */
  private void wake() {
    long now = clock.millis();
    Sleeper first;
    while ((first = sleeping.peek()) != null && first.untilMillis() <= now) {
      sleeping.remove();
      if (wakes.remove(first.host().name, first.untilMillis())) {
        place(first.host());
      }
    }
  }

  private @Nullable HostQueue ready(PriorityQueue<HostQueue> lane) {
    long now = System.nanoTime();
    HostQueue first;
    while ((first = lane.peek()) != null && first.turn - now <= 0) {
      long until = politeness.untilTurn(first.name).toNanos();
      if (until == 0) {
        return first;
      }
      lane.remove();
      first.turn = now + until;
      lane.add(first);
    }
    return null;
  }
}
