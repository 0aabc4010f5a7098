package org.vigie.lab.bench.crawl;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vigie.advert.Mandate;
import org.vigie.capture.extract.site.SiteTemplates;
import org.vigie.crawler.Crawl;
import org.vigie.crawler.CrawlConfig;
import org.vigie.crawler.CrawlPlan;
import org.vigie.crawler.CrawlReport;
import org.vigie.crawler.frontier.Seed;

/** Vigie's crawl of the benchmark's site as a process: all its safeguards on, the delay off. */
final class VigieClient {
  private VigieClient() {}

  /**
   * Crawls and prints the outcomes.
   *
   * @param args seed, most pages, folder for the captures, threads, whether adverts are read:
   *     "true", "false", or "both" for one crawl after the other
   */
  public static void main(String[] args) throws Exception {
    if (args[4].equals("both")) {
      crawl(args, Path.of(args[2] + "-links"), false);
    }
    crawl(args, Path.of(args[2]), !args[4].equals("false"));
  }

  private static void crawl(String[] args, Path captures, boolean readsAdverts) throws Exception {
    CrawlConfig config =
        new CrawlConfig(
            "Vigie/0.1 (+https://example.org/vigie; benchmark)",
            Duration.ZERO,
            Duration.ofSeconds(30),
            Integer.parseInt(args[1]),
            32_767,
            8L << 20,
            Integer.parseInt(args[3]),
            new CrawlConfig.LocalWeb(true, Map.of("127.0.0.1", "127.0.0.1")));
    Mandate mandate =
        new Mandate(
            "Vigie's benchmark",
            "none needed: invented pages on this machine",
            "measurement",
            "benchmark",
            "nobody",
            Instant.parse("2100-01-01T00:00:00Z"));
    CrawlReport report =
        new Crawl(config, mandate, captures, Clock.systemUTC())
            .run(
                new CrawlPlan(
                    List.of(Seed.of(args[0], mandate)), false, readsAdverts, SiteTemplates.none()),
                progress -> {});
    System.out.println(report.outcomes());
  }
}
