package org.vigie.pipeline.state;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.vigie.search.shard.WriterTurns;

/**
 * Those who write parts of checkpoints: few at a time, who rest, and who make haste while somebody
 * waits for a savepoint.
 */
final class StateWriters {
  /**
   * For how many times as long as it has written a writer rests: where a checkpoint holds all of a
   * large state, one after another is written, and this bounds what that costs.
   */
  private static final int RESTS = 8;

  private final Semaphore free;
  private final LongConsumer sleep;
  private final AtomicInteger awaited = new AtomicInteger();

  /**
   * @param most how many write at a time
   * @param sleep sleeps for some nanoseconds
   */
  StateWriters(int most, LongConsumer sleep) {
    free = new Semaphore(most, true);
    this.sleep = sleep;
  }

  /** Waits until a writer is free; those who waited before come first. */
  void begin() throws InterruptedException {
    free.acquire();
  }

  /** Lets the next writer begin. */
  void end() {
    free.release();
  }

  /** Takes note that somebody waits for a savepoint. */
  void await() {
    awaited.incrementAndGet();
  }

  /** Takes note that what {@link #await} told of has ended. */
  void awaited() {
    awaited.decrementAndGet();
  }

  /**
   * Rests, unless somebody waits for a savepoint, which may wait for this writer.
   *
   * @param took nanoseconds that it has written for
   */
  void rest(long took) {
    if (awaited.get() == 0) {
      sleep.accept(Math.min(RESTS * took, WriterTurns.LONGEST_REST));
    }
  }

  /** Returns how many more may write now. */
  int free() {
    return free.availablePermits();
  }

  /** Returns about how many wait. */
  int waiting() {
    return free.getQueueLength();
  }
}
