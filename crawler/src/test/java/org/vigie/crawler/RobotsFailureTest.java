package org.vigie.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.world.manners.RobotsFailure;
import org.vigie.world.manners.RobotsFailureWeb;

class RobotsFailureTest {
  /** {@code -Dvigie.robots.hosts=500} is the long version. */
  private static final int HOSTS_OF_EACH = Integer.getInteger("vigie.robots.hosts", 20);

  private static final int MAX_HOSTS_OF_A_CRAWL = 500;

  @TempDir Path folder;

  @Test
  @Timeout(900)
  void fetchesNothingHoweverRobotsFailAndAsksNobodyAgainRightAfterARestart() throws Exception {
    List<RobotsFailure> kinds = List.of(RobotsFailure.values());
    int kindsOfACrawl = Math.max(1, MAX_HOSTS_OF_A_CRAWL / HOSTS_OF_EACH);
    int asked = 0;
    for (int from = 0; from < kinds.size(); from += kindsOfACrawl) {
      List<RobotsFailure> part = kinds.subList(from, Math.min(kinds.size(), from + kindsOfACrawl));
      asked += crawlTwice(part, folder.resolve("captures-" + from));
    }

    System.out.printf(
        "hosts: %d (%d kinds of failure x %d), requests for robots.txt: %d, for pages: 0%n",
        kinds.size() * HOSTS_OF_EACH, kinds.size(), HOSTS_OF_EACH, asked);
  }

  /** Returns how often robots rules were asked for. */
  private static int crawlTwice(List<RobotsFailure> kinds, Path captures) throws Exception {
    try (RobotsFailureWeb web = new RobotsFailureWeb(kinds, HOSTS_OF_EACH)) {
      // A host is left alone at its first URL; the others are not even tried.
      long hosts = (long) kinds.size() * HOSTS_OF_EACH;
      Map<String, Long> expected = Map.of("robots-unreachable", hosts);

      assertThat(crawl(web, captures)).isEqualTo(expected);
      Map<String, Integer> asked = web.robotsRequests();
      assertThat(asked)
          .hasSize(HOSTS_OF_EACH * kinds.size())
          .allSatisfy((host, times) -> assertThat(times).as(host).isBetween(1, 6));
      assertThat(crawl(web, captures)).isEqualTo(expected);

      assertThat(web.robotsRequests()).isEqualTo(asked);
      assertThat(web.contentRequests()).isEmpty();
      return asked.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  private static Map<String, Long> crawl(RobotsFailureWeb web, Path captures) throws Exception {
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
    return new Crawl(config, TestMandate.VALID, captures, Clock.systemUTC())
        .run(web.seeds(), progress -> {})
        .outcomes();
  }
}
