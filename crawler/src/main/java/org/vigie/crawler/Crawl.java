package org.vigie.crawler;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.vigie.advert.Mandate;
import org.vigie.capture.warc.WarcArchive;
import org.vigie.crawler.focus.LinkRanker;
import org.vigie.crawler.frontier.CrawlFrontier;
import org.vigie.crawler.frontier.CrawlOutcome;
import org.vigie.crawler.frontier.DiskFrontier;
import org.vigie.crawler.frontier.FrontierLimits;
import org.vigie.crawler.frontier.FrontierScope;
import org.vigie.crawler.frontier.Seed;
import org.vigie.crawler.frontier.UrlRanking;
import org.vigie.crawler.loop.CrawlLoop;
import org.vigie.crawler.politeness.KeyValueStore;
import org.vigie.crawler.status.CrawlStatus;

/**
 * A polite crawl from seeds into WARC files.
 *
 * <p>It stays in the scopes of its seeds. What it has done stands in a frontier beside the captures
 * ({@code NAME-frontier}): run again on the same folder, after a kill or not, it fetches what is
 * left and archives no page twice.
 */
public final class Crawl {
  /** How often progress is told. */
  private static final long PROGRESS_MILLIS = 100;

  private final CrawlConfig config;
  private final Mandate mandate;
  private final Path captures;
  private final Clock clock;
  private final CrawlOutlets outlets;

  /**
   * @param captures folder for the WARC files; made if need be
   */
  public Crawl(CrawlConfig config, Mandate mandate, Path captures, Clock clock) {
    this(config, mandate, captures, clock, CrawlOutlets.none());
  }

  /**
   * @param captures folder for the WARC files; made if need be
   * @param outlets what else is to leave the crawl
   */
  public Crawl(
      CrawlConfig config, Mandate mandate, Path captures, Clock clock, CrawlOutlets outlets) {
    this.config = config;
    this.mandate = mandate;
    this.captures = captures.toAbsolutePath();
    this.clock = clock;
    this.outlets = outlets;
  }

  /** Returns the folder that holds the frontier of the crawl into a folder of captures. */
  public static Path frontierOf(Path captures) {
    return captures.resolveSibling(captures.getFileName() + "-frontier");
  }

  /**
   * Returns how many requests for pages a kill can make necessary again: those under way, one a
   * thread, and those whose answers were not yet durable.
   */
  public static int mostRepeatedAfterKill(int threads) {
    return CrawlLoop.mostRepeatedAfterKill(threads);
  }

  /**
   * Crawls the hosts of some addresses under the crawl's own mandate, each page once.
   *
   * @see #run(CrawlPlan, Consumer)
   */
  public CrawlReport run(List<URI> seeds, Consumer<CrawlProgress> onProgress)
      throws IOException, InterruptedException {
    List<Seed> own = seeds.stream().map(seed -> Seed.of(seed.toString(), mandate)).toList();
    return run(new CrawlPlan(own, false), onProgress);
  }

  /**
   * Crawls until nothing is left, the page limit is reached or no mandate holds any more, which
   * {@link CrawlReport#outcomes} then says.
   *
   * @param onProgress told a few times a second, in this thread
   * @throws org.vigie.advert.ExpiredMandateException if a seed's mandate has expired at the start
   * @throws IOException if the archive or the frontier can't be written, or another crawl holds it
   */
  public CrawlReport run(CrawlPlan plan, Consumer<CrawlProgress> onProgress)
      throws IOException, InterruptedException {
    requireMandates(plan);
    FrontierLimits limits =
        FrontierLimits.of(config.maxPages(), config.threads(), plan.keepsGoing());
    try (DiskFrontier frontier =
        DiskFrontier.open(frontierOf(captures), config.hostDelay(), limits, ranking(plan), clock)) {
      return run(plan, frontier, onProgress);
    }
  }

