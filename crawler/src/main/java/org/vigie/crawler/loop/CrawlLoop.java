package org.vigie.crawler.loop;

import crawlercommons.filters.basic.BasicURLNormalizer;
import edu.uci.ics.crawler4j.crawler.CrawlController;
import edu.uci.ics.crawler4j.url.TLDList;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.output.AdvertSink;
import org.vigie.capture.warc.WarcArchive;
import org.vigie.crawler.CrawlConfig;
import org.vigie.crawler.CrawlPlan;
import org.vigie.crawler.fetch.GuardedResolver;
import org.vigie.crawler.fetch.PageClient;
import org.vigie.crawler.frontier.CrawlFrontier;
import org.vigie.crawler.frontier.FrontierScope;
import org.vigie.crawler.metrics.CrawlMetrics;
import org.vigie.crawler.politeness.HostMemory;
import org.vigie.crawler.politeness.Politeness;
import org.vigie.crawler.robots.RobotsCache;
import org.vigie.crawler.trap.TrapConfig;
import org.vigie.crawler.trap.TrapDetector;

/** A crawl under way: crawler4j's controller, with our parts in place of its own. */
public final class CrawlLoop implements AutoCloseable {
  /** How often crawler4j looks whether its threads have ended, in seconds: its smallest step. */
  private static final int MONITOR_SECONDS = 1;

  private final CrawlConfig config;
  private final CrawlFrontier frontier;
  private final RedirectRule redirects;
  private final PageClient client;
  private final PageCommitter committer;
  private final PageOutcomes outcomes;
  private final TrapDetector traps;
  private final ScriptedPages scripted;
  private final PagePictures pictures;
  private final CrawlController controller;

  /**
   * @param folder where crawler4j may keep what it keeps
   * @param robotsMemory where robots.txt files are remembered
   * @param adverts where adverts go
   */
  public CrawlLoop(
      CrawlConfig config,
      Clock clock,
      Path folder,
      CrawlFrontier frontier,
      CrawlPlan plan,
      FrontierScope scope,
      Politeness politeness,
      HostMemory robotsMemory,
      WarcArchive archive,
      AdvertSink adverts,
      CrawlMetrics metrics)
      throws IOException {
    this.config = config;
    this.frontier = frontier;
    this.redirects = new RedirectRule(scope);
    GuardedResolver resolver =
        new GuardedResolver(config.localWeb().hosts(), config.localWeb().allowed());
    this.client =
        new PageClient(
            config.userAgent(), config.requestTimeout(), config.threads(), resolver, clock);
    this.committer = new PageCommitter(archive, frontier, adverts, metrics);
    this.outcomes = new PageOutcomes(frontier, committer, metrics);
    PoliteClient polite =
        new PoliteClient(client, resolver, politeness, config.maxBodyBytes(), metrics);
    HostPaces pace = new HostPaces(politeness, clock);
    RobotsCache robots =
        new RobotsCache(
            (url, most, whileHeld) ->
                polite.getRobots(url, most, pace.ofRobots(url.getHost(), whileHeld)),
            politeness,
            config.productToken(),
            robotsMemory,
            clock);
    Budgets budgets = new Budgets();
    this.traps =
        new TrapDetector(TrapConfig.defaults(), frontier.memory(TrapDetector.MEMORY), clock);
    var loopConfig = loopConfig(folder);
    try {
      TLDList domains = new TLDList(loopConfig);
      CrawlRules rules = new CrawlRules(clock, scope, budgets, traps, robots);
      SharedScripts shared = new SharedScripts(clock);
      this.scripted =
          new ScriptedPages(
              plan,
              config,
              scope,
              clock,
              () -> new GuardedRequests(rules, pace, polite, shared),
              metrics);
      this.pictures = new PagePictures(rules, pace, polite, plan.pictures(), metrics);
      CaptureFetcher fetcher =
          new CaptureFetcher(
              loopConfig, rules, politeness, polite, frontier, budgets, outcomes, pictures);
      this.controller =
          new CrawlController(
              loopConfig,
              new BasicURLNormalizer(),
              fetcher,
              new LinkParser(
                  loopConfig,
                  domains,
                  new PageReader(plan, scope, traps, config.maxBodyBytes()),
                  scripted,
                  pictures),
              new OpenRobots(fetcher),
              domains,
              new LoopFrontier(frontier, outcomes));
    } catch (IOException e) {
      close();
      throw e;
    } catch (Exception e) {
      close();
      throw new IOException("crawler4j must start, but did not", e);
    }
  }

  /**
   * Returns how many requests for pages a kill can make necessary again: those under way, one a
   * thread, and those whose answers were not yet durable.
   */
  public static int mostRepeatedAfterKill(int threads) {
    return threads + PageCommitter.MAX_PAGES;
  }

  public void start() {
    committer.start(outcomes::fail);
    controller.startNonBlocking(
        () -> new LoopCrawler(frontier, redirects, outcomes), config.threads());
  }

  /** Returns whether all threads have ended, and all that they found is committed. */
  public boolean isFinished() {
    return controller.isFinished() && committer.isIdle();
  }

  /** Returns why pages yielded no advert → how many pages, as far as adverts are read. */
  public Map<String, Long> unread() {
    return outcomes.unread();
  }

  /** Returns what came of pages that need a script, where seeds ask for it → how many pages. */
  public Map<String, Long> rendering() {
    return scripted.outcomes();
  }

  /** Returns what came of pictures that adverts show → how many. */
  public Map<String, Long> pictures() {
    return pictures.outcomes();
  }

  /** Returns why the crawl had to stop, or null if it didn't. */
  public @Nullable IOException failure() {
    return outcomes.failure();
  }

  @Override
  public void close() throws IOException {
    frontier.stop();
    committer.close();
    traps.keep();
    client.close();
  }

  private edu.uci.ics.crawler4j.crawler.CrawlConfig loopConfig(Path folder) {
    var loop = new edu.uci.ics.crawler4j.crawler.CrawlConfig();
    loop.setCrawlStorageFolder(folder.toString());
    loop.setUserAgentString(config.userAgent());
    loop.setPolitenessDelay(0);
    loop.setMaxDepthOfCrawling(config.maxDepth());
    loop.setFollowRedirects(false);
    loop.setBatchReadSize(1);
    // Both are the extractor's business; crawler4j's way needs its own parser.
    loop.setRespectNoIndex(false);
    loop.setRespectNoFollow(false);
    // Threads that end are not replaced, and what one of them could not handle ends the crawl.
    loop.setHaltOnError(true);
    loop.setThreadMonitoringDelaySeconds(MONITOR_SECONDS);
    loop.setThreadShutdownDelaySeconds(0);
    loop.setCleanupDelaySeconds(0);
    return loop;
  }
}
