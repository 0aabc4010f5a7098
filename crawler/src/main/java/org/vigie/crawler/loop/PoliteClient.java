package org.vigie.crawler.loop;

import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.vigie.capture.warc.Exchange;
import org.vigie.crawler.fetch.BodyUse;
import org.vigie.crawler.fetch.FetchException;
import org.vigie.crawler.fetch.GuardedResolver;
import org.vigie.crawler.fetch.PageClient;
import org.vigie.crawler.fetch.Validators;
import org.vigie.crawler.metrics.CrawlMetrics;
import org.vigie.crawler.metrics.CrawlMetrics.Purpose;
import org.vigie.crawler.politeness.Politeness;

/** The one way in which a crawl makes requests, for pages and robots.txt alike: at its pace. */
public final class PoliteClient {
  private final PageClient client;
  private final GuardedResolver resolver;
  private final Politeness politeness;
  private final long maxBodyBytes;
  private final CrawlMetrics metrics;

  public PoliteClient(
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

  /**
   * Fetches a page, unless it is as it was; of what isn't a page, no body.
   *
   * @param known how the page was when it was fetched last
   * @param hashesImages whether a picture is read into its digest
   * @param whileHeld given the answer while nobody else may ask the host or its address
   */
  public Exchange get(URI url, Validators known, boolean hashesImages, Consumer<Exchange> whileHeld)
      throws FetchException, InterruptedException {
    return get(
        url, known, maxBodyBytes, type -> use(url, type, hashesImages), Purpose.PAGE, whileHeld);
  }

  /** Fetches a script, a style sheet or data that a page asks for; of anything else, no body. */
  public Exchange getPart(URI url, Consumer<Exchange> whileHeld)
      throws FetchException, InterruptedException {
    return get(
        url,
        Validators.none(),
        maxBodyBytes,
        type -> isPart(url, type) ? BodyUse.KEEP : BodyUse.LEAVE,
        Purpose.PART,
        whileHeld);
  }

  /** Fetches a picture to be read; of anything else, no body. */
  public Exchange getPicture(URI url, Consumer<Exchange> whileHeld)
      throws FetchException, InterruptedException {
    return get(
        url,
        Validators.none(),
        maxBodyBytes,
        type -> isImage(type) ? BodyUse.KEEP : BodyUse.LEAVE,
        Purpose.PICTURE,
        whileHeld);
  }

  private static boolean isPart(URI url, String contentType) {
    String type = contentType.toLowerCase(Locale.ROOT);
    return isPage(url, type) || type.contains("javascript") || type.contains("css");
  }

  private static BodyUse use(URI url, String type, boolean hashesImages) {
    if (isPage(url, type)) {
      return BodyUse.KEEP;
    }
    return hashesImages && isImage(type) ? BodyUse.DIGEST : BodyUse.LEAVE;
  }

  /** Returns whether a content type is that of a picture. */
  static boolean isImage(String type) {
    return type.strip().toLowerCase(Locale.ROOT).startsWith("image/");
  }

  /** Fetches a robots.txt, whatever it turns out to be. */
  public Exchange getRobots(URI url, long maxBytes, Consumer<Exchange> whileHeld)
      throws FetchException, InterruptedException {
    return get(
        url,
        Validators.none(),
        maxBytes,
        type -> BodyUse.KEEP,
        Purpose.ROBOTS,
        answer -> {
          politeness.took(url.getHost(), answer.took());
          whileHeld.accept(answer);
        });
  }

  /** Returns whether a content type may be that of a page, feed, timeline or sitemap. */
  static boolean isPage(URI url, String contentType) {
    String type = contentType.toLowerCase(Locale.ROOT);
    boolean readable =
        type.isBlank()
            || type.contains("html")
            || type.contains("xml")
            || type.contains("json")
            || type.startsWith("text/plain")
            || isPackedSitemap(url, type);
    return readable && !isImage(type);
  }

  private static boolean isPackedSitemap(URI url, String type) {
    String path = String.valueOf(url.getRawPath());
    boolean packed = path.endsWith(".xml.gz") || path.endsWith(".txt.gz");
    return packed && (type.contains("gzip") || type.startsWith("application/octet-stream"));
  }

  private Exchange get(
      URI url,
      Validators known,
      long maxBytes,
      Function<String, BodyUse> use,
      Purpose purpose,
      Consumer<Exchange> whileHeld)
      throws FetchException, InterruptedException {
    String address;
    try {
      address = resolver.address(url.getHost()).getHostAddress();
    } catch (UnknownHostException e) {
      throw FetchException.unresolved(url.getHost(), e);
    }
    politeness.awaitTurn(url.getHost(), address);
    try {
      Exchange answer = client.get(url, known, maxBytes, use);
      metrics.answered(purpose, answer);
      whileHeld.accept(answer);
      return answer;
    } catch (FetchException e) {
      metrics.failed(purpose, e.kind().label());
      throw e;
    } finally {
      politeness.ended(url.getHost(), address);
    }
  }
}
