package org.vigie.crawler.metrics;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.Unread;
import org.vigie.capture.warc.Exchange;
import org.vigie.crawler.frontier.HostStatus;
import org.vigie.crawler.status.CrawlStatus;

/**
 * The figures of one crawl; the help of each says what it counts.
 *
 * <p>What happens often is counted as it happens; the rest is taken from the last {@link
 * CrawlStatus}. Host names and URLs are no labels: there may be millions, and they say who is being
 * watched. Safe for use by several threads.
 */
public final class CrawlMetrics {
  /** What a request was for. */
  public enum Purpose {
    PAGE,
    ROBOTS,
    /** What a page that is rendered asks for. */
    PART,
    /** A picture of an advert that is read. */
    PICTURE;

    private final String label = name().toLowerCase(Locale.ROOT);
  }

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final AtomicReference<@Nullable CrawlStatus> last = new AtomicReference<>();
  private final Histogram latency =
      Histogram.builder()
          .name("vigie_crawl_request_seconds")
          .help("Time from sending a request to the last byte of its answer")
          .unit(Unit.SECONDS)
          .labelNames("purpose")
          .classicOnly()
          .classicUpperBounds(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
          .register(registry);
  private final Counter received =
      Counter.builder()
          .name("vigie_crawl_received_bytes_total")
          .help("Bytes of bodies as they were sent, cut ones as far as they were read")
          .labelNames("purpose")
          .register(registry);
  private final Counter failures =
      Counter.builder()
          .name("vigie_crawl_failed_requests_total")
          .help("Requests that brought no answer, by reason")
          .labelNames("purpose", "reason")
          .register(registry);
  private final Counter unread =
      Counter.builder()
          .name("vigie_crawl_unread_pages_total")
          .help("Pages fetched whole that yielded no advert, by reason")
          .labelNames("reason")
          .register(registry);
  private final Counter rendering =
      Counter.builder()
          .name("vigie_crawl_rendering_total")
          .help("Pages that need a script whose seed asks for rendering, by what came of it")
          .labelNames("outcome")
          .register(registry);
  private final Counter pictures =
      Counter.builder()
          .name("vigie_crawl_pictures_total")
          .help("Pictures that adverts of pages show, by what came of them")
          .labelNames("outcome")
          .register(registry);
  private final CounterDataPoint adverts =
      Counter.builder()
          .name("vigie_crawl_adverts_total")
          .help("Adverts found on committed pages, repeats included")
          .register(registry);
  private final CounterDataPoint commits =
      Counter.builder()
          .name("vigie_crawl_commits_total")
          .help("Times that pages were made durable, one or more at a time")
          .register(registry);
  private final CounterDataPoint committed =
      Counter.builder()
          .name("vigie_crawl_committed_urls_total")
          .help("URLs whose visit was ended durably")
          .register(registry);

  public CrawlMetrics() {
    // A series that is there from the start shows a first event as a change from 0.
    for (Purpose purpose : Purpose.values()) {
      latency.labelValues(purpose.label);
      received.labelValues(purpose.label);
    }
    for (Unread reason : Unread.values()) {
      if (!reason.isExpected()) {
        unread.labelValues(reason.label());
      }
    }
    rendering.labelValues("rendered");
    pictures.labelValues("read");
    counter(
        "vigie_crawl_back_offs_total",
        "Times that a host was found overloaded or silent, and given more time",
        status -> status.totals().backOffs());
    counter(
        "vigie_crawl_archive_bytes_total",
        "Bytes written to WARC files in this run",
        status -> status.totals().archiveBytes());
    gauge(
        "vigie_crawl_urls_waiting",
        "URLs known and not yet dealt with",
        status -> status.progress().waiting());
    gauge(
        "vigie_crawl_paused",
        "1 if the crawl is paused, else 0",
        status -> status.phase() == CrawlStatus.Phase.PAUSED ? 1 : 0);
    CounterWithCallback.builder()
        .name("vigie_crawl_urls_total")
        .help("URLs by what came of them in this run")
        .labelNames("outcome")
        .callback(figure -> {
          CrawlStatus status = last.get();
          if (status != null) {
            status.totals().outcomes().forEach((outcome, urls) -> figure.call(urls, outcome));
          }
        })
        .register(registry);
    GaugeWithCallback.builder()
        .name("vigie_crawl_hosts")
        .help("Hosts by what they are at: busy, due, delayed, parked, done")
        .labelNames("state")
        .callback(figure -> {
          CrawlStatus status = last.get();
          for (HostStatus.State state : HostStatus.State.values()) {
            double hosts = status == null ? 0 : status.hostsIn(state);
            figure.call(hosts, state.name().toLowerCase(Locale.ROOT));
          }
        })
        .register(registry);
  }

  /** Counts a request that was answered. */
  public void answered(Purpose purpose, Exchange exchange) {
    latency.labelValues(purpose.label).observe(exchange.took().toNanos() / 1e9);
    received.labelValues(purpose.label).inc(exchange.response().body().length);
  }

  /** Counts a request that was not answered. */
  public void failed(Purpose purpose, String reason) {
    failures.labelValues(purpose.label, reason).inc();
  }

  /**
   * Counts a page that yielded no advert.
   *
   * @param reason a label of {@link Unread}
   */
  public void unread(String reason) {
    unread.labelValues(reason).inc();
  }

  /**
   * Counts a page that needs a script, where its seed asks for rendering.
   *
   * @param outcome {@code rendered}, or short why not
   */
  public void rendering(String outcome) {
    rendering.labelValues(outcome).inc();
  }

  /**
   * Counts a picture that an advert shows.
   *
   * @param outcome {@code read}, {@code read-without-text}, {@code known}, or short why it wasn't
   *     read
   */
  public void picture(String outcome) {
    pictures.labelValues(outcome).inc();
  }

  /** Counts URLs that were made durable at once, and the adverts on their pages. */
  public void committed(int urls, int found) {
    commits.inc();
    committed.inc(urls);
    adverts.inc(found);
  }

  /** Returns how many adverts were found. */
  public long adverts() {
    return (long) adverts.get();
  }

  /** Keeps where the crawl stands. */
  public void stands(CrawlStatus status) {
    last.set(status);
  }

  PrometheusRegistry registry() {
    return registry;
  }

  private void counter(String name, String help, ToDoubleFunction<CrawlStatus> figure) {
    CounterWithCallback.builder()
        .name(name)
        .help(help)
        .callback(point -> point.call(value(figure)))
        .register(registry);
  }

  private void gauge(String name, String help, ToDoubleFunction<CrawlStatus> figure) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(point -> point.call(value(figure)))
        .register(registry);
  }

  private double value(ToDoubleFunction<CrawlStatus> figure) {
    CrawlStatus status = last.get();
    return status == null ? 0 : figure.applyAsDouble(status);
  }
}
