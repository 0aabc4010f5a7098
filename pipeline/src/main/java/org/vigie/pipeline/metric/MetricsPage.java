package org.vigie.pipeline.metric;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.apache.flink.configuration.Configuration;

/**
 * The page on which Prometheus reads the figures of a job, {@code http://127.0.0.1:PORT/metrics}.
 *
 * @param ports a port, or a range such as {@code 9250-9269} of which each process takes one
 */
public record MetricsPage(String ports) {
  private static final String LOOPBACK = "127.0.0.1";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(100);

  /** Returns the page at one port. */
  public static MetricsPage at(int port) {
    return new MetricsPage(Integer.toString(port));
  }

  /**
   * Returns if a port is free now. Flink would log that it isn't, and run without.
   *
   * @throws IOException if it is taken
   */
  public static void requireFree(int port) throws IOException {
    try {
      new ServerSocket(port, 1, InetAddress.getByName(LOOPBACK)).close();
    } catch (IOException e) {
      throw new IOException(
          "metrics must be served at %s:%d, but %s".formatted(LOOPBACK, port, e.getMessage()), e);
    }
  }

  /**
   * Returns once a port is free.
   *
   * @throws IOException if it isn't in ten seconds
   */
  public static void awaitFree(int port) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    while (true) {
      try {
        requireFree(port);
        return;
      } catch (IOException e) {
        if (System.nanoTime() - begin > PATIENCE.toNanos()) {
          throw e;
        }
        Thread.sleep(POLL.toMillis());
      }
    }
  }

  /** Adds it to Flink's settings. */
  public void addTo(Configuration flink) {
    String reporter = "metrics.reporter.prometheus.";
    flink.setString("metrics.reporters", "prometheus");
    flink.setString(reporter + "factory.class", HostPrometheusReporterFactory.class.getName());
    flink.setString(reporter + "host", LOOPBACK);
    flink.setString(reporter + "port", ports);
    // Else a rule named cross-channel would read cross_channel.
    flink.setString(reporter + "filterLabelValueCharacters", "false");
  }
}
