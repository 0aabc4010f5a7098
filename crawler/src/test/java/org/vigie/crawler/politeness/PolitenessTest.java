package org.vigie.crawler.politeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PolitenessTest {
  private static final long MILLI = 1_000_000;

  @Test
  void givesTurnsOneDelayApartHoweverManyAskAtOnce() {
    Politeness politeness = new Politeness(Duration.ofMillis(500));
    long now = System.nanoTime();

    assertThat(politeness.reserve("a", "192.0.2.1", now)).isZero();
    assertThat(politeness.reserve("a", "192.0.2.1", now)).isEqualTo(500 * MILLI);
    assertThat(politeness.reserve("a", "192.0.2.1", now)).isEqualTo(1_000 * MILLI);
  }

  @Test
  void sharesTheTurnsOfOneAddressAmongItsHosts() {
    Politeness politeness = new Politeness(Duration.ofMillis(500));
    long now = System.nanoTime();

    assertThat(politeness.reserve("a", "192.0.2.1", now)).isZero();
    assertThat(politeness.reserve("b", "192.0.2.1", now)).isEqualTo(500 * MILLI);
    assertThat(politeness.reserve("c", "192.0.2.2", now)).isZero();
  }

  @Test
  void letsASmallerCrawlDelayNeverShrinkOurs() {
    Politeness politeness = new Politeness(Duration.ofMillis(500));
    politeness.crawlDelay("a", Duration.ofMillis(1));
    long later = System.nanoTime() + 10 * MILLI;

    politeness.reserve("a", "192.0.2.1", later);

    assertThat(politeness.reserve("a", "192.0.2.1", later)).isEqualTo(500 * MILLI);
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
}
