package org.vigie.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.world.manners.PaceBreach;
import org.vigie.world.manners.PaceRecord;
import org.vigie.world.manners.PaceSpec;
import org.vigie.world.manners.PaceTrial;
import org.vigie.world.manners.Visit;

class PaceTrialTest {
  /**
   * The long version: {@code -Dvigie.pace.hosts=500 -Dvigie.pace.pages=140 -Dvigie.pace.kills=10}.
   */
  private static final PaceSpec SPEC =
      new PaceSpec(
          Integer.getInteger("vigie.pace.hosts", 60),
          3,
          Integer.getInteger("vigie.pace.pages", 70),
          Integer.getInteger("vigie.pace.kills", 3),
          Duration.ofMillis(20),
          Long.getLong("vigie.seed", 2026));

  @TempDir Path folder;

  @Test
  @Timeout(900)
  void keepsThePaceOfHostsAndAddressesThoughKilledAgainAndAgain() throws Exception {
    PaceRecord record = new PaceTrial(SPEC).run(this::crawl);

    List<String> output = Files.readAllLines(folder.resolve("output.txt"));
    System.out.printf(
        "seed %d: %d requests to %d hosts at %d addresses, %d for robots.txt; kills: %d; breaches:"
            + " %s; %s%n",
        SPEC.seed(),
        record.visits().size(),
        record.visits().stream().map(Visit::host).distinct().count(),
        record.visits().stream().map(Visit::address).distinct().count(),
        record.visits().stream().filter(Visit::isRobots).count(),
        record.kills().size(),
        record.breachCounts(),
        output.getLast());
    record.breaches().stream()
        .limit(12)
        .map(PaceTrialTest::spelledOut)
        .forEach(System.out::println);
    assertThat(record.visits()).hasSizeGreaterThan(SPEC.hosts() * SPEC.pagesOfAHost() / 2);
    assertThat(record.kills()).hasSize(SPEC.kills());
    assertThat(record.breachCounts()).isEmpty();
  }

  private Process crawl(Map<String, String> hosts, List<URI> seeds) throws java.io.IOException {
    CrawlConfig config =
        new CrawlConfig(
            "Vigie/0.1 (test)",
            SPEC.ownDelay(),
            Duration.ofSeconds(5),
            1_000_000,
            100,
            1 << 20,
            32,
            true,
            hosts);
    return LoopbackCrawl.start(folder, config, seeds);
  }

  private static String spelledOut(PaceBreach breach) {
    return "%s by %s: %s%s, then %s%s after %d ms, due %d ms"
        .formatted(
            breach.reason(),
            breach.of(),
            breach.before().host(),
            breach.before().target(),
            breach.tooSoon().host(),
            breach.tooSoon().target(),
            breach.found().toMillis(),
            breach.due().toMillis());
  }
}
