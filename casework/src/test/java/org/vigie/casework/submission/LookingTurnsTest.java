package org.vigie.casework.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vigie.casework.people.MovingClock;

class LookingTurnsTest {
  private final MovingClock clock = new MovingClock(Instant.parse("2026-03-01T12:00:00Z"));
  private final LookingTurns turns = new LookingTurns(clock, Duration.ZERO);

  @Test
  void leaveRoomForAnotherAccount() throws Exception {
    assertThat(turns.begin("ana")).isTrue();

    assertThat(turns.begin("ana")).as("a second file of hers").isFalse();
    assertThat(turns.begin("ben")).isTrue();
    assertThat(turns.begin("eva")).as("a third at once").isFalse();

    turns.end("ana", false);
    assertThat(turns.begin("eva")).isTrue();
  }

  @Test
  void letAnAccountRestAfterAFileThatTookTooMuch() throws Exception {
    turns.begin("ana");
    turns.end("ana", true);

    assertThat(turns.rest("ana")).isEqualTo(LookingTurns.REST);
    assertThat(turns.rest("ben")).isZero();
    clock.pass(LookingTurns.REST);
    assertThat(turns.rest("ana")).isZero();
  }

  @Test
  void passToWhoeverWaitsUnlessTheyMustRest() throws Exception {
    LookingTurns patient = new LookingTurns(clock, Duration.ofMinutes(1));
    for (boolean tookTooMuch : new boolean[] {false, true}) {
      patient.begin("ana");
      Thread first = Thread.ofPlatform().start(() -> patient.end("ana", tookTooMuch));

      assertThat(patient.begin("ana")).isNotEqualTo(tookTooMuch);
      first.join();
      patient.end("ana", false);
    }
  }
}
