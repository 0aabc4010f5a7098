package org.vigie.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which pages are given out again: after a kill, postponed or parked, and when one is due. */
class FrontierReturnsTest extends FrontierInAFolder {
  @Test
  void takesUpAfterAKillWhatWasReleasedAndNotCommitted() throws Exception {
    try (DiskFrontier frontier = open()) {
      frontier.seed(List.of(target("a", 1, 0.5), target("a", 2, 0.5)));
      frontier.release(end(take(frontier), List.of()));
      take(frontier);
    }
    try (DiskFrontier frontier = open()) {
      assertThat(drain(frontier)).containsExactlyInAnyOrder(url("a", 1), url("a", 2));
    }
  }

  @Test
  void takesUpAfterAKillWhatWasUnderWay() throws Exception {
    try (DiskFrontier frontier = open()) {
      frontier.seed(List.of(target("a", 1, 0.5), target("b", 1, 0.5)));
      take(frontier);
      take(frontier);
    }
    try (DiskFrontier frontier = open()) {
      assertThat(drain(frontier)).containsExactlyInAnyOrder(url("a", 1), url("b", 1));
    }
    try (DiskFrontier frontier = open()) {
      assertThat(frontier.take()).isNull();
    }
  }

  @Test
  void triesWhatIsPostponedInTheNextRun() throws Exception {
    try (DiskFrontier frontier = open()) {
      frontier.seed(List.of(target("a", 1, 0.5)));
      frontier.postpone(take(frontier), "timeout", Duration.ZERO);
      assertThat(frontier.take()).isNull();
      assertThat(frontier.outcomes()).isEqualTo(Map.of("timeout", 1L));
    }
    try (DiskFrontier frontier = open()) {
      assertThat(drain(frontier)).containsExactly(url("a", 1));
    }
  }

  @Test
  void triesWhatIsPostponedInTheNextRunAloneHoweverManyBetterOnesCome() throws Exception {
    try (DiskFrontier frontier = open()) {
      frontier.seed(List.of(target("a", 1, 0.1), target("a", 2, 0.1)));
      Target postponed = take(frontier);
      List<Target> better = new ArrayList<>();
      for (int i = 10; i < 110; i++) {
        better.add(target("a", i, 0.9));
      }
      frontier.seed(better);
      frontier.postpone(postponed, "timeout", Duration.ZERO);

      assertThat(drain(frontier)).hasSize(101).doesNotContain(postponed.url());
    }
  }

  @Test
  void leavesAParkedHostAloneAndEndsWithoutIt() throws Exception {
    try (DiskFrontier frontier = open()) {
      frontier.seed(List.of(target("a", 1, 0.5), target("a", 2, 0.5), target("b", 1, 0.1)));
      Target first = take(frontier);
      Target parked = host(first).startsWith("a") ? first : take(frontier);
      if (parked != first) {
        frontier.commit(List.of(end(first, List.of())));
      }
      frontier.postpone(parked, "robots-unreachable", Duration.ofMinutes(1));

      assertThat(drain(frontier)).doesNotContain(url("a", 1), url("a", 2));
      assertThat(frontier.hosts(1).getFirst())
          .extracting(HostStatus::state, HostStatus::why)
          .containsExactly(HostStatus.State.PARKED, "robots-unreachable");
    }
  }

  @Test
  void looksAgainWhenAPageIsDueAndNotBefore() throws Exception {
    Clock[] now = {Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC)};
    Clock clock = moving(now);
    try (DiskFrontier frontier = open(clock)) {
      frontier.seed(List.of(target("a", 1, 0.5)));
      Target page = take(frontier);
      frontier.commit(List.of(visited(page, clock, Duration.ofHours(2))));
      assertThat(frontier.take()).isNull();
    }
    now[0] = Clock.offset(now[0], Duration.ofMinutes(119));
    try (DiskFrontier frontier = open(clock)) {
      assertThat(frontier.take()).isNull();
    }
    now[0] = Clock.offset(now[0], Duration.ofMinutes(1));
    try (DiskFrontier frontier = open(clock)) {
      Due due = frontier.take();
      assertThat(due).isNotNull();
      assertThat(due.last())
          .extracting(visit -> visit.kept().etag(), PageVisit::times)
          .containsExactly("\"v1\"", 1);
      frontier.commit(List.of(visited(due.target(), clock, Duration.ofHours(2))));
      assertThat(frontier.take()).isNull();
    }
  }

  @Test
  void waitsForWhatBecomesDueIfItKeepsGoing() throws Exception {
    Clock clock = Clock.systemUTC();
    FrontierLimits goingOn = new FrontierLimits(1_000, 8, true);
    try (DiskFrontier frontier = DiskFrontier.open(folder, Duration.ZERO, goingOn, clock)) {
      frontier.seed(List.of(target("a", 1, 0.5)));
      Target page = take(frontier);
      frontier.commit(List.of(visited(page, clock, Duration.ofMillis(300))));

      assertThat(take(frontier).url()).isEqualTo(page.url());
    }
  }

  private static Clock moving(Clock[] now) {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now[0].instant();
      }
    };
  }
}
