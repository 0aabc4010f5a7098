package org.vigie.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.people.MovingClock;

class JudgementsTest {
  private static final Subject ADVERT = new Subject(Subject.Kind.ADVERT, "a-1");

  @TempDir Path folder;
  private final MovingClock clock = new MovingClock(Instant.parse("2026-03-01T12:00:00Z"));
  private CaseDatabase database;
  private Judgements judgements;

  @BeforeEach
  void open() {
    List<String> schema = new ArrayList<>(Judgements.SCHEMA);
    schema.addAll(Referrals.SCHEMA);
    schema.addAll(AlertHandling.SCHEMA);
    database = CaseDatabase.open(folder.resolve("desk.sqlite"), schema);
    judgements = new Judgements(database, clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void keepTheEarlierOnesWhenAPersonThinksBetterOfIt() {
    Judgement first = judgements.add("ana", ADVERT, Opinion.LEAD, "the phone");
    clock.pass(Duration.ofHours(1));
    Judgement second = judgements.add("ana", ADVERT, Opinion.NOTHING, "a misreading");

    assertThat(judgements.on(ADVERT)).containsExactly(second, first);
    assertThat(judgements.on(new Subject(Subject.Kind.CLUSTER, "a-1"))).isEmpty();
  }

  @Test
  void canBeNeitherChangedNorRemoved() {
    Judgement said = judgements.add("ana", ADVERT, Opinion.LEAD, "the phone");

    for (String change :
        List.of("UPDATE judgement SET why = 'x'", "DELETE FROM judgement WHERE id = 1")) {
      assertThatThrownBy(() -> database.run(change))
          .rootCause()
          .hasMessageContaining("what people said must stay as it was said");
    }
    assertThat(judgements.on(ADVERT)).containsExactly(said);
  }

  @Test
  void refuseWhatCannotBeSaidOfAThing() {
    assertThatThrownBy(() -> judgements.add("ana", ADVERT, Opinion.NOT_ONE_CAMPAIGN, "grounds"))
        .hasMessageContaining("must be something that can be said of an advert");
  }

  @Test
  void letNobodyGrantAReferralOfHisOwnNorTwice() {
    Referrals referrals = new Referrals(database, clock);
    referrals.ask("ana", ADVERT, "Example authority", "grounds");

    assertThat(referrals.decide("ana", 1, true)).isFalse();
    assertThat(referrals.find(1).orElseThrow().isPending()).isTrue();
    assertThat(referrals.decide("ben", 1, false)).isTrue();
    assertThat(referrals.decide("cleo", 1, true)).isFalse();
    assertThat(referrals.find(1).orElseThrow())
        .extracting(one -> one.decision().by(), one -> one.decision().granted())
        .containsExactly("ben", false);
    assertThat(referrals.pending()).isEmpty();
  }

  @Test
  void letASnoozeEndByItself() {
    AlertHandling handling = new AlertHandling(database, clock);
    handling.assign("ana", "w-1", "ben");
    handling.snooze("ben", "w-1", clock.instant().plus(Duration.ofDays(1)), "");

    assertThat(handling.of("w-1").status(clock.instant())).isEqualTo(AlertState.Status.SNOOZED);
    clock.pass(Duration.ofDays(1));
    assertThat(handling.all().get("w-1").status(clock.instant()))
        .isEqualTo(AlertState.Status.ASSIGNED);
    assertThat(handling.of("w-2")).isEqualTo(AlertState.UNTOUCHED);
  }

  @Test
  void standByAnAlertThatHasAnotherIdNow() {
    AlertHandling handling = new AlertHandling(database, clock);
    handling.assign("ana", "w-1", "ben");
    handling.decide("ben", "w-2", AlertOutcome.NOTHING, "a choir");

    AlertState state = handling.of(Set.of("w-1", "w-2", "w-3"));

    assertThat(state.steps()).extracting(AlertStep::alert).containsExactly("w-1", "w-2");
    assertThat(handling.touched()).containsExactlyInAnyOrder("w-1", "w-2");
    assertThat(handling.all(Map.of("w-1", "w-3", "w-2", "w-3"))).isEqualTo(Map.of("w-3", state));
  }
}
