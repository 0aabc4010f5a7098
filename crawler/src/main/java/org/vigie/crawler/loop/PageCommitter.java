package org.vigie.crawler.loop;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Capture;
import org.vigie.advert.Mandate;
import org.vigie.capture.extract.output.AdvertSink;
import org.vigie.capture.extract.output.FoundAdvert;
import org.vigie.capture.warc.Comparison;
import org.vigie.capture.warc.Exchange;
import org.vigie.capture.warc.WarcArchive;
import org.vigie.capture.warc.WarcArchive.FetchedPicture;
import org.vigie.crawler.frontier.ArchivePosition;
import org.vigie.crawler.frontier.CrawlFrontier;
import org.vigie.crawler.frontier.PageEnd;
import org.vigie.crawler.frontier.PageVisit;
import org.vigie.crawler.metrics.CrawlMetrics;
import org.vigie.crawler.render.RenderedPage;
import org.vigie.files.fault.Failpoint;

/**
 * Makes pages durable: first in the archive, then in the frontier, in the same order.
 *
 * <p>A thread of its own writes all pages that have come while it wrote those before: they share
 * the two waits for the disk, and whoever found them goes on meanwhile. Since the orders are the
 * same, what stands in the archive behind the last position that the frontier knows was never
 * committed, and may be cut off after a kill.
 */
final class PageCommitter implements AutoCloseable {
  /** Pages that are not yet durable; a kill costs the fetching of so many again at most. */
  static final int MAX_PAGES = 32;

  /** So many pages are worth the two waits for the disk; more are not much cheaper each. */
  private static final int WORTHWHILE_PAGES = MAX_PAGES / 2;

  /** How long a page waits for others: next to nothing beside the delays between requests. */
  private static final long LINGER_NANOS = 10_000_000;

  /** They are in memory; one page may be longer. */
  private static final long MAX_BYTES = 1L << 20;

  private final WarcArchive archive;
  private final CrawlFrontier frontier;
  private final AdvertSink sink;
  private final CrawlMetrics metrics;
  private final Thread thread = Thread.ofPlatform().name("page-committer").unstarted(this::run);
  private Consumer<IOException> onFailure = e -> {};
  private List<PendingPage> waiting = new ArrayList<>();
  private long waitingBytes;
  private List<PendingPage> writing = List.of();
  private long writingBytes;
  private boolean closed;

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
   * @param rendering what a browser made of it
   * @param pictures those of its adverts that were read
   */
  record Answer(
      Exchange exchange,
      Mandate mandate,
      Comparison comparison,
      boolean takesPlace,
      Rendering rendering,
      List<FetchedPicture> pictures) {}

  /**
   * Starts to write.
   *
   * @param failed told if a page can't be written: nothing is written after it
   */
  void start(Consumer<IOException> failed) {
    onFailure = failed;
    thread.start();
  }

  /**
   * Takes a page, to be committed soon after those that were taken before it; waits while there is
   * no room.
   *
   * @param answer what to archive, or null
   * @param adverts what was found in it, to be handed on
   * @throws IOException if nothing is committed any more
   */
  void commit(PageEnd end, @Nullable Answer answer, List<Advert> adverts) throws IOException {
    add(new PendingPage(end, answer, adverts));
  }

  private synchronized void add(PendingPage page) throws IOException {
    try {
      while (!closed && !hasRoom(page)) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("a page must be committed, but the crawl was interrupted", e);
    }
    if (closed) {
      throw new IOException("a page must be committed, but the crawl has ended");
    }
    waiting.add(page);
    waitingBytes += page.bytes();
    notifyAll();
  }

  private boolean hasRoom(PendingPage page) {
    int pages = waiting.size() + writing.size();
    return pages == 0
        || (pages < MAX_PAGES && waitingBytes + writingBytes + page.bytes() <= MAX_BYTES);
  }

  /** Returns whether all pages that were taken are durable, or nothing is written any more. */
  synchronized boolean isIdle() {
    return waiting.isEmpty() && writing.isEmpty();
  }

  /** Returns once the pages that were taken are durable; takes none after. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true; // what is written to is closed next
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      for (List<PendingPage> group = next(); !group.isEmpty(); group = next()) {
        write(group);
      }
    } catch (IOException e) {
      fail(new IOException("a page must be archived and committed, but was not", e));
    } catch (RuntimeException | Error e) {
      fail(new IOException("what is committed must be consistent, but is not", e));
    }
  }

  /** Returns all pages that wait, once there are any; none if there will be none. */
  private synchronized List<PendingPage> next() {
    writing = List.of();
    writingBytes = 0;
    notifyAll();
    try {
      while (waiting.isEmpty() && !closed) {
        wait();
      }
      awaitCompany();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody may interrupt the committer", e);
    }
    writing = waiting;
    writingBytes = waitingBytes;
    waiting = new ArrayList<>();
    waitingBytes = 0;
    return writing;
  }

  /**
   * Each group costs two waits for the disk, whatever its size: a short while brings more pages.
   */
  private synchronized void awaitCompany() throws InterruptedException {
    long until = System.nanoTime() + LINGER_NANOS;
    long left = LINGER_NANOS;
    while (!closed
        && left > 0
        && waiting.size() < WORTHWHILE_PAGES
        && waitingBytes < MAX_BYTES / 2) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = until - System.nanoTime();
    }
  }

  private void fail(IOException e) {
    try {
      onFailure.accept(e);
    } finally {
      end();
    }
  }

  /** Whoever waits for room must learn that nothing is written any more. */
  private synchronized void end() {
    closed = true;
    writing = List.of();
    waiting.clear();
    notifyAll();
  }

  private void write(List<PendingPage> group) throws IOException {
    List<PageEnd> ends = new ArrayList<>();
    List<FoundAdvert> found = new ArrayList<>();
    boolean archived = false;
    for (PendingPage page : group) {
      Answer answer = page.answer();
      ends.add(answer == null ? page.end() : archive(page, answer, found));
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

  private PageEnd archive(PendingPage page, Answer answer, List<FoundAdvert> found)
      throws IOException {
    PageEnd end = page.end();
    Capture capture = archive.write(answer.exchange(), answer.mandate(), answer.comparison());
    Failpoint.ARCHIVE_WRITTEN.reach();
    Capture read = archive(capture, answer);
    for (FetchedPicture picture : answer.pictures()) {
      archive.writePicture(capture, picture);
    }
    page.adverts().forEach(advert -> found.add(new FoundAdvert(advert, read)));
    PageVisit visit = end.visit();
    if (visit == null) {
      throw new IllegalStateException("an answer that is archived must be a visit");
    }
    return end.archivedAt(
        answer.takesPlace() ? visit.archivedAt(capture) : visit,
        new ArchivePosition(read.container(), archive.length()));
  }

  /** Returns what was written last: what a browser made of the page, if it was given to one. */
  private Capture archive(Capture page, Answer answer) throws IOException {
    Capture last = page;
    for (Rendering.Part part : answer.rendering().parts()) {
      last = archive.writePart(page, part.exchange(), part.mandate());
    }
    RenderedPage shown = answer.rendering().page();
    return shown == null
        ? last
        : archive.writeRendered(
            page,
            shown.html(),
            RenderedPage.MEDIA_TYPE,
            shown.at(),
            shown.browser(),
            answer.mandate());
  }
}
