package org.vigie.crawler.loop;

import crawlercommons.filters.basic.BasicURLNormalizer;
import edu.uci.ics.crawler4j.crawler.CrawlConfig;
import edu.uci.ics.crawler4j.fetcher.PageFetchResult;
import edu.uci.ics.crawler4j.fetcher.PageFetcher;
import edu.uci.ics.crawler4j.url.WebURL;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.vigie.advert.Capture;
import org.vigie.advert.ExpiredMandateException;
import org.vigie.crawler.fetch.FetchException;
import org.vigie.crawler.frontier.CrawlFrontier;
import org.vigie.crawler.loop.PageOutcomes.End;
import org.vigie.crawler.politeness.Politeness;
import org.vigie.crawler.warc.Exchange;
import org.vigie.crawler.warc.HeaderLine;
import org.vigie.crawler.warc.WarcArchive;

/**
 * Fetches a page the way this project vouches for: mandate, robots rules, pace, guarded address,
 * bounded answer, archive. Only then does crawler4j see it.
 *
 * <p>Of crawler4j's own fetcher nothing is left but the type: its client, which trusts every
 * certificate, is closed as soon as it is made.
 */
final class CaptureFetcher extends PageFetcher {
  private final CrawlRules rules;
  private final Politeness politeness;
  private final PoliteClient client;
  private final WarcArchive archive;
  private final CrawlFrontier frontier;
  private final PageOutcomes outcomes;

  CaptureFetcher(
      CrawlConfig config,
      CrawlRules rules,
      Politeness politeness,
      PoliteClient client,
      WarcArchive archive,
      CrawlFrontier frontier,
      PageOutcomes outcomes)
      throws GeneralSecurityException {
    super(config, new BasicURLNormalizer());
    super.shutDown();
    this.rules = rules;
    this.politeness = politeness;
    this.client = client;
    this.archive = archive;
    this.frontier = frontier;
    this.outcomes = outcomes;
  }

  @Override
  public PageFetchResult fetchPage(WebURL webUrl) throws InterruptedException, IOException {
    String url = webUrl.getURL();
    URI uri = URI.create(url);
    try {
      CrawlRules.Answer answer = rules.check(uri);
      if (!answer.allowed()) {
        return refused(url, answer.outcome(), answer.end());
      }
      return answered(url, uri, client.get(uri));
    } catch (ExpiredMandateException e) {
      frontier.stop();
      return refused(url, "mandate-expired", End.POSTPONED);
    } catch (FetchException e) {
      return failed(url, uri, e);
    }
  }

  /** Closing is the crawl's business. */
  @Override
  public synchronized void shutDown() {}

  private PageFetchResult answered(String url, URI uri, Exchange exchange) throws IOException {
    int status = exchange.status();
    if (status == 429 || status >= 500) {
      politeness.backOff(uri.getHost(), retryAfter(exchange));
      outcomes.transientFailure(url, "http-" + status);
      throw new NoPageException();
    }
    politeness.succeeded(uri.getHost(), exchange.took());
    boolean success = status >= 200 && status < 300;
    if (success && !PoliteClient.isPage(header(exchange, "content-type"))) {
      return refused(url, "not-a-page", End.DONE);
    }
    Capture capture;
    try {
      capture = archive.archive(exchange);
    } catch (IOException e) {
      outcomes.fail(e);
      return refused(url, "not-archived", End.POSTPONED);
    }
    if (success) {
      outcomes.archived(url);
    } else {
      outcomes.set(url, status < 400 ? "redirect" : "http-" + status, End.DONE);
    }
    return new CapturedPage(capture, exchange);
  }

  private PageFetchResult failed(String url, URI uri, FetchException e) throws NoPageException {
    if (e.kind().isTransient()) {
      politeness.backOff(uri.getHost(), Duration.ZERO);
      outcomes.transientFailure(url, e.kind().label());
      throw new NoPageException();
    }
    boolean forGood = e.kind() == FetchException.Kind.ADDRESS_REFUSED;
    return refused(url, e.kind().label(), forGood ? End.DONE : End.POSTPONED);
  }

  private PageFetchResult refused(String url, String outcome, End end) throws NoPageException {
    outcomes.set(url, outcome, end);
    throw new NoPageException();
  }

  private Duration retryAfter(Exchange exchange) {
    String value = header(exchange, "retry-after").strip();
    try {
      if (!value.isEmpty() && value.length() < 10 && value.chars().allMatch(Character::isDigit)) {
        return Duration.ofSeconds(Long.parseLong(value));
      }
      if (!value.isEmpty()) {
        ZonedDateTime until =
            ZonedDateTime.parse(
                value, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ENGLISH));
        Duration wait = Duration.between(rules.clock().instant(), until);
        return wait.isNegative() ? Duration.ZERO : wait;
      }
    } catch (DateTimeException e) {
      return Duration.ZERO; // not a time: our own back-off holds
    }
    return Duration.ZERO;
  }

  static String header(Exchange exchange, String name) {
    for (HeaderLine line : exchange.headers()) {
      if (line.name().equalsIgnoreCase(name)) {
        return line.value();
      }
    }
    return "";
  }

  /** An archived answer, as crawler4j takes it. */
  static final class CapturedPage extends PageFetchResult {
    private final Capture capture;
    private final Exchange exchange;

    CapturedPage(Capture capture, Exchange exchange) {
      super(true);
      this.capture = capture;
      this.exchange = exchange;
      setStatusCode(exchange.status());
      setFetchedUrl(exchange.url());
      setMovedToUrl(header(exchange, "location"));
      setResponseHeaders(
          exchange.headers().stream()
              .map(line -> new BasicHeader(line.name(), line.value()))
              .toArray(Header[]::new));
    }

    @Override
    public boolean fetchContent(edu.uci.ics.crawler4j.crawler.Page page, int maxBytes) {
      page.setFetchResponseHeaders(responseHeaders);
      page.setContentType(header(exchange, "content-type"));
      page.setContentData(exchange.body());
      page.setParseData(new CapturedLinks(capture));
      return true;
    }

    @Override
    public void close() {}
  }
}
