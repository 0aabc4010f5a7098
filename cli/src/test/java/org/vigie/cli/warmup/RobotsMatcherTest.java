package org.vigie.cli.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.world.manners.PlainRobots;

class RobotsMatcherTest {
  private static final int FILES = 10_000;
  private static final long SEED = Long.getLong("vigie.seed", 9309);

  @Test
  void judgesTwoHundredThousandGeneratedPairsAsCrawlerCommonsAndAsTheRfcDo() throws Exception {
    RobotsComparison.Result result = comparison().overPlainRules(FILES, file -> {});

    assertThat(result.pairs()).isEqualTo(200_000);
    assertThat(result.differences()).isEmpty();
    assertThat(result.allowed()).as("a fair share of both answers").isBetween(40_000, 160_000);
  }

  /** Each kind of disagreement is there, so that it is known to be one. */
  @Test
  void neverAllowsWhatTheRfcOrCrawlerCommonsDisallowsOnFortyThousandHarderPairs() throws Exception {
    RobotsComparison.Result result = comparison().overHardRules(FILES / 5, file -> {});

    assertThat(result.tooMuch()).isEmpty();
    assertThat(result.kinds())
        .containsOnlyKeys(RobotsComparison.KNOWN_KINDS.toArray(String[]::new));
    assertThat(result.kinds().get("all agree")).isGreaterThan(25_000);
  }

  private static RobotsComparison comparison() {
    return new RobotsComparison(SEED, (text, token) -> new PlainRobots(text, token)::allows);
  }
}
