package org.vigie.classifier.encoder;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One run of a network, which is ended when its time is over. */
final class TimedRun implements AutoCloseable {
  private static final ScheduledThreadPoolExecutor CLOCK = clock();

  private final OrtSession.RunOptions options;
  private final Future<?> end;
  private final int millis;
  private final long start = System.nanoTime();
  private boolean closed;

  /**
   * Begins a run.
   *
   * @param millis how long it may take
   */
  TimedRun(int millis) throws OrtException {
    this.millis = millis;
    this.options = new OrtSession.RunOptions();
    this.end = CLOCK.schedule(this::end, millis, TimeUnit.MILLISECONDS);
  }

  private static ScheduledThreadPoolExecutor clock() {
    ScheduledThreadPoolExecutor clock =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "vigie-encoder-clock");
              thread.setDaemon(true);
              return thread;
            });
    clock.setRemoveOnCancelPolicy(true);
    return clock;
  }

  OrtSession.RunOptions options() {
    return options;
  }

  private synchronized void end() {
    try {
      if (!closed) {
        options.setTerminate(true);
      }
    } catch (OrtException e) {
      throw new IllegalStateException("a run must be one that can be ended", e);
    }
  }

  /** The network looks up between its layers only. */
  void requireInTime() throws EncoderException {
    long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    if (took >= millis) {
      throw new EncoderException("it may take %d ms a text, but took %d".formatted(millis, took));
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    end.cancel(false);
    options.close();
  }
}
