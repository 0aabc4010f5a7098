package org.vigie.casework.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tries to sign in from an address that an office shares. */
class AttemptsTest {
  private static final String OFFICE = Attempts.ofAddress("192.0.2.7");

  private final MovingClock clock = new MovingClock(Instant.parse("2026-03-01T08:00:00Z"));
  private final Attempts attempts = new Attempts(clock);

  @Test
  void waitForNothingWhileEachOfAHundredPeopleMistypesOnce() {
    for (int person = 0; person < 100; person++) {
      assertThat(begin(person)).as("%d, a typo", person).isTrue();
      assertThat(begin(person)).as("%d, then right", person).isTrue();
      succeed(person);
      clock.pass(Duration.ofSeconds(1));
    }
  }

  @Test
  void ofAnAddressCountHalfOnceSomebodyIsLetIn() {
    fail(29);
    assertThat(begin(1)).isTrue();
    succeed(1);

    fail(15);
    assertThat(attempts.mayTry(OFFICE)).as("15 and 15: no free one is left").isFalse();
    clock.pass(Duration.ofSeconds(1));
    assertThat(attempts.mayTry(OFFICE)).isTrue();
  }

  @Test
  void ofAnAddressWaitAMinuteAtMostHoweverMuchWasGuessedThereBefore() {
    fail(200);
    clock.pass(Duration.ofMinutes(30));
    assertThat(begin(1)).as("a typo").isTrue();

    clock.pass(Duration.ofMinutes(1));
    assertThat(begin(2)).as("somebody else").isTrue();
    succeed(2);
  }

  @Test
  void ofAClockThatIsSetBackWaitNoLonger() {
    String name = Attempts.ofAccount("ana");
    for (int i = 0; i < 6; i++) {
      attempts.failed(name);
    }
    clock.pass(Duration.ofHours(-3));
    assertThat(attempts.mayTry(name)).as("its wait begins anew").isFalse();
    clock.pass(Duration.ofSeconds(2));
    assertThat(attempts.mayTry(name)).isTrue();
  }

  @Test
  void ofANameThatIsGuessedOutlastAFloodOfMadeUpNamesAndAddresses() {
    String guessed = Attempts.ofAccount("ana");
    for (int i = 0; i < 7; i++) {
      attempts.failed(guessed);
    }
    flood(20_000);

    assertThat(attempts.mayTry(guessed)).isFalse();
    clock.pass(Duration.ofMinutes(2));
    flood(20_000);
    attempts.failed(guessed);
    clock.pass(Duration.ofSeconds(7));
    assertThat(attempts.mayTry(guessed)).as("eight seconds, as before the flood").isFalse();
  }

  @Test
  void ofAnAddressThatMustWaitOutlastAFlood() {
    fail(36);
    flood(20_000);
    assertThat(attempts.mayTry(OFFICE)).isFalse();
  }

  @Test
  void ofAllAddressesOfANetworkCountAsOne() {
    for (int i = 0; i < 30; i++) {
      assertThat(attempts.begin(List.of(Attempts.ofAddress("2001:db8:0:7::" + i)))).isTrue();
    }
    assertThat(attempts.mayTry(Attempts.ofAddress("2001:db8:0:7:ffff::1%eth0"))).isFalse();
    assertThat(attempts.mayTry(Attempts.ofAddress("2001:db8:0:8::1"))).isTrue();
    assertThat(Attempts.ofAddress("::ffff:192.0.2.7")).isEqualTo(OFFICE);
    assertThat(Attempts.ofAddress("no: address")).isNotEqualTo(OFFICE);
  }

  @Test
  void countForNothingWhileTooManyPasswordsAreHashed() {
    for (int i = 0; i < 100; i++) {
      assertThat(begin(1)).isTrue();
      assertThatThrownBy(() ->
              attempts.check(
                  List.of("name 1", OFFICE),
                  () -> {
                    throw new BusyException();
                  }))
          .isInstanceOf(BusyException.class);
    }
    for (int i = 0; i < 5; i++) {
      assertThat(begin(1)).as("as if nobody had tried").isTrue();
      attempts.check(List.of("name 1", OFFICE), () -> "wrong");
    }
    assertThat(begin(1)).isFalse();
  }

  private void flood(int subjects) {
    for (int i = 0; i < subjects; i++) {
      attempts.failed(i % 2 == 0 ? Attempts.ofUnknown("n-" + i) : Attempts.ofAddress("a-" + i));
    }
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      attempts.failed(OFFICE);
    }
  }

  private boolean begin(int person) {
    return attempts.begin(List.of("name " + person, OFFICE));
  }

  private void succeed(int person) {
    attempts.succeeded("name " + person);
    attempts.succeededAt(OFFICE);
  }
}
