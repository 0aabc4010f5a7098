package org.vigie.crawler.politeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolitenessTest {
  private static final long MILLI = 1_000_000;
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;

  @Test
  void givesTurnsOneAtATimeAndOneDelayApartHoweverManyAskAtOnce() throws Exception {
    Politeness politeness = new Politeness(Duration.ofMillis(20));
    List<Long> starts = Collections.synchronizedList(new ArrayList<>());
    List<Long> ends = Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String host = "host" + i % 3;
      threads.add(Thread.ofVirtual().start(() -> request(politeness, host, starts, ends)));
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(starts).hasSize(8);
    for (int i = 1; i < starts.size(); i++) {
      assertThat(starts.get(i) - ends.get(i - 1)).isGreaterThanOrEqualTo(20 * MILLI);
    }
  }

  @Test
  void countsTheDelayOfAnAddressAndNotOfOthers() throws Exception {
    Politeness politeness = new Politeness(Duration.ofMillis(500));
    politeness.awaitTurn("a", "192.0.2.1");
    politeness.ended("a", "192.0.2.1");
    long now = System.nanoTime();

    assertThat(politeness.untilTurn("a", "192.0.2.9", now)).isBetween(400 * MILLI, 500 * MILLI);
    assertThat(politeness.untilTurn("b", "192.0.2.1", now)).isBetween(400 * MILLI, 500 * MILLI);
    assertThat(politeness.untilTurn("c", "192.0.2.2", now)).isZero();
  }

  @Test
  void letsASmallerCrawlDelayNeverShrinkOurs() throws Exception {
    Politeness politeness = new Politeness(Duration.ofMillis(500));
    politeness.crawlDelay("a", Duration.ofMillis(1));
    politeness.awaitTurn("a", "192.0.2.1");
    politeness.ended("a", "192.0.2.1");

    assertThat(politeness.untilTurn("a", "192.0.2.1", System.nanoTime()))
        .isBetween(400 * MILLI, 500 * MILLI);
  }

  @Test
  void doublesItsBackOffAndCapsWhatAHostMayAsk() {
    Politeness politeness = new Politeness(Duration.ofSeconds(1));

    politeness.backOff("a", Duration.ZERO);
    assertThat(politeness.untilTurn("a"))
        .isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(2));
    politeness.backOff("a", Duration.ZERO);
    assertThat(politeness.untilTurn("a"))
        .isBetween(Duration.ofMillis(3_900), Duration.ofSeconds(4));
    politeness.backOff("a", Duration.ofDays(365));
    assertThat(politeness.untilTurn("a"))
        .isBetween(Duration.ofSeconds(299), Politeness.MAX_RETRY_AFTER);
  }

  @Test
  void goesOnBackingOffAfterARestart() {
    Duration delay = Duration.ofSeconds(1);
    Politeness before = new Politeness(delay, HostMemory.in(folder), NOON, false);
    before.backOff("a", Duration.ZERO);
    before.backOff("a", Duration.ZERO);
    before.backOff("a", Duration.ZERO);

    Politeness after = new Politeness(delay, HostMemory.in(folder), NOON, true);

    assertThat(after.untilTurn("a")).isGreaterThan(Duration.ofSeconds(5));
    after.backOff("a", Duration.ZERO);
    assertThat(after.untilTurn("a")).isGreaterThan(Duration.ofSeconds(9));
  }

  @Test
  void keepsACrawlDelayAndARetryAfterAcrossARestart() {
    Duration delay = Duration.ofSeconds(1);
    Politeness before = new Politeness(delay, HostMemory.in(folder), NOON, false);
    before.crawlDelay("a", Duration.ofSeconds(20));
    before.backOff("b", Duration.ofSeconds(60));

    Politeness after = new Politeness(delay, HostMemory.in(folder), NOON, true);

    assertThat(after.untilTurn("a")).isGreaterThan(Duration.ofSeconds(10));
    assertThat(after.untilTurn("b")).isGreaterThan(Duration.ofSeconds(30));
    assertThat(after.untilTurn("c")).isLessThanOrEqualTo(delay);
  }

  private static void request(
      Politeness politeness, String host, List<Long> starts, List<Long> ends) {
    try {
      politeness.awaitTurn(host, "192.0.2.1");
      starts.add(System.nanoTime());
      Thread.sleep(5);
      ends.add(System.nanoTime());
      politeness.ended(host, "192.0.2.1");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
