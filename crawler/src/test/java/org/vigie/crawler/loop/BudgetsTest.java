package org.vigie.crawler.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Mandate;
import org.vigie.capture.TestMandate;
import org.vigie.crawler.frontier.Seed;

class BudgetsTest {
  private static final Mandate MANDATE = TestMandate.VALID;
  private static final Seed SEED =
      new Seed("https://example.org/", Seed.Reach.DOMAIN, MANDATE, 100, "", null, false);

  @Test
  void givesNoMoreThanThereAreHoweverManyHostsAskAtOnce() throws InterruptedException {
    Budgets budgets = new Budgets();
    AtomicInteger given = new AtomicInteger();
    try (ExecutorService hosts = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 1_000; i++) {
        hosts.execute(() -> given.addAndGet(budgets.take(SEED) ? 1 : 0));
      }
      hosts.shutdown();
      assertThat(hosts.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }

    assertThat(given).hasValue(100);
    assertThat(budgets.isSpent(SEED)).isTrue();
    budgets.giveBack(SEED);
    assertThat(budgets.isSpent(SEED)).isFalse();
    assertThat(budgets.take(SEED)).isTrue();
    assertThat(budgets.take(SEED)).isFalse();
  }
}
