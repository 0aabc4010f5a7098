package org.vigie.bench.crawl;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vigie.advert.Mandate;
import org.vigie.crawler.Crawl;
import org.vigie.crawler.CrawlConfig;
import org.vigie.crawler.CrawlPlan;
import org.vigie.crawler.CrawlReport;
import org.vigie.crawler.extract.SiteTemplates;
import org.vigie.crawler.frontier.Seed;

/** Vigie's crawl of the benchmark's site as a process: all its safeguards on, the delay off. */
final class VigieClient {
  private VigieClient() {}

  /**
   * Crawls and prints the outcomes.
   *
   * @param args seed, most pages, folder for the captures, threads, whether adverts are read
   */
  public static void main(String[] args) throws Exception {
    CrawlConfig config =
        new CrawlConfig(
            "Vigie/0.1 (+https://example.org/vigie; benchmark)",
            Duration.ZERO,
            Duration.ofSeconds(30),
            Integer.parseInt(args[1]),
            32_767,
            8L << 20,
            Integer.parseInt(args[3]),
            true,
            Map.of("127.0.0.1", "127.0.0.1"));
    Mandate mandate =
        new Mandate(
            "Vigie's benchmark",
            "none needed: invented pages on this machine",
            "measurement",
            "benchmark",
            "nobody",
            Instant.parse("2100-01-01T00:00:00Z"));
    CrawlReport report =
        new Crawl(config, mandate, Path.of(args[2]), Clock.systemUTC())
            .run(
                new CrawlPlan(
                    List.of(Seed.of(args[0], mandate)),
                    false,
                    Boolean.parseBoolean(args[4]),
                    SiteTemplates.none()),
                progress -> {});
    System.out.println(report.outcomes());
  }
}
