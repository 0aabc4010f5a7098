package org.vigie.pipeline.alert;

import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;

/**
 * When an operator that holds changes back until the next checkpoint lets them go: then, or a short
 * while after the first of them, where somebody waits for alerts at a sink that needs no
 * checkpoint.
 *
 * <p>One per operator instance. What is let go early is overwritten by what holds at the
 * checkpoint, so the index ends up the same.
 */
public final class PromptFlush implements Serializable {
  private static final long serialVersionUID = 1L;

  /** With what Flink's buffers add on the way, half a second at most from record to alert. */
  private static final Duration SOON = Duration.ofMillis(100);

  private final long afterMillis;
  private transient boolean due;

  private PromptFlush(long afterMillis) {
    this.afterMillis = afterMillis;
  }

  /** Returns that changes wait for the checkpoint: each is then written once. */
  public static PromptFlush atCheckpoints() {
    return new PromptFlush(0);
  }

  /** Returns that changes wait a tenth of a second, so that those of one moment go together. */
  public static PromptFlush soon() {
    return new PromptFlush(SOON.toMillis());
  }

  /** Returns what suits a job that writes alerts to a topic, or doesn't. */
  public static PromptFlush of(Optional<?> alertTopic) {
    return alertTopic.isPresent() ? soon() : atCheckpoints();
  }

  /** What lets changes go. */
  @FunctionalInterface
  public interface Flush {
    void run() throws Exception;
  }

  /** Takes note that something changed, and sees to it that it goes in time. */
  public void changed(ProcessingTimeService time, Flush flush) {
    if (afterMillis > 0 && !due) {
      due = true;
      time.registerTimer(
          time.getCurrentProcessingTime() + afterMillis,
          at -> {
            due = false;
            flush.run();
          });
    }
  }
}
