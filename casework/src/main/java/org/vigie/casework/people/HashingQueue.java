package org.vigie.casework.people;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The few passwords that are hashed at once, and the short queue of those that wait: each takes 19
 * MiB and tens of milliseconds, and a flood of guesses must not stop those who are signed in.
 */
final class HashingQueue {
  /** For all accounts of this process: its processors are shared, too. */
  static final HashingQueue SHARED = new HashingQueue(2, 16, Duration.ofSeconds(2));

  private final Semaphore places;
  private final int most;
  private final Duration patience;
  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * @param atOnce how many are hashed at once
   * @param most how many may wait
   * @param patience for how long
   */
  HashingQueue(int atOnce, int most, Duration patience) {
    this.places = new Semaphore(atOnce, true);
    this.most = most;
    this.patience = patience;
  }

  /**
   * Hashes once there is room.
   *
   * @throws BusyException if too many wait already, or it took too long
   */
  <T> T hash(Supplier<T> hashing) {
    if (waiting.incrementAndGet() > most) {
      waiting.decrementAndGet();
      throw new BusyException();
    }
    boolean isIn = false;
    try {
      isIn = places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      waiting.decrementAndGet();
    }
    if (!isIn) {
      throw new BusyException();
    }
    try {
      return hashing.get();
    } finally {
      places.release();
    }
  }
}
