package org.vigie.crawler;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.vigie.advert.Mandate;
import org.vigie.crawler.frontier.CrawlFrontier;
import org.vigie.crawler.frontier.Journal;
import org.vigie.crawler.frontier.Scope;
import org.vigie.crawler.frontier.Target;
import org.vigie.crawler.loop.CrawlLoop;
import org.vigie.crawler.politeness.HostMemory;
import org.vigie.crawler.politeness.Politeness;
import org.vigie.crawler.warc.WarcArchive;

/**
 * A polite crawl from seeds into WARC files.
 *
 * <p>It stays on the hosts of its seeds. What it has done stands in a journal beside the captures
 * ({@code NAME-frontier}): run again on the same folder, after a kill or not, it fetches what is
 * left and archives no page twice.
 */
public final class Crawl {
  /** How often progress is told. */
  private static final long PROGRESS_MILLIS = 100;

  private static final Set<String> DISALLOWED =
      Set.of(
          "robots-disallowed",
          "robots-unreachable",
          "redirect-out-of-scope",
          "out-of-scope",
          "address-refused",
          "mandate-expired");

  private static final Set<String> NEUTRAL = Set.of("fetched", "redirect", "not-a-page");

  private final CrawlConfig config;
  private final Mandate mandate;
  private final Path captures;
  private final Clock clock;

  /**
   * @param captures folder for the WARC files; made if need be
   */
  public Crawl(CrawlConfig config, Mandate mandate, Path captures, Clock clock) {
    this.config = config;
    this.mandate = mandate;
    this.captures = captures.toAbsolutePath();
    this.clock = clock;
  }

  /**
   * Crawls until nothing is left, the page limit is reached or the mandate expires, which {@link
   * CrawlReport#outcomes} then says.
   *
   * @param onProgress told a few times a second, in this thread
   * @throws org.vigie.advert.ExpiredMandateException if the mandate has expired at the start
   * @throws IllegalArgumentException if a seed isn't an http(s) address
   * @throws IOException if the archive or the journal can't be written, or another crawl holds it
   */
  public CrawlReport run(List<URI> seeds, Consumer<CrawlProgress> onProgress)
      throws IOException, InterruptedException {
    mandate.requireValid(clock.instant());
    List<Target> targets = targets(seeds);
    Scope scope = new Scope(targets);
    Path folder = captures.resolveSibling(captures.getFileName() + "-frontier");
    try (Journal journal = Journal.open(folder);
        WarcArchive archive = new WarcArchive(captures, mandate, clock)) {
      Politeness politeness =
          new Politeness(
              config.hostDelay(),
              HostMemory.in(folder.resolve("back-off")),
              clock,
              !journal.isFresh());
      CrawlFrontier frontier = new CrawlFrontier(journal, politeness, config.maxPages());
      try (CrawlLoop loop =
          new CrawlLoop(config, mandate, clock, folder, frontier, scope, politeness, archive)) {
        Recovery.run(captures, frontier, loop);
        frontier.seed(targets);
        loop.start();
        await(loop, frontier, onProgress);
        IOException failure = loop.failure();
        if (failure != null) {
          throw failure;
        }
      }
      for (Path warc : archive.files()) {
        frontier.seal(warc.getFileName().toString());
      }
      CrawlProgress progress = progress(frontier);
      onProgress.accept(progress);
      return new CrawlReport(progress, Map.copyOf(frontier.outcomes()), archive.files());
    }
  }

  private static void await(
      CrawlLoop loop, CrawlFrontier frontier, Consumer<CrawlProgress> onProgress)
      throws InterruptedException {
    try {
      while (!loop.isFinished()) {
        Thread.sleep(PROGRESS_MILLIS);
        onProgress.accept(progress(frontier));
      }
    } finally {
      frontier.stop();
    }
  }

  private static List<Target> targets(List<URI> seeds) {
    List<Target> targets = new ArrayList<>();
    for (URI seed : seeds) {
      String url = Scope.normalize(seed.toString());
      if (url == null) {
        throw new IllegalArgumentException(
            "a seed must be an http or https address with a host, but was " + seed);
      }
      targets.add(new Target(url, 0, 0));
    }
    return targets;
  }

  private static CrawlProgress progress(CrawlFrontier frontier) {
    long failed = 0;
    long disallowed = 0;
    Map<String, Long> outcomes = frontier.outcomes();
    for (Map.Entry<String, Long> outcome : outcomes.entrySet()) {
      if (DISALLOWED.contains(outcome.getKey())) {
        disallowed += outcome.getValue();
      } else if (!NEUTRAL.contains(outcome.getKey())) {
        failed += outcome.getValue();
      }
    }
    return new CrawlProgress(
        outcomes.getOrDefault("fetched", 0L), frontier.waiting(), failed, disallowed);
  }
}
