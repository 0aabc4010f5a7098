package org.vigie.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.world.hostile.HostileBehaviour;
import org.vigie.world.hostile.HostileNet;
import org.vigie.world.hostile.RobotsFaults;

@Timeout(60)
class RobotsFailureTest {
  private static final int HOSTS_OF_EACH = 4;

  @TempDir Path folder;

  @Test
  void fetchesNothingHoweverRobotsFailAndAsksNobodyAgainRightAfterARestart() throws Exception {
    List<HostileBehaviour> failures = failures();
    assertThat(failures).hasSizeGreaterThanOrEqualTo(12 * HOSTS_OF_EACH);
    try (HostileNet net = HostileNet.open(failures, null)) {
      List<URI> seeds = new ArrayList<>();
      for (HostileBehaviour failure : failures) {
        seeds.add(net.url(failure, "/page1"));
        seeds.add(net.url(failure, "/page2"));
      }

      assertThat(crawl(net, seeds)).isEqualTo(Map.of("robots-unreachable", (long) seeds.size()));
      Map<String, List<String>> asked = asked(net, failures);
      assertThat(crawl(net, seeds)).isEqualTo(Map.of("robots-unreachable", (long) seeds.size()));

      assertThat(asked(net, failures)).isEqualTo(asked);
      assertThat(asked.values())
          .allSatisfy(targets ->
              assertThat(targets)
                  .contains("/robots.txt")
                  .noneMatch(target -> target.startsWith("/page")));
    }
  }

  private static List<HostileBehaviour> failures() {
    List<HostileBehaviour> failures = new ArrayList<>();
    for (HostileBehaviour failure : RobotsFaults.all()) {
      for (int i = 0; i < HOSTS_OF_EACH; i++) {
        failures.add(failure.named(failure.name() + "-" + i));
      }
    }
    return failures;
  }

  private static Map<String, List<String>> asked(HostileNet net, List<HostileBehaviour> hosts) {
    Map<String, List<String>> asked = new TreeMap<>();
    for (HostileBehaviour host : hosts) {
      asked.put(host.name(), net.requests(host).stream().map(HostileNet.Request::target).toList());
    }
    return asked;
  }

  private Map<String, Long> crawl(HostileNet net, List<URI> seeds) throws Exception {
    return new Crawl(
            HostileRun.config(net.names(), 16, 1_000),
            TestMandate.VALID,
            folder.resolve("captures"),
            Clock.systemUTC())
        .run(seeds, progress -> {})
        .outcomes();
  }
}
