package org.vigie.crawler.loop;

import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.function.Predicate;
import org.vigie.crawler.fetch.FetchException;
import org.vigie.crawler.fetch.GuardedResolver;
import org.vigie.crawler.fetch.PageClient;
import org.vigie.crawler.metrics.CrawlMetrics;
import org.vigie.crawler.metrics.CrawlMetrics.Purpose;
import org.vigie.crawler.politeness.Politeness;
import org.vigie.crawler.warc.Exchange;

/** The one way in which a crawl makes requests, for pages and robots.txt alike: at its pace. */
final class PoliteClient {
  private final PageClient client;
  private final GuardedResolver resolver;
  private final Politeness politeness;
  private final long maxBodyBytes;
  private final CrawlMetrics metrics;

  PoliteClient(
      PageClient client,
      GuardedResolver resolver,
      Politeness politeness,
      long maxBodyBytes,
      CrawlMetrics metrics) {
    this.client = client;
    this.resolver = resolver;
    this.politeness = politeness;
    this.maxBodyBytes = maxBodyBytes;
    this.metrics = metrics;
  }

  /** Fetches a page; of what isn't one, no body. */
  Exchange get(URI url) throws FetchException, InterruptedException {
    return get(url, maxBodyBytes, PoliteClient::isPage, Purpose.PAGE);
  }

  /** Fetches a robots.txt, whatever it turns out to be. */
  Exchange getRobots(URI url, long maxBytes) throws FetchException, InterruptedException {
    return get(url, maxBytes, type -> true, Purpose.ROBOTS);
  }

  /** Returns whether a content type may be that of a page or feed. */
  static boolean isPage(String contentType) {
    String type = contentType.toLowerCase(Locale.ROOT);
    return type.isBlank()
        || type.contains("html")
        || type.contains("xml")
        || type.startsWith("text/plain");
  }

  private Exchange get(URI url, long maxBytes, Predicate<String> wanted, Purpose purpose)
      throws FetchException, InterruptedException {
    String address;
    try {
      address = resolver.address(url.getHost()).getHostAddress();
    } catch (UnknownHostException e) {
      throw FetchException.unresolved(url.getHost(), e);
    }
    politeness.awaitTurn(url.getHost(), address);
    try {
      Exchange exchange = client.get(url, maxBytes, wanted);
      metrics.answered(purpose, exchange);
      return exchange;
    } catch (FetchException e) {
      metrics.failed(purpose, e.kind().label());
      throw e;
    } finally {
      politeness.ended(url.getHost(), address);
    }
  }
}
