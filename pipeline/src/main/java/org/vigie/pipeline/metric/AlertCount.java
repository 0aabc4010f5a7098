package org.vigie.pipeline.metric;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Counts the alerts that an operator raises and withdraws. */
public final class AlertCount {
  private final CountByLabel raised;
  private final Counter withdrawn;

  /**
   * @param rules those that it may raise
   */
  public AlertCount(MetricGroup operator, String... rules) {
    raised = new CountByLabel(StreamMetric.ALERTS_RAISED, operator, rules);
    withdrawn = StreamMetric.ALERTS_WITHDRAWN.counter(operator);
  }

  /** Counts one that did not stand before. */
  public void raised(String rule) {
    raised.add(rule);
  }

  /** Counts one that no longer stands. */
  public void withdrawn() {
    withdrawn.inc();
  }
}
