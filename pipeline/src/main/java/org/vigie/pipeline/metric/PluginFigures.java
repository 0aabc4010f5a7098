package org.vigie.pipeline.metric;

import io.prometheus.client.Collector;
import io.prometheus.client.CounterMetricFamily;
import java.util.List;
import org.vigie.files.plugin.PluginCounts;

/** Counts of plug-ins of all kinds, as Prometheus reads them of this process. */
final class PluginFigures extends Collector {
  private static final List<String> LABELS = List.of("kind", "plugin");

  @Override
  public List<MetricFamilySamples> collect() {
    CounterMetricFamily asked =
        new CounterMetricFamily(
            "vigie_plugin_asked_total", "Questions that plug-ins were asked", LABELS);
    CounterMetricFamily failed =
        new CounterMetricFamily(
            "vigie_plugin_failed_total",
            "Questions that plug-ins didn't answer as they must",
            LABELS);
    for (PluginCounts.Count count : PluginCounts.all()) {
      List<String> labels = List.of(count.kind().label(), count.name());
      asked.addMetric(labels, count.asked());
      failed.addMetric(labels, count.failed());
    }
    return List.of(asked, failed);
  }
}
