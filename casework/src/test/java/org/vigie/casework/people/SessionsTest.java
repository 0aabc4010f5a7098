package org.vigie.casework.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SessionsTest {
  private final MovingClock clock = new MovingClock(Instant.parse("2026-03-01T08:00:00Z"));
  private final Sessions sessions = new Sessions(new SecureRandom(), clock);
  private final Attempts attempts = new Attempts(clock);
  private final Account ana = new Account("ana", EnumSet.of(Role.ANALYST), true, clock.instant());

  @Test
  void endWhenNobodyIsAtTheDesk() {
    String token = sessions.start(ana, Locale.ENGLISH, "192.0.2.7");
    clock.pass(Sessions.IDLE.minusSeconds(1));
    assertThat(sessions.find(token)).isPresent();
    clock.pass(Sessions.IDLE.minusSeconds(1));
    assertThat(sessions.find(token)).as("used meanwhile").isPresent();
    clock.pass(Sessions.IDLE);

    assertThat(sessions.find(token)).isEmpty();
  }

  @Test
  void endAfterAWorkingDayHoweverBusyItWas() {
    String token = sessions.start(ana, Locale.ENGLISH, "192.0.2.7");
    for (int i = 0; i < 71; i++) {
      clock.pass(Duration.ofMinutes(10));
      assertThat(sessions.find(token)).isPresent();
    }
    clock.pass(Duration.ofMinutes(10));

    assertThat(sessions.find(token)).isEmpty();
  }

  @Test
  void areKnownByTheirTokenAlone() {
    String token = sessions.start(ana, Locale.ENGLISH, "192.0.2.7");

    assertThat(sessions.find(token + "x")).isEmpty();
    assertThat(sessions.find("")).isEmpty();
    sessions.endAllOf("ana");
    assertThat(sessions.find(token)).isEmpty();
  }

  @Test
  void areSeenByTheirOwnerAndEndedOneByOne() {
    String first = sessions.start(ana, Locale.ENGLISH, "192.0.2.7");
    clock.pass(Duration.ofMinutes(1));
    String second = sessions.start(ana, Locale.ENGLISH, "192.0.2.8");
    Account ben = new Account("ben", EnumSet.of(Role.ANALYST), true, clock.instant());
    String others = sessions.start(ben, Locale.ENGLISH, "192.0.2.9");

    assertThat(sessions.of("ana"))
        .extracting(Session::address)
        .containsExactly("192.0.2.7", "192.0.2.8");
    sessions.end(sessions.of("ana").getFirst());
    assertThat(sessions.find(first)).isEmpty();
    assertThat(sessions.find(second)).isPresent();
    assertThat(sessions.find(others)).isPresent();
    clock.pass(Sessions.IDLE);
    assertThat(sessions.of("ana")).isEmpty();
  }

  @Test
  void goOnWithAnotherTokenWhileAllOthersEnd() {
    String kept = sessions.start(ana, Locale.ENGLISH, "");
    sessions.find(kept).orElseThrow().because("operation example");
    String other = sessions.start(ana, Locale.ENGLISH, "");

    Session session = sessions.find(kept).orElseThrow();
    String fresh = sessions.renew(session).orElseThrow();
    assertThat(sessions.find(kept)).isEmpty();
    assertThat(sessions.find(other)).isEmpty();
    assertThat(sessions.find(fresh).flatMap(Session::reason)).contains("operation example");
    sessions.end(session);
    assertThat(sessions.renew(session)).as("one that has ended").isEmpty();
  }

  @Test
  void goOnWithAnotherTokenBesideTheOthers() {
    String former = sessions.start(ana, Locale.ENGLISH, "");
    String other = sessions.start(ana, Locale.ENGLISH, "");

    String fresh = sessions.exchange(sessions.find(former).orElseThrow()).orElseThrow();
    assertThat(sessions.find(former)).isEmpty();
    assertThat(sessions.find(fresh)).isPresent();
    assertThat(sessions.find(other)).isPresent();
    assertThat(sessions.of("ana")).hasSize(2);
  }

  @Test
  void areTenOfOneAccountAtMostOfWhichTheOldestEnds() {
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i <= Sessions.MOST; i++) {
      tokens.add(sessions.start(ana, Locale.ENGLISH, "192.0.2." + i));
      clock.pass(Duration.ofSeconds(1));
    }

    assertThat(sessions.of("ana")).hasSize(10);
    assertThat(sessions.find(tokens.getFirst())).isEmpty();
    assertThat(sessions.find(tokens.get(1))).isPresent();
    assertThat(sessions.find(tokens.getLast())).isPresent();
  }

  @Test
  void signInsHaveToWaitLongerAfterEachFailureBeyondTheFifth() {
    for (int i = 0; i < 5; i++) {
      assertThat(attempts.mayTry("name ana")).isTrue();
      attempts.failed("name ana");
    }
    assertThat(attempts.mayTry("name ana")).isFalse();
    assertThat(attempts.mayTry("name ben")).isTrue();
    clock.pass(Duration.ofSeconds(1));
    assertThat(attempts.mayTry("name ana")).isTrue();
    attempts.failed("name ana");
    clock.pass(Duration.ofSeconds(1));
    assertThat(attempts.mayTry("name ana")).as("two seconds now").isFalse();
    for (int i = 0; i < 40; i++) {
      attempts.failed("name ana");
    }
    clock.pass(Duration.ofMinutes(15));
    assertThat(attempts.mayTry("name ana")).as("never longer than that").isTrue();
    attempts.succeeded("name ana");
    attempts.failed("name ana");
    assertThat(attempts.mayTry("name ana")).isTrue();
  }
}
