package org.vigie.crawler.loop;

import edu.uci.ics.crawler4j.crawler.Page;
import edu.uci.ics.crawler4j.crawler.WebCrawler;
import edu.uci.ics.crawler4j.url.WebURL;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.crawler.frontier.CrawlFrontier;
import org.vigie.crawler.frontier.CrawlOutcome;
import org.vigie.crawler.loop.PageOutcomes.End;

/** One of crawler4j's threads: hands redirects to the frontier as URLs of their own. */
final class LoopCrawler extends WebCrawler {
  private static final Logger LOG = LoggerFactory.getLogger(LoopCrawler.class);

  private final CrawlFrontier frontier;
  private final RedirectRule redirects;
  private final PageOutcomes outcomes;

  LoopCrawler(CrawlFrontier frontier, RedirectRule redirects, PageOutcomes outcomes) {
    this.frontier = frontier;
    this.redirects = redirects;
    this.outcomes = outcomes;
  }

  /** The links were judged when they were found. */
  @Override
  public boolean shouldVisit(Page referringPage, WebURL url) {
    return true;
  }

  @Override
  public void visit(Page page) {
    if (page.getParseData() instanceof CapturedLinks captured) {
      String url = page.getWebURL().getURL();
      outcomes.read(url, captured.found());
      outcomes.rendered(url, captured.rendering());
      outcomes.pictures(url, captured.pictures());
    }
  }

  @Override
  protected void onRedirectedStatusCode(Page page) {
    String from = page.getWebURL().getURL();
    RedirectRule.Decision decision =
        redirects.decide(outcomes.due(from).target(), page.getRedirectedToUrl());
    outcomes.set(from, decision.outcome(), End.DONE);
    if (decision.target() != null) {
      outcomes.link(from, decision.target());
    }
  }

  @Override
  protected void onRedirectedToInvalidUrl(Page page) {
    outcomes.set(page.getWebURL().getURL(), CrawlOutcome.REDIRECT_NOWHERE, End.DONE);
  }

  @Override
  protected void onUnexpectedStatusCode(String url, int status, String type, String reason) {}

  /** What nobody foresaw ends the crawl, where crawler4j would go on without a thread. */
  @Override
  protected void onUnhandledException(Page page, Throwable e) {
    if (e instanceof NoPageException) {
      return;
    }
    if (e instanceof InterruptedException) {
      frontier.stop();
      Thread.currentThread().interrupt();
      return;
    }
    LOG.error("a page must be dealt with in full; the crawl stops", e);
    outcomes.fail(new IOException("a page must be dealt with in full, but was not", e));
  }

  @Override
  protected void onParseError(WebURL url, Exception e) {
    onUnhandledException(new Page(url), e);
  }
}
