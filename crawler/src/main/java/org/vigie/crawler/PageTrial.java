package org.vigie.crawler;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Capture;
import org.vigie.advert.Mandate;
import org.vigie.capture.extract.TriedPage;
import org.vigie.capture.extract.site.SiteTemplates;
import org.vigie.capture.warc.ContentCoding;
import org.vigie.capture.warc.Exchange;
import org.vigie.capture.warc.UnsupportedCodingException;
import org.vigie.crawler.fetch.FetchException;
import org.vigie.crawler.fetch.GuardedResolver;
import org.vigie.crawler.fetch.PageClient;
import org.vigie.crawler.fetch.Validators;
import org.vigie.crawler.frontier.CrawlOutcome;
import org.vigie.crawler.frontier.FrontierScope;
import org.vigie.crawler.frontier.Seed;
import org.vigie.crawler.loop.PoliteClient;
import org.vigie.crawler.metrics.CrawlMetrics;
import org.vigie.crawler.politeness.HostMemory;
import org.vigie.crawler.politeness.Politeness;
import org.vigie.crawler.robots.RobotsCache;
import org.vigie.crawler.robots.RobotsRules;

/**
 * A look at one page as a crawl would see it, with a crawl's manners and safety, of which nothing
 * is kept: no capture, no frontier, no robots rules.
 */
public final class PageTrial {
  private final CrawlConfig config;
  private final Mandate mandate;
  private final SiteTemplates templates;
  private final Clock clock;

  public PageTrial(CrawlConfig config, Mandate mandate, SiteTemplates templates, Clock clock) {
    this.config = config;
    this.mandate = mandate;
    this.templates = templates;
    this.clock = clock;
  }

  /**
   * What came of a look.
   *
   * @param url the address looked at
   * @param outcome {@code fetched}, {@code http-404}, {@code robots-disallowed} and the like
   * @param contentType what the server said
   * @param redirect where the server sent us instead, which is not followed; or empty
   * @param truncated whether the body was longer than what is kept of one
   * @param page what it yields; null unless it was fetched
   * @param inScope links that a crawl seeded with this address would follow
   * @param outOfScope links that it would not
   */
  public record Report(
      String url,
      String outcome,
      String contentType,
      String redirect,
      boolean truncated,
      @Nullable TriedPage page,
      List<String> inScope,
      List<String> outOfScope) {}

  /**
   * Looks at a page on the web.
   *
   * @throws org.vigie.advert.ExpiredMandateException if the mandate has expired
   */
  public Report fetch(URI address) throws InterruptedException, IOException {
    String url = FrontierScope.normalize(address.toString());
    if (url == null) {
      throw new IllegalArgumentException(
          "a page must have an http or https address with a host, but was " + address);
    }
    URI page = URI.create(url);
    mandate.requireValid(clock.instant());
    GuardedResolver resolver =
        new GuardedResolver(config.localWeb().hosts(), config.localWeb().allowed());
    Politeness politeness = new Politeness(config.hostDelay(), HostMemory.none(), clock, false);
    try (PageClient client =
        new PageClient(config.userAgent(), config.requestTimeout(), 1, resolver, clock)) {
      PoliteClient polite =
          new PoliteClient(client, resolver, politeness, config.maxBodyBytes(), new CrawlMetrics());
      RobotsCache robots =
          new RobotsCache(
              polite::getRobots, politeness, config.productToken(), HostMemory.none(), clock);
      RobotsRules rules = robots.rules(page);
      if (!rules.allows(page)) {
        return nothing(
            url,
            rules.reached() ? CrawlOutcome.ROBOTS_DISALLOWED.label() : rules.failure(),
            "",
            "");
      }
      mandate.requireValid(clock.instant());
      return report(url, polite.get(page, Validators.none(), false, answer -> {}));
    } catch (FetchException e) {
      return nothing(url, e.kind().label(), "", "");
    }
  }

  /** Looks at a saved page as if it stood at an address; asks nobody. */
  public Report read(String url, byte[] body) {
    return report(url, "text/html", false, body, Map.of("content-type", "text/html"));
  }

  private Report report(String url, Exchange exchange) {
    Map<String, String> headers = exchange.response().headerMap();
    String type = headers.getOrDefault("content-type", "");
    int status = exchange.response().status();
    if (status >= 300 && status < 400) {
      return nothing(
          url, CrawlOutcome.REDIRECT.label(), type, headers.getOrDefault("location", ""));
    }
    if (status < 200 || status > 299) {
      return nothing(url, CrawlOutcome.labelOf(status), type, "");
    }
    try {
      ContentCoding.Decoded decoded =
          ContentCoding.undo(
              exchange.response().body(),
              headers.getOrDefault("content-encoding", ""),
              config.maxBodyBytes());
      boolean truncated = exchange.response().truncated() || decoded.truncated();
      return report(url, type, truncated, decoded.bytes(), headers);
    } catch (UnsupportedCodingException e) {
      return nothing(url, "unreadable-coding", type, "");
    }
  }

  private Report report(
      String url, String type, boolean truncated, byte[] body, Map<String, String> headers) {
    // Nothing is archived, so there is no digest and no container to name.
    Capture capture =
        new Capture(url, clock.instant(), 200, headers, "", "not kept", 0, mandate.id());
    TriedPage page = TriedPage.of(capture, body, templates);
    FrontierScope scope = new FrontierScope(List.of(Seed.of(url, mandate)));
    Map<Boolean, List<String>> links =
        page.extraction().links().stream()
            .collect(Collectors.partitioningBy(link -> isInScope(scope, link)));
    return new Report(
        url,
        CrawlOutcome.FETCHED.label(),
        type,
        "",
        truncated,
        page,
        links.getOrDefault(true, List.of()),
        links.getOrDefault(false, List.of()));
  }

  private static boolean isInScope(FrontierScope scope, String link) {
    String url = FrontierScope.normalize(link);
    return url != null && scope.contains(url) && !FrontierScope.isTrap(url);
  }

  private static Report nothing(String url, String outcome, String type, String redirect) {
    return new Report(url, outcome, type, redirect, false, null, List.of(), List.of());
  }
}
