package org.vigie.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.world.manners.RobotsFailure;
import org.vigie.world.manners.RobotsFailureWeb;

class RobotsFailureTest {
  /** {@code -Dvigie.robots.hosts=500} is the long version. */
  private static final int HOSTS_OF_EACH = Integer.getInteger("vigie.robots.hosts", 20);

  @TempDir Path folder;

  @Test
  @Timeout(600)
  void fetchesNothingHoweverRobotsFailAndAsksNobodyAgainRightAfterARestart() throws Exception {
    try (RobotsFailureWeb web = new RobotsFailureWeb(HOSTS_OF_EACH)) {
      Map<String, Long> expected = Map.of("robots-unreachable", (long) web.seeds().size());

      assertThat(crawl(web)).isEqualTo(expected);
      Map<String, Integer> asked = web.robotsRequests();
      assertThat(asked)
          .hasSize(HOSTS_OF_EACH * RobotsFailure.values().length)
          .allSatisfy((host, times) -> assertThat(times).as(host).isBetween(1, 6));
      assertThat(crawl(web)).isEqualTo(expected);

      assertThat(web.robotsRequests()).isEqualTo(asked);
      assertThat(web.contentRequests()).isEmpty();
      System.out.printf(
          "hosts: %d (%d kinds of failure x %d), requests for robots.txt: %d, for pages: %d%n",
          asked.size(),
          RobotsFailure.values().length,
          HOSTS_OF_EACH,
          asked.values().stream().mapToInt(Integer::intValue).sum(),
          web.contentRequests().size());
    }
  }

  private Map<String, Long> crawl(RobotsFailureWeb web) throws Exception {
    CrawlConfig config =
        new CrawlConfig(
            "Vigie/0.1 (test)",
            Duration.ofMillis(1),
            Duration.ofMillis(1_500),
            100_000,
            3,
            1 << 20,
            64,
            true,
            web.hosts());
    return new Crawl(config, TestMandate.VALID, folder.resolve("captures"), Clock.systemUTC())
        .run(web.seeds(), progress -> {})
        .outcomes();
  }
}
