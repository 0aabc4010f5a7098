package org.vigie.crawler.politeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a host wants holds for its address too, and is remembered. */
class AddressRestTest {
  private static final String ADDRESS = "192.0.2.1";
  private static final Duration OWN_DELAY = Duration.ofMillis(1);
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;
  private long nanos;

  @Test
  void restsAnAddressForTheCrawlDelayOfTheHostAskedLast() throws Exception {
    Politeness politeness = in(HostMemory.none(), false);
    politeness.awaitTurn("a", ADDRESS);
    politeness.crawlDelay("a", Duration.ofSeconds(20));
    politeness.ended("a", ADDRESS);

    assertThat(untilTurnOf("b", politeness)).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void restsAnAddressForACrawlDelayStraightAfterTheRobotsRulesThatToldIt() throws Exception {
    Politeness politeness = in(HostMemory.none(), false);
    politeness.awaitTurn("a", ADDRESS);
    politeness.ended("a", ADDRESS);
    politeness.crawlDelay("a", Duration.ofSeconds(20));

    assertThat(untilTurnOf("b", politeness)).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void restsAnAddressAsLongAsTheAnswerOfOneOfItsHostsTook() throws Exception {
    Politeness politeness = in(HostMemory.none(), false);
    politeness.awaitTurn("a", ADDRESS);
    politeness.ended("a", ADDRESS);
    politeness.succeeded("a", Duration.ofSeconds(20));

    assertThat(untilTurnOf("b", politeness)).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void restsAnAddressWhenOneOfItsHostsAsksForIt() throws Exception {
    Politeness politeness = in(HostMemory.none(), false);
    politeness.awaitTurn("a", ADDRESS);
    politeness.ended("a", ADDRESS);
    politeness.backOff("a", Duration.ofSeconds(20));

    assertThat(untilTurnOf("b", politeness)).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void remembersAcrossARestartHowLongTheLastAnswerTook() throws Exception {
    Politeness before = in(HostMemory.in(folder), false);
    before.awaitTurn("a", ADDRESS);
    before.ended("a", ADDRESS);
    before.succeeded("a", Duration.ofSeconds(20));

    Politeness after = in(HostMemory.in(folder), true);

    assertThat(after.untilTurn("a")).isEqualTo(Duration.ofSeconds(20));
  }

  /** A pace whose time stands still. */
  private Politeness in(HostMemory memory, boolean resumed) {
    return new Politeness(OWN_DELAY, memory, NOON, resumed, () -> nanos);
  }

  private Duration untilTurnOf(String host, Politeness politeness) {
    return Duration.ofNanos(politeness.untilTurn(host, ADDRESS, nanos));
  }
}
