package org.vigie.crawler.loop;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Capture;
import org.vigie.advert.Mandate;
import org.vigie.crawler.Failpoint;
import org.vigie.crawler.frontier.ArchivePosition;
import org.vigie.crawler.frontier.CrawlFrontier;
import org.vigie.crawler.frontier.PageEnd;
import org.vigie.crawler.frontier.Visit;
import org.vigie.crawler.metrics.CrawlMetrics;
import org.vigie.crawler.output.AdvertSink;
import org.vigie.crawler.output.FoundAdvert;
import org.vigie.crawler.warc.Comparison;
import org.vigie.crawler.warc.Exchange;
import org.vigie.crawler.warc.WarcArchive;

/**
 * Makes pages durable: first in the archive, then in the frontier, in the same order.
 *
 * <p>One thread writes at a time, for itself and for all that have come meanwhile: they share the
 * two waits for the disk. Since the orders are the same, what stands in the archive behind the last
 * position that the frontier knows was never committed, and may be cut off after a kill.
 */
final class PageCommitter {
  private final WarcArchive archive;
  private final CrawlFrontier frontier;
  private final AdvertSink sink;
  private final CrawlMetrics metrics;
  private List<Page> waiting = new ArrayList<>();
  private boolean writing;

  PageCommitter(
      WarcArchive archive, CrawlFrontier frontier, AdvertSink sink, CrawlMetrics metrics) {
    this.archive = archive;
    this.frontier = frontier;
    this.sink = sink;
    this.metrics = metrics;
  }

  /**
   * An answer to archive.
   *
   * @param comparison what it shows beside an earlier one
   * @param takesPlace whether it is now the last whole answer, in place of the one before
   */
  record Answer(Exchange exchange, Mandate mandate, Comparison comparison, boolean takesPlace) {}

  /** One page to commit. Guarded by the committer. */
  private static final class Page {
    private final PageEnd end;
    private final @Nullable Answer answer;
    private final List<Advert> adverts;
    private boolean done;
    private @Nullable IOException failure;

    private Page(PageEnd end, @Nullable Answer answer, List<Advert> adverts) {
      this.end = end;
      this.answer = answer;
      this.adverts = adverts;
    }
  }

  /**
   * Commits a page; it is durable when this returns.
   *
   * @param answer what to archive, or null
   * @param adverts what was found in it, to be handed on
   * @throws IOException if it or one committed with it can't be written
   */
  void commit(PageEnd end, @Nullable Answer answer, List<Advert> adverts) throws IOException {
    Page page = new Page(end, answer, adverts);
    List<Page> group = join(page);
    if (!group.isEmpty()) {
      IOException failure = null;
      try {
        write(group);
      } catch (IOException e) {
        failure = e;
      } catch (RuntimeException e) {
        failure = new IOException("what is committed must be consistent, but is not", e);
      } finally {
        leave(group, failure);
      }
    }
    synchronized (this) {
      if (page.failure != null) {
        throw new IOException("a page must be archived and committed, but was not", page.failure);
      }
    }
  }

  /** Waits until another thread has written the page, or returns the pages to write. */
  private synchronized List<Page> join(Page page) throws IOException {
    waiting.add(page);
    while (writing && !page.done) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        waiting.remove(page);
        throw new IOException("a page must be committed, but the crawl was interrupted", e);
      }
    }
    if (page.done) {
      return List.of();
    }
    writing = true;
    List<Page> group = waiting;
    waiting = new ArrayList<>();
    return group;
  }

  private synchronized void leave(List<Page> group, @Nullable IOException failure) {
    writing = false;
    for (Page page : group) {
      page.done = true;
      page.failure = failure;
    }
    notifyAll();
  }

  private void write(List<Page> group) throws IOException {
    List<PageEnd> ends = new ArrayList<>();
    List<FoundAdvert> found = new ArrayList<>();
    boolean archived = false;
    for (Page page : group) {
      Answer answer = page.answer;
      ends.add(answer == null ? page.end : archive(page, answer, found));
      archived |= answer != null;
    }
    if (archived) {
      archive.sync();
      Failpoint.ARCHIVE_SYNCED.reach();
    }
    // Before the commit: a kill between the two repeats adverts, the other way round loses them.
    sink.write(found);
    Failpoint.ADVERTS_WRITTEN.reach();
    frontier.commit(ends);
    archive.settle();
    metrics.committed(ends.size(), found.size());
  }

  private PageEnd archive(Page page, Answer answer, List<FoundAdvert> found) throws IOException {
    PageEnd end = page.end;
    Capture capture = archive.write(answer.exchange(), answer.mandate(), answer.comparison());
    Failpoint.ARCHIVE_WRITTEN.reach();
    page.adverts.forEach(advert -> found.add(new FoundAdvert(advert, capture)));
    Visit visit = end.visit();
    if (visit == null) {
      throw new IllegalStateException("an answer that is archived must be a visit");
    }
    return end.archivedAt(
        answer.takesPlace() ? visit.archivedAt(capture) : visit,
        new ArchivePosition(capture.container(), archive.length()));
  }
}
