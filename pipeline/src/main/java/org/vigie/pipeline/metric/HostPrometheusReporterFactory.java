package org.vigie.pipeline.metric;

import java.util.Properties;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Makes {@link HostPrometheusReporter}s; Flink finds it by name. */
public final class HostPrometheusReporterFactory implements MetricReporterFactory {
  @Override
  public MetricReporter createMetricReporter(Properties unused) {
    return new HostPrometheusReporter();
  }
}
