package org.vigie.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.files.build.Build;

class CrawlConfigTest {
  @Test
  void hasPoliteDefaults() {
    assertThat(CrawlConfig.defaults())
        .isEqualTo(
            new CrawlConfig(
                Build.product() + " (+https://example.org/vigie; contact: set crawl.user-agent)",
                Duration.ofSeconds(2),
                Duration.ofSeconds(30),
                10_000,
                16,
                8_388_608,
                32,
                new CrawlConfig.LocalWeb(false, Map.of())));
    assertThat(CrawlConfig.defaults().productToken()).isEqualTo("Vigie");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 1000, 1000, 1, 0, 1, 1, userAgent",
    "(x), 1000, 1000, 1, 0, 1, 1, userAgent",
    "V/1, -1, 1000, 1, 0, 1, 1, hostDelay",
    "V/1, 1000, 0, 1, 0, 1, 1, requestTimeout",
    "V/1, 1000, 1000, 0, 0, 1, 1, maxPages",
    "V/1, 1000, 1000, 1, -1, 1, 1, maxDepth",
    "V/1, 1000, 1000, 1, 40000, 1, 1, maxDepth",
    "V/1, 1000, 1000, 1, 0, 0, 1, maxBodyBytes",
    "V/1, 1000, 1000, 1, 0, 1, 0, threads"
  })
  void refusesImpossibleValuesByName(
      String agent,
      long delay,
      long timeout,
      int pages,
      int depth,
      long body,
      int threads,
      String name) {
    assertThatThrownBy(() ->
            new CrawlConfig(
                agent,
                Duration.ofMillis(delay),
                Duration.ofMillis(timeout),
                pages,
                depth,
                body,
                threads,
                new CrawlConfig.LocalWeb(false, Map.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }
}
