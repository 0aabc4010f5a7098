package org.vigie.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class DiskFrontierSharedTest {
  private static final Target A1 = new Target("http://a.example.org/1", 0, 0);
  private static final Target A2 = new Target("http://a.example.org/2", 0, 0);
  private static final Target B1 = new Target("http://b.example.org/1", 0, 0);

  @TempDir Path folder;

  @Test
  void givesOutOnlyWhatIsItsOwn() throws Exception {
    try (DiskFrontier frontier = open(Duration.ZERO)) {
      frontier.found(List.of(A1, B1), new LogPosition("log", 1));
      assertThat(frontier.isIdle()).isTrue();

      frontier.give(host -> host.startsWith("b."));

      assertThat(frontier.take()).isEqualTo(new Due(B1, null));
      assertThat(frontier.waiting()).isEqualTo(1);
    }
  }

  @Test
  void takesInWhatOthersHaveDone() throws Exception {
    try (DiskFrontier frontier = open(Duration.ZERO)) {
      frontier.found(List.of(A1, A2), new LogPosition("log", 1));
      frontier.ended(PageEnd.without(A1, "fetched"), new LogPosition("log", 2));
      frontier.found(List.of(A1), new LogPosition("log", 3));

      frontier.give(host -> true);

      assertThat(frontier.take()).isEqualTo(new Due(A2, null));
      frontier.ended(PageEnd.without(A2, "fetched"), new LogPosition("log", 4));
      assertThat(frontier.isIdle()).isTrue();
      assertThat(frontier.outcomes()).as("made here").containsExactly(Map.entry("fetched", 1L));
    }
  }

  @Test
  void remembersHowFarItReadALog() throws Exception {
    try (DiskFrontier frontier = open(Duration.ZERO)) {
      frontier.found(List.of(A1), new LogPosition("log-0", 17));
    }
    try (DiskFrontier frontier = open(Duration.ZERO)) {
      assertThat(frontier.position("log-0")).isEqualTo(17);
      assertThat(frontier.position("log-1")).isZero();
    }
  }

  @Test
  void letsAHostGoWhenItsUrlUnderWayHasEnded() throws Exception {
    try (DiskFrontier frontier = open(Duration.ZERO)) {
      frontier.found(List.of(A1, A2), new LogPosition("log", 1));
      frontier.give(host -> true);
      Target taken = frontier.take().target();

      frontier.give(host -> false);

      assertThat(frontier.isLettingGo(Set.of())).as("under way").isTrue();
      assertThat(frontier.isLettingGo(Set.of(taken.url()))).as("committed").isFalse();
      frontier.letGo();
      assertThat(frontier.isIdle()).isTrue();
      assertThat(frontier.isUnderWay(taken)).isFalse();
    }
  }

  @Test
  void givesAHostItsDelayThatComesFromAnotherProcess() throws Exception {
    try (DiskFrontier frontier = open(Duration.ofMillis(300))) {
      frontier.found(List.of(A1), new LogPosition("log", 1));
      long before = System.nanoTime();

      frontier.give(host -> true);
      frontier.take();

      assertThat(System.nanoTime() - before).isGreaterThan(Duration.ofMillis(290).toNanos());
    }
  }

  private DiskFrontier open(Duration delay) throws IOException {
    return DiskFrontier.openShared(
        folder, delay, new FrontierLimits(1_000, 4, true), Clock.systemUTC());
  }
}
