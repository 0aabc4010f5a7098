package org.vigie.crawler.frontier;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The front of one queue of one host, in memory; the rest is on disk.
 *
 * <p>It holds every key up to the horizon that was not taken yet, and none behind it. What is taken
 * stays on disk until it is done, so nothing is read twice and a kill loses nothing.
 */
final class KeyBuffer {
  private static final int REFILL = 32;

  /** Keys that come in before the horizon are held here; more than this and it draws nearer. */
  private static final int MAX_KEYS = 64;

  private final UrlStore store;
  private final UrlKey host;
  private final QueueKey.Kind kind;
  private TreeSet<QueueKey> keys = new TreeSet<>();

  /** Keys that were taken: they stay on disk, and may come to lie behind the horizon again. */
  private final Set<QueueKey> taken = new HashSet<>();

  private @Nullable QueueKey horizon;
  private boolean more = true;

  KeyBuffer(UrlStore store, UrlKey host, QueueKey.Kind kind) {
    this.store = store;
    this.host = host;
    this.kind = kind;
  }

  /** Returns the next key without taking it, or null if there is none. */
  @Nullable QueueKey peek() {
    while (keys.isEmpty() && more) {
      refill();
    }
    return keys.isEmpty() ? null : keys.first();
  }

  /** Takes the key that {@link #peek} returned, until it is added again or forgotten. */
  void take() {
    taken.add(keys.removeFirst());
  }

  /** Keeps a key that was just written to disk, or taken and not dealt with. */
  void add(QueueKey key) {
    taken.remove(key);
    if (horizon != null && key.compareTo(horizon) <= 0) {
      keys.add(key);
      if (keys.size() > MAX_KEYS) {
        keys.removeLast();
        horizon = keys.last();
        more = true;
      }
    } else {
      more = true;
    }
  }

  /** Returns the keys held here. */
  List<QueueKey> held() {
    return List.copyOf(keys);
  }

  /**
   * Returns whether a key of this queue on disk was not taken: it is held here, or lies behind the
   * horizon.
   */
  boolean isWaiting(QueueKey key) {
    boolean behind = horizon == null || key.compareTo(horizon) > 0;
    return keys.contains(key) || (behind && !taken.contains(key));
  }

  /** Forgets a key that was taken and is no more on disk. */
  void forget(QueueKey key) {
    taken.remove(key);
  }

  /** Keeps that a key that is waiting stands elsewhere now, on disk too. */
  void move(QueueKey from, QueueKey to) {
    keys.remove(from);
    add(to);
  }

  private void refill() {
    List<QueueKey> next = store.queue(host, kind, horizon, REFILL);
    keys.addAll(next);
    keys.removeAll(taken);
    more = next.size() == REFILL;
    if (!next.isEmpty()) {
      horizon = next.getLast();
    }
  }
}
