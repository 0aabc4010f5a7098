package org.vigie.lab.verify;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.cli.warmup.LoopbackCrawl;
import org.vigie.crawler.Crawl;
import org.vigie.crawler.CrawlConfig;
import org.vigie.crawler.CrawlPlan;
import org.vigie.crawler.frontier.Seed;
import org.vigie.world.hostile.HostileNet;
import org.vigie.world.hostile.Tripwire;

/**
 * What is required of a crawl that was led to forbidden addresses.
 *
 * @param way how it was led there, as a reader is told it
 * @param outcomes outcome → URLs
 * @param tally keeps what doesn't hold
 */
record ForbiddenTrial(String way, Map<String, Long> outcomes, Tally tally) {
  /** What becomes of a URL that leads to forbidden space, or to nothing that is a URL. */
  private static final Set<String> REFUSALS =
      Set.of(
          "address-refused",
          "redirect-nowhere",
          "redirect-out-of-scope",
          "out-of-scope",
          "robots-unreachable");

  void requireOwnPages(long fetched, long redirects) {
    long foundFetched = outcomes.getOrDefault("fetched", 0L);
    long foundRedirects = outcomes.getOrDefault("redirect", 0L);
    tally.require(
        foundFetched == fetched && foundRedirects == redirects,
        "%s: %d fetched and %d redirects are due, but there were %d and %d",
        way,
        fetched,
        redirects,
        foundFetched,
        foundRedirects);
  }

  void requireRefused(long least) {
    long refused = outcomes.getOrDefault("address-refused", 0L);
    tally.count("refused by their address", refused);
    tally.require(
        refused >= least, "%s: %d addresses must be refused, but %d were", way, least, refused);
    for (String outcome : outcomes.keySet()) {
      tally.require(
          REFUSALS.contains(outcome) || outcome.equals("fetched") || outcome.equals("redirect"),
          "%s: no URL may end in %s",
          way,
          outcome);
    }
  }

  void judge(int tried, Tripwire forbidden) {
    tally.count("URLs given", tried);
    tally.count("connections", forbidden.connections());
    tally.require(
        forbidden.connections() == 0,
        "%s: no connection may be made, but %d were",
        way,
        forbidden.connections());
  }

  static Map<String, Long> crawl(
      Path folder, boolean allowLoopback, Map<String, String> hosts, List<Seed> seeds)
      throws IOException, InterruptedException {
    CrawlConfig config =
        new CrawlConfig(
            "Vigie/0.1 (verify)",
            Duration.ofMillis(1),
            Duration.ofSeconds(3),
            10_000,
            16,
            1 << 20,
            8,
            new CrawlConfig.LocalWeb(allowLoopback, hosts));
    return new Crawl(config, LoopbackCrawl.MANDATE, folder, Clock.systemUTC())
        .run(new CrawlPlan(seeds, false), progress -> {})
        .outcomes();
  }

  /** Listens in forbidden space, where whoever follows a spelling would arrive. */
  static Tripwire tripwire(HostileNet net) throws IOException {
    return new Tripwire(InetAddress.getByName("127.200.0.1"), net.port());
  }
}
