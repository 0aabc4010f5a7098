package org.vigie.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class PostponedTest {
  private static final Target PAGE = new Target("https://example.org/", 0, 0);

  @TempDir Path folder;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
  private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);

  @Test
  void givesAUrlThatFailedAnotherChanceInARunThatKeepsGoing() throws Exception {
    try (CrawlFrontier frontier = open(true)) {
      frontier.seed(List.of(PAGE));
      frontier.take();
      frontier.postpone(PAGE, "timeout", Duration.ZERO);

      assertThat(frontier.waiting()).isEqualTo(1);
      now.updateAndGet(time -> time.plus(HostQueues.REST));
      assertThat(Objects.requireNonNull(frontier.take()).target()).isEqualTo(PAGE);
      assertThat(frontier.waiting()).isEqualTo(1);
      frontier.commit(List.of(PageEnd.without(PAGE, "fetched")));
      assertThat(frontier.waiting()).isZero();
    }
  }

  @Test
  void leavesItToTheNextRunOtherwise() throws Exception {
    try (CrawlFrontier frontier = open(false)) {
      frontier.seed(List.of(PAGE));
      frontier.take();
      frontier.postpone(PAGE, "timeout", Duration.ZERO);

      assertThat(frontier.take()).isNull();
    }
    try (CrawlFrontier frontier = open(false)) {
      assertThat(Objects.requireNonNull(frontier.take()).target()).isEqualTo(PAGE);
    }
  }

  private CrawlFrontier open(boolean keepsGoing) throws IOException {
    return DiskFrontier.open(folder, Duration.ZERO, FrontierLimits.of(100, 2, keepsGoing), clock);
  }
}
