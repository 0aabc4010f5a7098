package org.vigie.crawler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.capture.warc.WarcArchive;
import org.vigie.crawler.frontier.CrawlFrontier;
import org.vigie.crawler.status.CrawlStatus;
import org.vigie.crawler.status.CrawlStatus.Phase;
import org.vigie.crawler.status.CrawlStatusFile;
import org.vigie.crawler.status.CrawlTotals;
import org.vigie.crawler.status.PauseFile;

/**
 * The tie between a running crawl and those who watch it, in this process or another: it says where
 * the crawl stands, and heeds the wish that it pause.
 */
final class CrawlMonitor {
  private static final Logger LOG = LoggerFactory.getLogger(CrawlMonitor.class);

  private static final Duration INTERVAL = Duration.ofSeconds(1);

  /** With very many hosts, asking after each of them may take at most this part of the time. */
  private static final int SHARE = 50;

  private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(5);

  private final CrawlFrontier frontier;
  private final WarcArchive archive;
  private final Clock clock;
  private final CrawlOutlets outlets;
  private final CrawlStatusFile file;
  private final PauseFile pause;
  private final Instant started;
  private boolean paused;
  private boolean written = true;
  private long nextNanos = System.nanoTime();

  CrawlMonitor(
      Path folder, CrawlFrontier frontier, WarcArchive archive, Clock clock, CrawlOutlets outlets) {
    this.frontier = frontier;
    this.archive = archive;
    this.clock = clock;
    this.outlets = outlets;
    this.file = new CrawlStatusFile(folder);
    this.pause = new PauseFile(folder);
    this.started = clock.instant();
  }

  /** Pauses or goes on if that is wished, and tells where the crawl stands if it is time to. */
  void look() {
    boolean wished = pause.isWished();
    if (wished != paused) {
      paused = wished;
      if (paused) {
        frontier.pause();
      } else {
        frontier.resume();
      }
      nextNanos = System.nanoTime();
    }
    if (System.nanoTime() - nextNanos >= 0) {
      tell(paused ? Phase.PAUSED : Phase.RUNNING);
    }
  }

  /** Tells how the crawl ended. */
  void end(Phase phase) {
    tell(phase);
  }

  private void tell(Phase phase) {
    long start = System.nanoTime();
    CrawlStatus status = status(phase);
    long cost = System.nanoTime() - start;
    outlets.metrics().stands(status);
    write(status);
    outlets.onStatus().accept(status);
    nextNanos = start + Math.clamp(cost * SHARE, INTERVAL.toNanos(), LONGEST_INTERVAL.toNanos());
  }

  private CrawlStatus status(Phase phase) {
    return new CrawlStatus(
        ProcessHandle.current().pid(),
        started,
        clock.instant(),
        phase,
        Crawl.progress(frontier),
        new CrawlTotals(
            outlets.metrics().adverts(),
            frontier.politeness().backOffs(),
            archive.files().stream().mapToLong(size()).sum(),
            frontier.outcomes()),
        frontier.hostStates(),
        frontier.hosts(CrawlStatus.MOST_HOSTS));
  }

  private static ToLongFunction<Path> size() {
    return file -> {
      try {
        return Files.size(file);
      } catch (IOException e) {
        return 0; // begun, and not there yet
      }
    };
  }

  /** That a status can't be told is no reason to end a crawl; it is said once. */
  private void write(CrawlStatus status) {
    try {
      file.write(status);
      written = true;
    } catch (IOException e) {
      if (written) {
        LOG.warn("the status of the crawl can't be written", e);
      }
      written = false;
    }
  }
}
