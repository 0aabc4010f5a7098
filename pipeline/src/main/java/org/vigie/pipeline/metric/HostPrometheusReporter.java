package org.vigie.pipeline.metric;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.HTTPServer;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.InetSocketAddress;
import java.util.Iterator;
import org.apache.flink.configuration.IllegalConfigurationException;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.prometheus.AbstractPrometheusReporter;
import org.apache.flink.util.NetUtils;
import org.jspecify.annotations.Nullable;

/**
 * Flink's reporter for Prometheus at an address that is chosen: Flink's own listens to the whole
 * network.
 *
 * <p>Settings: {@code host}, by default loopback; {@code port}, a port or a range of them, of which
 * the first free one is taken.
 */
public final class HostPrometheusReporter extends AbstractPrometheusReporter {
  private @Nullable HTTPServer server;

  @Override
  public void open(MetricConfig config) {
    super.open(config);
    registry().register(new PluginFigures());
    String host = config.getString("host", "127.0.0.1");
    String range = config.getString("port", "9249");
    Iterator<Integer> ports = NetUtils.getPortRangeFromString(range);
    while (server == null && ports.hasNext()) {
      int port = ports.next();
      try {
        server = new HTTPServer(new InetSocketAddress(host, port), registry(), true);
        log.info("figures at http://{}:{}/metrics", host, server.getPort());
      } catch (IOException e) {
        log.info("{}:{} can't be listened at: {}", host, port, e.toString());
      }
    }
    if (server == null) {
      throw new IllegalConfigurationException(
          "one port of " + range + " must be free at " + host + ", but none is");
    }
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop();
    }
    super.close();
  }

  /** Flink keeps it from classes of other packages (2.3.0). */
  private CollectorRegistry registry() {
    try {
      Field field = AbstractPrometheusReporter.class.getDeclaredField("registry");
      field.setAccessible(true);
      return (CollectorRegistry) field.get(this);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "Flink's reporter for Prometheus must have a registry, but another version is here", e);
    }
  }
}
