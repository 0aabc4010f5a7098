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
  private long nanos;

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
    Politeness politeness = stopped(Duration.ofMillis(500));
    politeness.awaitTurn("a", "192.0.2.1");
    nanos += 70 * MILLI;
    politeness.ended("a", "192.0.2.1");
    nanos += 30 * MILLI;

    assertThat(politeness.untilTurn("a", "192.0.2.9", nanos)).isEqualTo(470 * MILLI);
    assertThat(politeness.untilTurn("b", "192.0.2.1", nanos)).isEqualTo(470 * MILLI);
    assertThat(politeness.untilTurn("c", "192.0.2.2", nanos)).isZero();
  }

  @Test
  void letsASmallerCrawlDelayNeverShrinkOurs() throws Exception {
    Politeness politeness = stopped(Duration.ofMillis(500));
    politeness.crawlDelay("a", Duration.ofMillis(1));
    nanos += MILLI;
    politeness.awaitTurn("a", "192.0.2.1");
    politeness.ended("a", "192.0.2.1");

    assertThat(politeness.untilTurn("a")).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void doublesItsBackOffAndCapsWhatAHostMayAsk() {
    Politeness politeness = stopped(Duration.ofSeconds(1));

    politeness.backOff("a", Duration.ZERO);
    assertThat(politeness.untilTurn("a")).isEqualTo(Duration.ofSeconds(2));
    politeness.backOff("a", Duration.ZERO);
    assertThat(politeness.untilTurn("a")).isEqualTo(Duration.ofSeconds(4));
    for (Duration asked : List.of(Duration.ofDays(365), Duration.ofSeconds(Long.MAX_VALUE))) {
      politeness.backOff("a", asked);
      assertThat(politeness.untilTurn("a")).isEqualTo(Politeness.MAX_RETRY_AFTER);
    }
  }

  @Test
  void goesOnBackingOffAfterARestart() {
    Duration delay = Duration.ofSeconds(1);
    Politeness before = remembering(delay, false);
    before.backOff("a", Duration.ZERO);
    before.backOff("a", Duration.ZERO);
    before.backOff("a", Duration.ZERO);

    Politeness after = remembering(delay, true);

    assertThat(after.untilTurn("a")).isEqualTo(Duration.ofMillis(8_001));
    after.backOff("a", Duration.ZERO);
    assertThat(after.untilTurn("a")).isEqualTo(Duration.ofSeconds(16));
  }

  @Test
  void keepsACrawlDelayAndARetryAfterAcrossARestart() {
    Duration delay = Duration.ofSeconds(1);
    Politeness before = remembering(delay, false);
    before.crawlDelay("a", Duration.ofSeconds(20));
    before.backOff("b", Duration.ofSeconds(60));

    Politeness after = remembering(delay, true);

    assertThat(after.untilTurn("a")).isEqualTo(Duration.ofSeconds(20));
    assertThat(after.untilTurn("b")).isEqualTo(Duration.ofMillis(60_001));
    assertThat(after.untilTurn("c")).isEqualTo(delay);
  }

  /** A pace whose time stands still until a test moves it. */
  private Politeness stopped(Duration delay) {
    return new Politeness(delay, HostMemory.none(), NOON, false, () -> nanos);
  }

  private Politeness remembering(Duration delay, boolean resumed) {
    return new Politeness(delay, HostMemory.in(folder), NOON, resumed, () -> nanos);
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
