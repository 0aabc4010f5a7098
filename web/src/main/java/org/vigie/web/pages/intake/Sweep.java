package org.vigie.web.pages.intake;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something again and again until it is closed, in a thread that ends with the program. */
public final class Sweep implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

  private final Work work;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("intake-sweep").factory());

  /** What is done. */
  @FunctionalInterface
  public interface Work {
    void run() throws IOException;
  }

  private Sweep(Work work) {
    this.work = work;
  }

  /**
   * Begins.
   *
   * @param every how long it rests in between
   */
  public static Sweep every(Duration every, Work work) {
    Sweep sweep = new Sweep(work);
    sweep.timer.scheduleWithFixedDelay(
        sweep::once, every.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS);
    return sweep;
  }

  /** What fails once is done again the next time. */
  private void once() {
    try {
      work.run();
    } catch (IOException | RuntimeException e) {
      LOG.error("files that nobody decided on must be removed, but can't be", e);
    }
  }

  @Override
  public void close() {
    timer.shutdown();
  }
}
