package org.vigie.pipeline.metric;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** A count that is parted by a label whose values are few, and known when they first come. */
public final class CountByLabel {
  private final StreamMetric metric;
  private final MetricGroup operator;
  private final Map<String, Counter> counters = new HashMap<>();

  /**
   * @param known values that are 0 from the start: so their first event shows as a change
   */
  public CountByLabel(StreamMetric metric, MetricGroup operator, String... known) {
    this.metric = metric;
    this.operator = operator;
    for (String value : known) {
      counters.put(value, metric.counter(operator, value));
    }
  }

  /** Counts one. */
  public void add(String value) {
    counters.computeIfAbsent(value, unused -> metric.counter(operator, value)).inc();
  }
}
