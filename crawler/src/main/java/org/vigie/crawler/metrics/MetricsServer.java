package org.vigie.crawler.metrics;

import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import java.io.IOException;
import java.nio.channels.UnresolvedAddressException;

/** An HTTP server that gives the figures of a crawl to Prometheus, at {@code /metrics}. */
public final class MetricsServer implements AutoCloseable {
  private final HTTPServer server;

  private MetricsServer(HTTPServer server) {
    this.server = server;
  }

  /**
   * Starts a server.
   *
   * @param host address to listen at; there is no access control, so other machines should reach it
   *     only where that is wanted
   * @param port in [0, 65535]; 0 for any that is free
   * @throws IOException if the port is taken
   */
  public static MetricsServer start(CrawlMetrics metrics, String host, int port)
      throws IOException {
    try {
      return new MetricsServer(
          HTTPServer.builder()
              .hostname(host)
              .port(port)
              .registry(metrics.registry())
              .buildAndStart());
    } catch (IOException | UnresolvedAddressException e) {
      throw new IOException(
          "metrics must be served at %s:%d, but %s".formatted(host, port, reason(e)), e);
    }
  }

  private static String reason(Exception e) {
    return e.getMessage() == null ? "that is no address of this machine" : e.getMessage();
  }

  /** Returns the port that it listens at. */
  public int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    server.close();
  }
}
