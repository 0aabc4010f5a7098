package org.vigie.pipeline.standalone;

/**
 * How to start a cluster.
 *
 * @param taskManagers from 1 to 16
 * @param restPort port of Flink's REST interface on loopback, from 1 to 65535
 * @param metricsPorts ports on loopback of which each process takes one for Prometheus
 * @param kafka whether a broker is started too
 */
public record ClusterPlan(int taskManagers, int restPort, String metricsPorts, boolean kafka) {
  public ClusterPlan {
    if (taskManagers < 1 || taskManagers > 16) {
      throw new IllegalArgumentException(
          "taskManagers must be from 1 to 16, but was " + taskManagers);
    }
    if (restPort < 1 || restPort > 65_535) {
      throw new IllegalArgumentException("restPort must be from 1 to 65535, but was " + restPort);
    }
  }
}
