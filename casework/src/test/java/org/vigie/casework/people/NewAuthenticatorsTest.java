package org.vigie.casework.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NewAuthenticatorsTest {
  private final MovingClock clock = new MovingClock(Instant.parse("2026-03-01T12:00:00Z"));
  private final NewAuthenticators pending = new NewAuthenticators(new SecureRandom(), clock);

  @Test
  void giveASecretOnceForACodeOfIt() {
    OneTimeCode code = pending.begin("one");

    assertThat(pending.take("other", now(code))).isEmpty();
    assertThat(pending.take("one", now(code))).contains(code);
    assertThat(pending.take("one", now(code))).isEmpty();
  }

  @Test
  void endAfterFiveWrongCodes() {
    OneTimeCode code = pending.begin("one");
    for (int i = 0; i < NewAuthenticators.MOST_WRONG; i++) {
      assertThat(pending.isPending("one")).isTrue();
      assertThat(pending.take("one", "no code")).isEmpty();
    }

    assertThat(pending.isPending("one")).isFalse();
    assertThat(pending.take("one", now(code))).isEmpty();
  }

  @Test
  void endAfterAWhileAndWithTheNext() {
    OneTimeCode former = pending.begin("one");
    OneTimeCode later = pending.begin("one");
    assertThat(former).isNotEqualTo(later);
    clock.pass(NewAuthenticators.LIFE.minusSeconds(1));
    assertThat(pending.isPending("one")).isTrue();
    clock.pass(NewAuthenticators.LIFE);
    assertThat(pending.take("one", now(later))).isEmpty();
  }

  private String now(OneTimeCode code) {
    return code.at(clock.instant());
  }
}
