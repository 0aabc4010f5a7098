package org.vigie.crawler.loop;

import edu.uci.ics.crawler4j.crawler.Page;
import edu.uci.ics.crawler4j.crawler.WebCrawler;
import edu.uci.ics.crawler4j.url.WebURL;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.crawler.frontier.CrawlFrontier;
import org.vigie.crawler.frontier.Scope;
import org.vigie.crawler.frontier.Target;
import org.vigie.crawler.loop.PageOutcomes.End;

/** One of crawler4j's threads: hands redirects to the frontier as URLs of their own. */
final class LoopCrawler extends WebCrawler {
  private static final Logger LOG = LoggerFactory.getLogger(LoopCrawler.class);

  private static final int MAX_REDIRECTS = 5;

  private final CrawlFrontier frontier;
  private final Scope scope;
  private final PageOutcomes outcomes;

  LoopCrawler(CrawlFrontier frontier, Scope scope, PageOutcomes outcomes) {
    this.frontier = frontier;
    this.scope = scope;
    this.outcomes = outcomes;
  }

  /** The links were judged when they were found. */
  @Override
  public boolean shouldVisit(Page referringPage, WebURL url) {
    return true;
  }

  /**
   * Makes the target of a redirect a URL like any other: scope, robots rules, pace and address are
   * checked for it anew.
   */
  @Override
  protected void onRedirectedStatusCode(Page page) {
    String from = page.getWebURL().getURL();
    Target source = frontier.underWay(from);
    String target = resolve(from, page.getRedirectedToUrl());
    if (source == null || target == null || target.equals(from)) {
      outcomes.set(from, "redirect-nowhere", End.DONE);
    } else if (!scope.contains(target) || Scope.isTrap(target)) {
      outcomes.set(from, "redirect-out-of-scope", End.DONE);
    } else if (source.redirects() >= MAX_REDIRECTS) {
      outcomes.set(from, "too-many-redirects", End.DONE);
    } else {
      outcomes.link(from, new Target(target, source.depth(), source.redirects() + 1));
    }
  }

  @Override
  protected void onRedirectedToInvalidUrl(Page page) {
    outcomes.set(page.getWebURL().getURL(), "redirect-nowhere", End.DONE);
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

  private static @Nullable String resolve(String from, String location) {
    try {
      return Scope.normalize(URI.create(from).resolve(location.strip()).toString());
    } catch (IllegalArgumentException e) {
      return null; // a Location that is no address leads nowhere
    }
  }
}