  /**
   * Crawls on a frontier of the caller's, who closes it: one that several processes share.
   *
   * @see #run(CrawlPlan, Consumer)
   */
  public CrawlReport run(CrawlPlan plan, CrawlFrontier frontier, Consumer<CrawlProgress> onProgress)
      throws IOException, InterruptedException {
    requireMandates(plan);
    Path folder = frontierOf(captures);
    Recovery.run(captures, frontier);
    frontier.seed(plan.targets());
    FrontierScope scope = new FrontierScope(plan.seeds());
    WarcArchive archive = new WarcArchive(captures, mandate, clock, new FrontierLedger(frontier));
    CrawlMonitor monitor = new CrawlMonitor(folder, frontier, archive, clock, outlets);
    CrawlStatus.Phase end = CrawlStatus.Phase.FAILED;
    Map<String, Long> unread = Map.of();
    Map<String, Long> rendering = Map.of();
    Map<String, Long> pictures = Map.of();
    try (CrawlLoop loop =
        new CrawlLoop(
            config,
            clock,
            folder,
            frontier,
            plan,
            scope,
            frontier.politeness(),
            frontier.memory("robots"),
            archive,
            outlets.adverts(),
            outlets.metrics())) {
      monitor.look();
      loop.start();
      await(loop, scope, frontier, monitor, onProgress);
      IOException failure = loop.failure();
      if (failure != null) {
        throw failure;
      }
      unread = loop.unread();
      rendering = loop.rendering();
      pictures = loop.pictures();
      archive.close();
      end = CrawlStatus.Phase.FINISHED;
    } catch (InterruptedException e) {
      end = CrawlStatus.Phase.STOPPED;
      throw e;
    } finally {
      monitor.end(end);
      archive.abandon();
    }
    CrawlProgress progress = progress(frontier);
    onProgress.accept(progress);
    return new CrawlReport(
        progress, outcomes(frontier, scope), unread, rendering, pictures, archive.files());
  }

  /** Whoever sees first that no mandate holds ends the crawl, perhaps before any URL is refused. */
  private Map<String, Long> outcomes(CrawlFrontier frontier, FrontierScope scope) {
    Map<String, Long> outcomes = new HashMap<>(frontier.outcomes());
    if (frontier.waiting() > 0 && !scope.isAuthorised(clock.instant())) {
      outcomes.putIfAbsent(CrawlOutcome.MANDATE_EXPIRED.label(), frontier.waiting());
    }
    return Map.copyOf(outcomes);
  }

  /** Which links lead to adverts can be learned only where adverts are read. */
  private static Function<KeyValueStore, UrlRanking> ranking(CrawlPlan plan) {
    return plan.readsAdverts() ? LinkRanker::on : store -> UrlRanking.asGiven();
  }

  private void requireMandates(CrawlPlan plan) {
    for (Seed seed : plan.seeds()) {
      seed.mandate().requireValid(clock.instant());
    }
  }

  /** Returns when all threads have ended, also after an interrupt: they use what is closed then. */
  private void await(
      CrawlLoop loop,
      FrontierScope scope,
      CrawlFrontier frontier,
      CrawlMonitor monitor,
      Consumer<CrawlProgress> onProgress)
      throws InterruptedException {
    boolean interrupted = false;
    while (!loop.isFinished()) {
      try {
        Thread.sleep(PROGRESS_MILLIS);
        onProgress.accept(progress(frontier));
        monitor.look();
      } catch (InterruptedException e) {
        interrupted = true;
        frontier.stop();
      }
      if (!scope.isAuthorised(clock.instant())) {
        frontier.stop();
      }
    }
    if (interrupted) {
      throw new InterruptedException("the crawl was interrupted");
    }
  }

  static CrawlProgress progress(CrawlFrontier frontier) {
    Map<CrawlOutcome.Count, Long> counts = new EnumMap<>(CrawlOutcome.Count.class);
    frontier
        .outcomes()
        .forEach((label, urls) -> counts.merge(CrawlOutcome.of(label).count(), urls, Long::sum));
    return new CrawlProgress(
        counts.getOrDefault(CrawlOutcome.Count.FETCHED, 0L),
        frontier.waiting(),
        counts.getOrDefault(CrawlOutcome.Count.FAILED, 0L),
        counts.getOrDefault(CrawlOutcome.Count.FORBIDDEN, 0L));
  }
}
