package org.vigie.lab.verify;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.vigie.cli.warmup.LoopbackCrawl;
import org.vigie.crawler.CrawlConfig;
import org.vigie.world.manners.PaceBreach;
import org.vigie.world.manners.PaceRecord;
import org.vigie.world.manners.PaceSpec;
import org.vigie.world.manners.PaceTrial;
import org.vigie.world.manners.SeenRequest;

/** No host or address is asked before its time, measured where the requests arrive. */
final class PaceCheck implements Check {
  private static final int HOSTS_OF_AN_ADDRESS = 3;

  /** Of the pages that all hosts had if none wanted rest: two in five hosts have a few alone. */
  private static final double LEAST_SHARE = 0.7;

  private static final Duration OWN_DELAY = Duration.ofMillis(20);

  @Override
  public String name() {
    return "pace";
  }

  @Override
  public String promise() {
    return "No host and no address is asked before its time, however often the crawl is killed";
  }

  @Override
  public Tally run(Effort effort, Path folder, Watcher watcher) throws Exception {
    PaceSpec spec =
        new PaceSpec(
            effort.paceHosts(),
            HOSTS_OF_AN_ADDRESS,
            effort.pacePages(),
            effort.paceKills(),
            OWN_DELAY,
            effort.seed());
    AtomicInteger starts = new AtomicInteger();
    PaceRecord record =
        new PaceTrial(spec)
            .run((hosts, seeds) -> {
              watcher.at(starts.getAndIncrement(), spec.kills() + 1L);
              return LoopbackCrawl.start(folder, config(hosts), seeds);
            });
    return tally(spec, record);
  }

  private static Tally tally(PaceSpec spec, PaceRecord record) {
    Tally tally = new Tally();
    tally.count("requests", record.visits().size());
    tally.count(
        "of them for robots.txt", record.visits().stream().filter(SeenRequest::isRobots).count());
    tally.count("hosts", record.visits().stream().map(SeenRequest::host).distinct().count());
    tally.count("addresses", record.visits().stream().map(SeenRequest::address).distinct().count());
    tally.count("kills", record.kills().size());
    long least = Math.round(LEAST_SHARE * spec.hosts() * spec.pagesOfAHost());
    tally.require(
        record.visits().size() >= least,
        "at least %d requests must arrive, but %d did",
        least,
        record.visits().size());
    for (PaceBreach breach : record.breaches()) {
      tally.require(
          false,
          "%s by %s: %s%s, then %s%s after %d ms, due %d ms",
          breach.reason(),
          breach.of(),
          breach.before().host(),
          breach.before().target(),
          breach.tooSoon().host(),
          breach.tooSoon().target(),
          breach.found().toMillis(),
          breach.due().toMillis());
    }
    tally.count("requests too soon", record.breaches().size());
    return tally;
  }

  private static CrawlConfig config(Map<String, String> hosts) {
    return new CrawlConfig(
        "Vigie/0.1 (verify)",
        OWN_DELAY,
        Duration.ofSeconds(5),
        1_000_000,
        100,
        1 << 20,
        32,
        new CrawlConfig.LocalWeb(true, hosts));
  }
}
