package org.vigie.cli.warmup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.vigie.capture.extract.site.SiteTemplates;
import org.vigie.crawler.Crawl;
import org.vigie.crawler.CrawlConfig;
import org.vigie.crawler.CrawlPlan;
import org.vigie.crawler.frontier.CrawlOutcome;
import org.vigie.crawler.frontier.Seed;
import org.vigie.files.owner.FolderTree;
import org.vigie.world.TrainingSite;

/**
 * Crawls an invented site twice as any site is crawled, robots rules, archive and frontier
 * included: for links alone, and for adverts. What is written is removed.
 */
public final class TrainingCrawl {
  private static final int THREADS = 4;

  private TrainingCrawl() {}

  /**
   * Crawls.
   *
   * @param pages of the site, all of which are fetched by each crawl; some thousands, for Java to
   *     compile what they need
   * @return how many pages were fetched
   */
  public static long run(int pages) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("vigie-warm-up");
    try (TrainingSite site = TrainingSite.open(pages)) {
      long fetched = 0;
      for (boolean readsAdverts : new boolean[] {false, true}) {
        fetched +=
            new Crawl(
                    config(pages),
                    LoopbackCrawl.MANDATE,
                    folder.resolve(readsAdverts ? "adverts" : "links"),
                    Clock.systemUTC())
                .run(plan(site, readsAdverts), progress -> {})
                .outcomes()
                .getOrDefault(CrawlOutcome.FETCHED.label(), 0L);
      }
      return fetched;
    } finally {
      FolderTree.delete(folder);
    }
  }

  private static CrawlPlan plan(TrainingSite site, boolean readsAdverts) {
    Seed seed = Seed.of(site.seed().toString(), LoopbackCrawl.MANDATE);
    return new CrawlPlan(List.of(seed), false, readsAdverts, SiteTemplates.none());
  }

  private static CrawlConfig config(int pages) {
    return new CrawlConfig(
        "Vigie/0.1 (warm-up)",
        Duration.ZERO,
        Duration.ofSeconds(10),
        pages,
        1_000,
        1 << 20,
        THREADS,
        new CrawlConfig.LocalWeb(true, Map.of("127.0.0.1", "127.0.0.1")));
  }
}
