package org.vigie.text;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The processor time that work takes: what else a machine does, and when it stands still, isn't the
 * work's.
 */
public final class ProcessorTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long BETWEEN_LOOKS_MILLIS = 20;

  private ProcessorTime() {}

  /**
   * Returns what work returns; work in one thread alone is measured.
   *
   * @throws AssertionError as soon as it has taken more, or if it fails
   */
  public static <T> T within(Duration most, Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = Thread.ofPlatform().daemon().name("measured").start(task);
    while (true) {
      // Before it is asked whether the work is done: a thread that has ended tells no time.
      long took = THREADS.getThreadCpuTime(thread.threadId());
      if (took > most.toNanos()) {
        AssertionError late =
            new AssertionError("work must take at most %s of a processor".formatted(most));
        late.setStackTrace(thread.getStackTrace());
        thread.interrupt();
        throw late;
      }
      try {
        return task.get(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        continue; // it goes on
      } catch (ExecutionException | InterruptedException e) {
        thread.interrupt();
        throw new AssertionError(e.getCause() == null ? e : e.getCause());
      }
    }
  }
}
