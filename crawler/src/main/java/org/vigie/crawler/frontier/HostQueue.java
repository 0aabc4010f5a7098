package org.vigie.crawler.frontier;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** The URLs of one host, and where it stands among the hosts. Guarded by its frontier. */
final class HostQueue {
  /** More URLs that fail wait for the next run: they take memory, and there is no hurry. */
  private static final int MAX_RESTING = 1_000;

  private static final Comparator<Resting> SOONEST = Comparator.comparingLong(Resting::untilMillis);

  /** A URL that failed and gets another chance. */
  private record Resting(long untilMillis, QueueKey url) {}

  final String name;
  final UrlKey key;
  private final KeyBuffer fresh;
  private final KeyBuffer again;
  private final PriorityQueue<Resting> resting = new PriorityQueue<>(SOONEST);
  private boolean againNext;

  /** URLs never fetched that may still be taken in this run. */
  long waiting;

  /** When its turn is, as far as known, by {@link System#nanoTime}; it may turn out to be later. */
  long turn;

  /** Whether it waits for its turn. */
  boolean placed;

  /** Whether one of its URLs is under way. */
  boolean busy;

  /** Whether its last answer came in time. */
  boolean proven;

  /** Why none of its URLs is taken for now, or empty. */
  String parked = "";

  /** Until when, in milliseconds since 1970. */
  long parkedUntil;

  /** Up to where the scores of its new URLs were looked at again; null to begin anew. */
  @Nullable QueueKey rescored;

  /** Pages fetched in this run. */
  long pages;

  /** After how many of them scores are looked at again. */
  long nextRescoring;

  HostQueue(UrlStore store, String name) {
    this.name = name;
    this.key = UrlKey.of(name);
    this.fresh = new KeyBuffer(store, key, QueueKey.Kind.NEW);
    this.again = new KeyBuffer(store, key, QueueKey.Kind.AGAIN);
  }

  /** Takes the next URL; null if none is due. New URLs and those to look at again take turns. */
  @Nullable QueueKey poll(long nowMillis) {
    Resting rested = resting.peek();
    if (rested != null && rested.untilMillis() <= nowMillis) {
      return resting.remove().url();
    }
    QueueKey due = again.peek();
    if (due != null && due.order() <= nowMillis && (againNext || waiting == 0)) {
      again.take();
      againNext = false;
      return due;
    }
    againNext = true;
    QueueKey next = waiting == 0 ? null : fresh.peek();
    if (next != null) {
      fresh.take();
      waiting--;
    }
    return next;
  }

  void add(QueueKey next) {
    if (next.kind() == QueueKey.Kind.NEW) {
      fresh.add(next);
      waiting++;
    } else {
      again.add(next);
    }
  }

  /** Takes a URL back for another chance; returns false if too many wait for one already. */
  boolean rest(QueueKey url, long untilMillis) {
    return resting.size() < MAX_RESTING && resting.add(new Resting(untilMillis, url));
  }

  /** Returns the new URLs that are next, as far as they were read. */
  List<QueueKey> nextNew() {
    return fresh.held();
  }

  /** Returns whether a new URL that stands in its queue on disk was not taken. */
  boolean isWaiting(QueueKey next) {
    return fresh.isWaiting(next);
  }

  /** Keeps that a new URL that is waiting stands elsewhere now, on disk too. */
  void move(QueueKey from, QueueKey to) {
    fresh.move(from, to);
  }

  /** Returns its first new URL, or null. */
  @Nullable QueueKey peekNew() {
    return waiting == 0 ? null : fresh.peek();
  }

  /** Forgets a URL that was taken and stands in its queue on disk no more. */
  void forget(QueueKey ended) {
    queue(ended).forget(ended);
  }

  private KeyBuffer queue(QueueKey url) {
    return url.kind() == QueueKey.Kind.NEW ? fresh : again;
  }

  /** Returns when its first URL to look at again is due, in milliseconds; MAX_VALUE if none. */
  long againDue() {
    QueueKey first = again.peek();
    Resting rested = resting.peek();
    return Math.min(
        first == null ? Long.MAX_VALUE : first.order(),
        rested == null ? Long.MAX_VALUE : rested.untilMillis());
  }
}
