package org.vigie.pipeline.metric;

import java.util.concurrent.TimeUnit;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;

/** How long one instance of a stage worked at each of the last things that came to it. */
public final class StageTimes {
  /** Enough for a 99th percentile, and read again whenever somebody asks. */
  private static final int LAST = 1_000;

  private final Histogram microseconds;

  /**
   * @param stage its name, a word
   */
  public StageTimes(MetricGroup operator, String stage) {
    microseconds =
        StreamMetric.STAGE_TIME.histogram(
            operator, stage, new DescriptiveStatisticsHistogram(LAST));
  }

  /** Notes one. */
  public void add(long nanoseconds) {
    microseconds.update(TimeUnit.NANOSECONDS.toMicros(nanoseconds));
  }
}
