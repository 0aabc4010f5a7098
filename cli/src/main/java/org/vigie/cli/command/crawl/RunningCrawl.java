package org.vigie.cli.command.crawl;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.vigie.casework.environment.Environment;
import org.vigie.crawler.Crawl;
import org.vigie.crawler.status.CrawlStatus;
import org.vigie.crawler.status.CrawlStatus.Life;
import org.vigie.crawler.status.CrawlStatus.Phase;
import org.vigie.crawler.status.CrawlStatusFile;
import org.vigie.crawler.status.PauseFile;
import org.vigie.pipeline.workspace.Workspace;

/** The crawl of a workspace, seen from another process. */
final class RunningCrawl {
  /** It heeds a wish within a second, if its machine isn't overloaded. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration STEP = Duration.ofMillis(50);

  private final Environment environment;
  private final Path root;
  private final CrawlStatusFile file;
  private final PauseFile pause;

  RunningCrawl(Environment environment, Workspace workspace) {
    Path folder = Crawl.frontierOf(workspace.captures());
    this.environment = environment;
    this.root = workspace.root();
    this.file = new CrawlStatusFile(folder);
    this.pause = new PauseFile(folder);
  }

  /** Returns the folder of its workspace as a reader is told it. */
  String place() {
    return environment.shown(root);
  }

  PauseFile pause() {
    return pause;
  }

  /** Returns what it told last; nothing if there never was a crawl. */
  Optional<CrawlStatus> status() throws IOException {
    return file.read();
  }

  Life life(CrawlStatus status) {
    return status.life(environment.clock().instant());
  }

  /** Returns whether a process crawls, be it paused or silent. */
  boolean runs() throws IOException {
    return status()
        .map(this::life)
        .filter(life -> life == Life.ALIVE || life == Life.SILENT)
        .isPresent();
  }

  /** Waits for a while until the crawl is at something, or ends; returns whether it is at it. */
  boolean await(Phase phase) throws IOException, InterruptedException {
    for (Duration waited = Duration.ZERO;
        waited.compareTo(PATIENCE) < 0;
        waited = waited.plus(STEP)) {
      if (status().filter(status -> status.phase() == phase).isPresent()) {
        return true;
      }
      if (!runs()) {
        return false;
      }
      Thread.sleep(STEP);
    }
    return false;
  }
}
