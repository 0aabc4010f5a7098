package org.vigie.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.world.hostile.HostileBehaviour;
import org.vigie.world.hostile.HostileBehaviour.Door;
import org.vigie.world.hostile.HostileBehaviours;
import org.vigie.world.hostile.HostileNet;

/**
 * Ordinary hosts in a crawl that has every hostile one in it too.
 *
 * <p>Asked for by {@code -Dvigie.neighbours=true}: a ratio of times needs a machine that does
 * nothing else.
 */
@EnabledIfSystemProperty(named = "vigie.neighbours", matches = "true")
@Timeout(300)
class HostileNeighboursTest {
  private static final int ORDINARY_HOSTS = 20;
  private static final int PAGES_OF_EACH = 12;
  private static final int RUNS = 3;
  private static final int THREADS = 256;

  /** Twenty times more and the traps alone would use the whole crawl up. */
  private static final int MAX_PAGES = 4_000;

  private static final Duration DELAY = Duration.ofMillis(200);
  private static final List<HostileBehaviour> ORDINARY =
      IntStream.range(0, ORDINARY_HOSTS)
          .mapToObj(i -> HostileBehaviours.ordinary("ordinary" + i, PAGES_OF_EACH))
          .toList();

  @TempDir Path folder;

  /** From the begin of the crawl to the last page of the last ordinary host, as the server sees. */
  @Test
  void finishesOrdinaryHostsAsFastAsIfTheyWereAlone() throws Exception {
    long[] alone = new long[RUNS];
    long[] amid = new long[RUNS];
    for (int run = 0; run < RUNS; run++) {
      alone[run] = millis(List.of(), "alone" + run);
      amid[run] = millis(plain(), "amid" + run);
    }

    double ratio = (double) median(amid) / median(alone);
    System.out.printf(
        "ordinary hosts: alone %s ms, amid %d hostile hosts %s ms, ratio of medians %.3f%n",
        Arrays.toString(alone), plain().size(), Arrays.toString(amid), ratio);
    assertThat(ratio).isLessThanOrEqualTo(1.10);
  }

  /** All but those that need certificates, which fail before they could do harm. */
  private static List<HostileBehaviour> plain() {
    return HostileBehaviours.all().stream()
        .filter(behaviour -> behaviour.door() == Door.PLAIN || behaviour.door() == Door.SHUT)
        .toList();
  }

  private long millis(List<HostileBehaviour> hostile, String name) throws Exception {
    List<HostileBehaviour> all = Stream.concat(hostile.stream(), ORDINARY.stream()).toList();
    try (HostileNet net = HostileNet.open(all, null)) {
      List<URI> seeds = new ArrayList<>(all.stream().map(net::seed).toList());
      CrawlConfig config =
          new CrawlConfig(
              "Vigie/0.1 (test)",
              DELAY,
              HostileBehaviour.REQUEST,
              MAX_PAGES,
              3,
              1 << 20,
              THREADS,
              true,
              net.names());
      long start = System.nanoTime();
      new Crawl(config, TestMandate.VALID, folder.resolve(name), Clock.systemUTC())
          .run(seeds, progress -> {});
      long last = 0;
      for (HostileBehaviour host : ORDINARY) {
        List<HostileNet.Request> requests = net.requests(host);
        assertThat(requests).hasSize(PAGES_OF_EACH + 2);
        last = Math.max(last, requests.getLast().nanos());
      }
      return Duration.ofNanos(last - start).toMillis();
    }
  }

  private static long median(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
