package org.vigie.pipeline;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * When a job takes a checkpoint: once something was counted since the last one, at most once an
 * interval, and one at a time. A job that waits with nothing to do takes none: writing the state of
 * twenty steps every two seconds cost more than all else that it did.
 *
 * <p>What comes after a while in which nothing came is saved as soon as it is counted, and what
 * follows from it an interval later.
 */
final class NeededCheckpoints {
  private final long interval;
  private final LongSupplier clock;
  private final Supplier<CompletableFuture<Long>> begin;

  private CompletableFuture<Long> latest = CompletableFuture.completedFuture(0L);
  private @Nullable Map<String, Object> saved;
  private long begun;

  /**
   * @param interval between the beginnings of two of them
   * @param clock in nanoseconds, as {@link System#nanoTime}
   * @param begin begins one; what it returns ends with it
   */
  NeededCheckpoints(
      Duration interval, LongSupplier clock, Supplier<CompletableFuture<Long>> begin) {
    this.interval = interval.toNanos();
    this.clock = clock;
    this.begin = begin;
    begun = clock.getAsLong() - this.interval;
  }

  /** Begins a checkpoint if it is time to, given what the job has counted so far. */
  void look(Map<String, Object> counted) {
    if (!latest.isDone()) {
      return;
    }
    if (latest.isCompletedExceptionally()) {
      saved = null; // whether it ends the job is the job's to say
    }
    long now = clock.getAsLong();
    if (!counted.equals(saved) && now - begun >= interval) {
      saved = Map.copyOf(counted);
      begun = now;
      latest = begin.get();
    }
  }
}
