package org.vigie.cli.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrainingCrawlTest {
  @Test
  void fetchesEveryPageWithEachWayOfReading() throws Exception {
    assertThat(TrainingCrawl.run(200)).isEqualTo(2 * 200);
  }
}
