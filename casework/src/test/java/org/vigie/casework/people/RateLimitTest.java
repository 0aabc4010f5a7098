package org.vigie.casework.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private final MovingClock clock = new MovingClock(Instant.parse("2026-03-01T08:00:00Z"));
  private final RateLimit limit = new RateLimit(2, clock);

  @Test
  void admitsSoManyInAMinuteAndAsManyInTheNext() {
    assertThat(limit.admits("ana")).isTrue();
    assertThat(limit.admits("ana")).isTrue();
    assertThat(limit.admits("ana")).isFalse();
    assertThat(limit.admits("bea")).isTrue();
    clock.pass(Duration.ofMinutes(1));
    assertThat(limit.admits("ana")).isTrue();
  }

  @Test
  void holdsNobodyUntilAClockThatWasSetBackHasCaughtUp() {
    for (int i = 0; i < 3; i++) {
      limit.admits("ana");
    }
    clock.pass(Duration.ofHours(-3));
    assertThat(limit.admits("ana")).isTrue();
  }
}
