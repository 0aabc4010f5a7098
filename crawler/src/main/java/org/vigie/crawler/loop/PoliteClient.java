package org.vigie.crawler.loop;

import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.function.Predicate;
import org.vigie.crawler.fetch.FetchException;
import org.vigie.crawler.fetch.GuardedResolver;
import org.vigie.crawler.fetch.PageClient;
import org.vigie.crawler.fetch.Validators;
import org.vigie.crawler.politeness.Politeness;
import org.vigie.crawler.warc.Exchange;

/** The one way in which a crawl makes requests, for pages and robots.txt alike: at its pace. */
final class PoliteClient {
  private final PageClient client;
  private final GuardedResolver resolver;
  private final Politeness politeness;
  private final long maxBodyBytes;

  PoliteClient(
      PageClient client, GuardedResolver resolver, Politeness politeness, long maxBodyBytes) {
    this.client = client;
    this.resolver = resolver;
    this.politeness = politeness;
    this.maxBodyBytes = maxBodyBytes;
  }

  /** Fetches a page, unless it is as it was; of what isn't a page, no body. */
  Exchange get(URI url, Validators known) throws FetchException, InterruptedException {
    return get(url, known, maxBodyBytes, PoliteClient::isPage);
  }

  /** Fetches anything. */
  Exchange get(URI url, long maxBytes) throws FetchException, InterruptedException {
    return get(url, Validators.none(), maxBytes, type -> true);
  }

  /** Returns whether a content type may be that of a page or feed. */
  static boolean isPage(String contentType) {
    String type = contentType.toLowerCase(Locale.ROOT);
    return type.isBlank()
        || type.contains("html")
        || type.contains("xml")
        || type.startsWith("text/plain");
  }

  private Exchange get(URI url, Validators known, long maxBytes, Predicate<String> wanted)
      throws FetchException, InterruptedException {
    String address;
    try {
      address = resolver.address(url.getHost()).getHostAddress();
    } catch (UnknownHostException e) {
      throw FetchException.unresolved(url.getHost(), e);
    }
    politeness.awaitTurn(url.getHost(), address);
    try {
      return client.get(url, known, maxBytes, wanted);
    } finally {
      politeness.ended(url.getHost(), address);
    }
  }
}
