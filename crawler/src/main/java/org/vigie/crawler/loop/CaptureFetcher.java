package org.vigie.crawler.loop;

import crawlercommons.filters.basic.BasicURLNormalizer;
import edu.uci.ics.crawler4j.crawler.CrawlConfig;
import edu.uci.ics.crawler4j.fetcher.PageFetchResult;
import edu.uci.ics.crawler4j.fetcher.PageFetcher;
import edu.uci.ics.crawler4j.url.WebURL;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.vigie.advert.Capture;
import org.vigie.advert.ExpiredMandateException;
import org.vigie.capture.warc.Exchange;
import org.vigie.capture.warc.HeaderLine;
import org.vigie.crawler.fetch.FetchException;
import org.vigie.crawler.fetch.Validators;
import org.vigie.crawler.frontier.CrawlFrontier;
import org.vigie.crawler.frontier.CrawlOutcome;
import org.vigie.crawler.frontier.PageVisit;
import org.vigie.crawler.frontier.Seed;
import org.vigie.crawler.frontier.Target;
import org.vigie.crawler.loop.PageOutcomes.End;
import org.vigie.crawler.politeness.Politeness;

/**
 * Fetches a page the way this project vouches for: mandate, robots rules, pace, guarded address,
 * bounded answer, archive. Only then does crawler4j see it.
 *
 * <p>Of crawler4j's own fetcher nothing is left but the type: its client, which trusts every
 * certificate, is closed as soon as it is made.
 */
final class CaptureFetcher extends PageFetcher {
  /** A wait that is shorter than this is not worth giving the URL back. */
  private static final Duration LONG_WAIT = Duration.ofMillis(50);

  static final int NOT_MODIFIED = 304;

  private final CrawlRules rules;
  private final Politeness politeness;
  private final PoliteClient client;
  private final CrawlFrontier frontier;
  private final Budgets budgets;
  private final PageOutcomes outcomes;
  private final PagePictures pictures;
  private final HostPaces pace;
  private final Set<String> sitemapsOf = ConcurrentHashMap.newKeySet();

  CaptureFetcher(
      CrawlConfig config,
      CrawlRules rules,
      Politeness politeness,
      PoliteClient client,
      CrawlFrontier frontier,
      Budgets budgets,
      PageOutcomes outcomes,
      PagePictures pictures)
      throws GeneralSecurityException {
    super(config, new BasicURLNormalizer());
    super.shutDown();
    this.rules = rules;
    this.politeness = politeness;
    this.client = client;
    this.frontier = frontier;
    this.budgets = budgets;
    this.outcomes = outcomes;
    this.pictures = pictures;
    this.pace = new HostPaces(politeness, rules.clock());
  }

  @Override
  public PageFetchResult fetchPage(WebURL webUrl) throws InterruptedException, IOException {
    String url = webUrl.getURL();
    URI uri = URI.create(url);
    try {
      return switch (rules.check(uri, outcomes.due(url).last() != null)) {
        case CrawlRules.Answer.Refused refused -> refused(url, refused.outcome(), refused.end());
        case CrawlRules.Answer.Allowed allowed -> fetch(url, uri, allowed.seed());
      };
    } catch (ExpiredMandateException e) {
      if (!rules.scope().isAuthorised(rules.clock().instant())) {
        frontier.stop();
      }
      return refused(url, CrawlOutcome.MANDATE_EXPIRED, End.POSTPONED);
    } catch (FetchException e) {
      return failed(url, uri, e);
    }
  }

  private PageFetchResult fetch(String url, URI uri, Seed seed)
      throws InterruptedException, IOException {
    // The rules may just have been asked for: other hosts can be asked while this one rests.
    if (politeness.untilTurn(uri.getHost()).compareTo(LONG_WAIT) > 0) {
      outcomes.set(url, CrawlOutcome.LATER, End.RETRY);
      throw new NoPageException();
    }
    if (!budgets.take(seed)) {
      outcomes.set(url, CrawlOutcome.BUDGET_SPENT, End.POSTPONED);
      throw new NoPageException();
    }
    Exchange exchange = get(url, uri, seed);
    PageFetchResult page = answered(url, seed, exchange);
    if (sitemapsOf.add(uri.getScheme() + "://" + uri.getRawAuthority())) {
      linkSitemaps(url, uri);
    }
    return page;
  }

  private Exchange get(String url, URI uri, Seed seed) throws InterruptedException, FetchException {
    try {
      return client.get(
          uri,
          validators(url, seed),
          seed.imageHashes(),
          answer -> pace.answered(uri.getHost(), answer));
    } catch (FetchException e) {
      budgets.giveBack(seed);
      throw e;
    }
  }

  /** A host's sitemaps become links of the first of its pages that is archived in this run. */
  private void linkSitemaps(String url, URI uri) throws InterruptedException {
    int depth = outcomes.due(url).target().depth() + 1;
    if (depth <= getConfig().getMaxDepthOfCrawling()) {
      for (String sitemap : rules.sitemaps(uri)) {
        outcomes.link(url, new Target(sitemap, depth, 0, 1, ""));
      }
    }
  }

