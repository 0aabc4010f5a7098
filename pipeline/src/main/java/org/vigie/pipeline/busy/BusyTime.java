package org.vigie.pipeline.busy;

import java.io.Serializable;
import org.apache.flink.api.common.accumulators.Accumulator;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.jspecify.annotations.Nullable;
import org.vigie.pipeline.count.LocalCounts;
import org.vigie.pipeline.metric.StageTimes;

/** The time that the instances of one step work, added up: two that work at once count twice. */
public final class BusyTime implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A piece of work. */
  @FunctionalInterface
  public interface Work<E extends Exception> {
    void run() throws E;
  }

  private final Stage stage;
  private LongCounter nanoseconds = new LongCounter();
  private transient @Nullable StageTimes times;

  public BusyTime(Stage stage) {
    this.stage = stage;
  }

  /** Makes the sum known to the job; called when an operator opens. */
  public void register(RuntimeContext context) {
    Accumulator<Long, Long> known = context.getAccumulator(stage.accumulator());
    if (known instanceof LongCounter sum) {
      nanoseconds = sum; // another step of the stage runs in the same task
    } else {
      LocalCounts.add(context, stage.accumulator(), nanoseconds);
    }
    times = new StageTimes(context.getMetricGroup(), stage.word());
  }

  /** Does a piece of work and adds its time. */
  public <E extends Exception> void during(Work<E> work) throws E {
    long start = System.nanoTime();
    try {
      work.run();
    } finally {
      add(System.nanoTime() - start);
    }
  }

  /** Adds time that was measured elsewhere. */
  public void add(long more) {
    nanoseconds.add(more);
    if (times != null && more > 0) {
      times.add(more);
    }
  }
}
