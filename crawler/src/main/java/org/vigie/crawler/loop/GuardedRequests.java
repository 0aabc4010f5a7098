package org.vigie.crawler.loop;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.vigie.advert.ExpiredMandateException;
import org.vigie.capture.warc.Exchange;
import org.vigie.crawler.fetch.FetchException;
import org.vigie.crawler.frontier.CrawlOutcome;
import org.vigie.crawler.frontier.FrontierScope;
import org.vigie.crawler.frontier.Seed;
import org.vigie.crawler.render.RefusedRequestException;
import org.vigie.crawler.render.RequestFilter;

/**
 * The requests of one page that is rendered, made as the crawl makes its own: scope, mandate,
 * budget, robots rules, pace, guarded address. For one thread.
 */
final class GuardedRequests implements RequestFilter {
  /** All answers of a page are held until they are durable. */
  private static final long MAX_BYTES = 16L << 20;

  private final CrawlRules rules;
  private final HostPaces pace;
  private final PoliteClient client;
  private final SharedScripts shared;
  private final List<Rendering.Part> parts = new ArrayList<>();
  private long bytes;

  /**
   * @param shared what other pages got: it is in the archive and not asked for again
   */
  GuardedRequests(CrawlRules rules, HostPaces pace, PoliteClient client, SharedScripts shared) {
    this.shared = shared;
    this.rules = rules;
    this.pace = pace;
    this.client = client;
  }

  /** Returns all answers so far. */
  List<Rendering.Part> parts() {
    return List.copyOf(parts);
  }

  @Override
  public Exchange get(String address, long longest)
      throws RefusedRequestException, InterruptedException {
    String url = FrontierScope.normalize(address);
    if (url == null || FrontierScope.isTrap(url)) {
      throw new RefusedRequestException(CrawlOutcome.OUT_OF_SCOPE);
    }
    try {
      URI uri = URI.create(url);
      return switch (rules.check(uri, true)) {
        case CrawlRules.Answer.Refused refused ->
            throw new RefusedRequestException(refused.outcome());
        case CrawlRules.Answer.Allowed allowed -> get(uri, allowed.seed(), longest);
      };
    } catch (ExpiredMandateException e) {
      throw new RefusedRequestException(CrawlOutcome.MANDATE_EXPIRED);
    } catch (IllegalArgumentException e) {
      throw new RefusedRequestException(CrawlOutcome.OUT_OF_SCOPE); // no address of the web
    }
  }

  private Exchange get(URI url, Seed seed, long longest)
      throws RefusedRequestException, InterruptedException {
    Exchange known = shared.find(url.toString());
    if (known != null) {
      return known;
    }
    if (bytes > MAX_BYTES) {
      throw new RefusedRequestException(CrawlOutcome.BUDGET_SPENT);
    }
    if (pace.politeness().untilTurn(url.getHost()).toNanos() > longest) {
      throw new RefusedRequestException(CrawlOutcome.LATER);
    }
    if (!rules.budgets().take(seed)) {
      throw new RefusedRequestException(CrawlOutcome.BUDGET_SPENT);
    }
    try {
      Exchange exchange = client.getPart(url, answer -> pace.answered(url.getHost(), answer));
      parts.add(new Rendering.Part(exchange, seed.mandate()));
      bytes += exchange.response().body().length;
      shared.keep(exchange);
      return exchange;
    } catch (FetchException e) {
      rules.budgets().giveBack(seed);
      if (e.kind().isTransient()) {
        pace.politeness().backOff(url.getHost(), Duration.ZERO);
      }
      throw new RefusedRequestException(e.kind().outcome());
    }
  }
}