  /** Closing is the crawl's business. */
  @Override
  public synchronized void shutDown() {}

  private PageFetchResult answered(String url, Seed seed, Exchange exchange)
      throws NoPageException {
    int status = exchange.response().status();
    if (HostPaces.isOverloaded(exchange)) {
      budgets.giveBack(seed);
      outcomes.transientFailure(url, CrawlOutcome.labelOf(status));
      throw new NoPageException();
    }
    Answered answer = judged(url, seed, exchange);
    outcomes.answered(url, outcome(answer), answer);
    if (!answer.visit().isSuccess() && status != NOT_MODIFIED) {
      budgets.giveBack(seed);
    }
    if (answer.use() == Answered.Use.NO_PAGE
        && PoliteClient.isImage(header(exchange, "content-type"))) {
      pictures.alone(url);
    }
    if (answer.use() != Answered.Use.ARCHIVED) {
      throw new NoPageException(); // where it leads is known already, or no matter
    }
    return new CapturedPage(
        new AnswerHead(exchange).capture(seed), exchange, answer.last() != null);
  }

  /**
   * Returns what the server gave along with the page that is in the archive. A page that scripts
   * fill may show other things though its own bytes are the same.
   */
  private Validators validators(String url, Seed seed) {
    PageVisit last = outcomes.due(url).last();
    return last == null || !last.hasPage() || seed.render()
        ? Validators.none()
        : new Validators(last.kept().etag(), last.kept().lastModified());
  }

  private Answered judged(String url, Seed seed, Exchange exchange) {
    PageVisit last = outcomes.due(url).last();
    PageVisit visit = new AnswerHead(exchange).visit(last);
    Answered.Use use = Answered.Use.ARCHIVED;
    if (last != null && last.hasPage() && !seed.render() && isSame(last, exchange)) {
      use = Answered.Use.UNCHANGED;
    } else if (exchange.response().dropped() != null) {
      use = Answered.Use.DIGESTED;
    } else if (visit.isSuccess() && !isPage(exchange)) {
      use = Answered.Use.NO_PAGE;
    }
    return new Answered(exchange, seed, last, visit, use);
  }

  private static boolean isPage(Exchange exchange) {
    return PoliteClient.isPage(URI.create(exchange.url()), header(exchange, "content-type"));
  }

  /** A payload that was cut may go on differently. */
  private static boolean isSame(PageVisit last, Exchange exchange) {
    int status = exchange.response().status();
    return status == NOT_MODIFIED
        || (status >= 200
            && status < 300
            && !exchange.response().truncated()
            && exchange.response().payloadDigest().equals(last.kept().payloadDigest()));
  }

  private static String outcome(Answered answer) {
    PageVisit visit = answer.visit();
    PageVisit last = answer.last();
    return switch (answer.use()) {
      case UNCHANGED -> CrawlOutcome.UNCHANGED.label();
      case DIGESTED -> CrawlOutcome.IMAGE_HASHED.label();
      case NO_PAGE -> CrawlOutcome.NOT_A_PAGE.label();
      case ARCHIVED, UNSHOWN -> {
        if (visit.isGone() && last != null && last.hasPage()) {
          yield CrawlOutcome.GONE.label();
        }
        if (visit.isSuccess()) {
          yield CrawlOutcome.FETCHED.label();
        }
        yield visit.status() < 400
            ? CrawlOutcome.REDIRECT.label()
            : CrawlOutcome.labelOf(visit.status());
      }
    };
  }

  private PageFetchResult failed(String url, URI uri, FetchException e) throws NoPageException {
    if (e.kind().isTransient()) {
      politeness.backOff(uri.getHost(), Duration.ZERO);
      outcomes.transientFailure(url, e.kind().label());
      throw new NoPageException();
    }
    boolean forGood = e.kind() == FetchException.Kind.ADDRESS_REFUSED;
    return refused(url, e.kind().outcome(), forGood ? End.DONE : End.POSTPONED);
  }

  private PageFetchResult refused(String url, CrawlOutcome outcome, End end)
      throws NoPageException {
    outcomes.set(url, outcome, end);
    throw new NoPageException();
  }

  static String header(Exchange exchange, String name) {
    for (HeaderLine line : exchange.response().headers()) {
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
    private final boolean again;

    CapturedPage(Capture capture, Exchange exchange, boolean again) {
      super(true);
      this.again = again;
      this.capture = capture;
      this.exchange = exchange;
      setStatusCode(exchange.response().status());
      setFetchedUrl(exchange.url());
      setMovedToUrl(header(exchange, "location"));
      setResponseHeaders(
          exchange.response().headers().stream()
              .map(line -> new BasicHeader(line.name(), line.value()))
              .toArray(Header[]::new));
    }

    @Override
    public boolean fetchContent(edu.uci.ics.crawler4j.crawler.Page page, int maxBytes) {
      page.setFetchResponseHeaders(responseHeaders);
      page.setContentType(header(exchange, "content-type"));
      page.setContentData(exchange.response().body());
      page.setParseData(new CapturedLinks(capture, exchange, again));
      return true;
    }

    @Override
    public void close() {}
  }
}
