package org.vigie.crawler.loop;

import edu.uci.ics.crawler4j.frontier.DocIDServer;
import edu.uci.ics.crawler4j.frontier.Frontier;
import edu.uci.ics.crawler4j.frontier.FrontierConfiguration;
import edu.uci.ics.crawler4j.url.WebURL;
import edu.uci.ics.crawler4j.url.WebURLFactory;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.vigie.crawler.frontier.CrawlFrontier;
import org.vigie.crawler.frontier.Due;

/**
 * crawler4j's three views of the frontier, on top of ours.
 *
 * <p>crawler4j schedules links and marks their page as done in separate steps; between them, a kill
 * would lose the links or fetch the page twice. So links scheduled here are only gathered, and
 * {@link #setProcessed} commits both. Which of them are known already is found out then.
 */
final class LoopFrontier implements Frontier, DocIDServer, FrontierConfiguration {
  private static final int UNKNOWN = -1;

  private final CrawlFrontier frontier;
  private final PageOutcomes outcomes;
  private final AtomicInteger ids = new AtomicInteger();

  LoopFrontier(CrawlFrontier frontier, PageOutcomes outcomes) {
    this.frontier = frontier;
    this.outcomes = outcomes;
  }

  @Override
  public void getNextURLs(int max, List<WebURL> result) {
    try {
      // One at a time: a batch would be held by one thread while others have nothing to do.
      Due due = frontier.take();
      if (due != null) {
        outcomes.begin(due);
        result.add(LoopUrl.of(due.target()));
      }
    } catch (InterruptedException e) {
      frontier.stop();
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      outcomes.fail(e);
    }
  }

  @Override
  public void scheduleAll(List<WebURL> urls) {
    urls.forEach(this::schedule);
  }

  @Override
  public void schedule(WebURL url) {
    if (url instanceof LoopUrl link) {
      outcomes.link(url.getParentUrl(), link.target());
    }
  }

  @Override
  public void setProcessed(WebURL url) {
    outcomes.commit(url.getURL());
  }

  /** crawler4j ends when it sees an empty queue; ours may be empty and fill again. */
  @Override
  public long getQueueLength() {
    return frontier.isFinished() ? 0 : Math.max(1, frontier.waiting());
  }

  @Override
  public long getNumberOfAssignedPages() {
    return 0;
  }

  @Override
  public long getNumberOfProcessedPages() {
    return 0;
  }

  @Override
  public long getNumberOfScheduledPages() {
    return frontier.waiting();
  }

  @Override
  public boolean isFinished() {
    return frontier.isFinished();
  }

  @Override
  public void finish() {
    frontier.stop();
  }

  /** The frontier belongs to the crawl, which closes it. */
  @Override
  public void close() {
    frontier.stop();
  }

  @Override
  public int getDocId(String url) {
    return UNKNOWN;
  }

  @Override
  public int getNewDocID(String url) {
    return ids.incrementAndGet();
  }

  @Override
  public void addUrlAndDocId(String url, int docId) {
    throw new UnsupportedOperationException("URLs must come in as seeds or links");
  }

  @Override
  public boolean isSeenBefore(String url) {
    return false;
  }

  @Override
  public int getDocCount() {
    return ids.get();
  }

  @Override
  public DocIDServer getDocIDServer() {
    return this;
  }

  @Override
  public Frontier getFrontier() {
    return this;
  }

  @Override
  public WebURLFactory getWebURLFactory() {
    return LoopUrl::new;
  }
}
