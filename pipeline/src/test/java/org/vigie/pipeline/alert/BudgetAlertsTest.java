package org.vigie.pipeline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Alert;
import org.vigie.advert.Severity;
import org.vigie.pipeline.IndexHarness;
import org.vigie.pipeline.index.IndexChange;

/** Random leads in random order, some of them withdrawn, with restarts, against plain sorting. */
class BudgetAlertsTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
  private static final int BUDGET = 4;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void raisesTheEarliestLeadsOfEachDayWhateverTheOrder(long seed) throws Exception {
    Random random = new Random(seed);
    List<Lead> leads = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      leads.add(lead(i, MONDAY.plus(Duration.ofHours(random.nextInt(96))), "found " + i));
    }
    List<Lead> history = new ArrayList<>(leads);
    Collections.shuffle(history, random);
    List<Lead> gone = new ArrayList<>(leads.subList(0, 15));
    gone.forEach(lead -> history.add(Lead.gone(lead.matcher(), lead.subject())));
    leads.removeAll(gone);

    assertThat(headlines(after(history, random))).as("seed %d", seed).isEqualTo(expected(leads));
  }

  @Test
  void letsAnAlertGrowUnderItsId() throws Exception {
    List<Lead> history = List.of(lead(1, MONDAY, "one advert"), lead(1, MONDAY, "two adverts"));

    SortedMap<String, Alert> raised = after(history, new Random(1));

    assertThat(headlines(raised)).containsExactly(java.util.Map.entry("c-001", "two adverts"));
  }

  @Test
  void saysHowManyLeadsOfADayAreBeyondTheBudget() throws Exception {
    List<Lead> history = new ArrayList<>();
    int leads = 3 * BUDGET * DayOfLeads.WAITING;
    for (int i = 0; i < leads; i++) {
      history.add(lead(i, MONDAY.plusSeconds(i), "found " + i));
      history.add(lead(i, MONDAY.plusSeconds(i), "found more " + i));
    }
    Collections.shuffle(history, new Random(2));

    SortedMap<String, Alert> raised = after(history, new Random(2));

    assertThat(raised).hasSize(BUDGET);
    assertThat(raised.get(raised.lastKey()).reasons())
        .containsExactly(
            "and %d further leads of that day, beyond the daily budget of 4: search for them"
                .formatted(leads - BUDGET));
    assertThat(raised.get(raised.firstKey()).reasons()).isEmpty();
  }

  @Test
  void forgetsADayOnceThereAreLeadsOfAsManyLaterDays() throws Exception {
    try (var operator = harness()) {
      operator.open();
      for (int day = 0; day < BudgetAlerts.MAX_DAYS; day++) {
        operator.processElement(lead(day, MONDAY.plus(Duration.ofDays(2L * day)), "early"), 0);
      }
      long full = operator.snapshot(1, 1).getStateSize();
      operator.processElement(lead(999, MONDAY.plus(Duration.ofDays(25_000)), "early"), 0);

      assertThat(operator.snapshot(2, 2).getStateSize()).isEqualTo(full);
    }
  }

  @Test
  void forgetsADayWithTheLastOfItsSubjectsAndLeavesItsAlerts() throws Exception {
    int leads = 2 * BUDGET * DayOfLeads.WAITING;
    try (var operator = harness();
        var ofOneDay = harness()) {
      operator.open();
      ofOneDay.open();
      for (int i = 0; i < leads; i++) {
        operator.processElement(lead(i, MONDAY.plusSeconds(i), "found " + i), 0);
        Lead other = lead(leads + i, MONDAY.plusSeconds(90_000 + i), "found " + i);
        operator.processElement(other, 0);
        ofOneDay.processElement(other, 0);
      }
      operator.getOutput().clear();
      for (int i = 0; i < leads - 1; i++) {
        operator.processElement(forgotten(i), 0);
        operator.processElement(forgotten(i), 0);
      }
      long both = operator.snapshot(1, 1).getStateSize();
      operator.processElement(forgotten(leads - 1), 0);

      long left = operator.snapshot(2, 2).getStateSize();
      assertThat(left).as("the other day").isEqualTo(ofOneDay.snapshot(1, 1).getStateSize());
      assertThat(both).isGreaterThan(left);
      assertThat(operator.extractOutputValues()).as("alerts stay as they are").isEmpty();
    }
  }

  /** As long as a subject of a day is remembered, a further one of that day may come. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void raisesWhatIsRememberedAsIfNothingHadBeenForgotten(long seed) throws Exception {
    Random random = new Random(seed);
    List<Lead> plain = new ArrayList<>();
    List<Lead> forgetting = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      int hour = i < 3 ? 20 * i : random.nextInt(48); // three days
      Lead lead = lead(i, MONDAY.plus(Duration.ofHours(hour)), "found " + i);
      plain.add(lead);
      forgetting.add(lead);
      if (i > 3 && random.nextInt(3) == 0) {
        forgetting.add(forgotten(3 + random.nextInt(i - 3)));
      }
    }

    assertThat(headlines(after(forgetting, new Random(seed))))
        .as("seed %d", seed)
        .isEqualTo(headlines(after(plain, new Random(seed))));
  }

  @Test
  void knowsASubjectThatComesBackOnItsDay() throws Exception {
    try (var operator = harness()) {
      operator.open();
      operator.processElement(lead(1, MONDAY, "one"), 0);
      operator.processElement(lead(2, MONDAY, "two"), 0);
      operator.processElement(forgotten(1), 0);
      operator.processElement(lead(1, MONDAY, "one again"), 0);
      operator.processElement(forgotten(2), 0);
      assertThat(operator.numKeyedStateEntries()).as("days and places").isEqualTo(2);

      operator.processElement(forgotten(1), 0);
      assertThat(operator.numKeyedStateEntries()).isZero();
    }
  }

  private static Lead forgotten(int number) {
    Lead lead = lead(number, MONDAY, "");
    return Lead.forgotten(lead.matcher(), lead.subject());
  }

  private static SortedMap<String, String> headlines(SortedMap<String, Alert> raised) {
    SortedMap<String, String> headlines = new TreeMap<>();
    raised.values().forEach(alert -> headlines.put(alert.subject(), alert.headline()));
    return headlines;
  }

  private static SortedMap<String, String> expected(List<Lead> leads) {
    SortedMap<Long, TreeMap<String, Alert>> days = new TreeMap<>();
    for (Lead lead : leads) {
      days.computeIfAbsent(lead.first().getEpochSecond() / 86_400, unused -> new TreeMap<>())
          .put(lead.first() + lead.subject(), java.util.Objects.requireNonNull(lead.alert()));
    }
    SortedMap<String, String> expected = new TreeMap<>();
    days.values()
        .forEach(day ->
            day.values().stream()
                .limit(BUDGET)
                .forEach(alert -> expected.put(alert.subject(), alert.headline())));
    return expected;
  }

  private static SortedMap<String, Alert> after(List<Lead> history, Random random)
      throws Exception {
    SortedMap<String, Alert> raised = new TreeMap<>();
    OperatorSubtaskState saved = null;
    int at = 0;
    for (long checkpoint = 1; at < history.size(); checkpoint++) {
      try (var operator = harness()) {
        if (saved != null) {
          operator.initializeState(saved);
        }
        operator.open();
        int until = Math.min(history.size(), at + 1 + random.nextInt(20));
        for (; at < until; at++) {
          operator.processElement(history.get(at), 0);
        }
        for (IndexChange change : operator.extractOutputValues()) {
          if (change instanceof IndexChange.PutAlert(Alert alert)) {
            raised.put(change.key(), alert);
          } else {
            raised.remove(change.key());
          }
        }
        saved = operator.snapshot(checkpoint, checkpoint);
      }
    }
    SortedMap<String, Alert> bySubject = new TreeMap<>();
    raised.values().forEach(alert -> bySubject.put(alert.subject(), alert));
    return bySubject;
  }

  private static Lead lead(int number, Instant first, String headline) {
    String subject = String.format("c-%03d", number);
    return new Lead(
        "the stored query q 1",
        subject,
        first,
        new Alert(
            Alert.idOf("q", "1", subject),
            "q",
            "1",
            subject,
            Severity.NOTICE,
            first,
            headline,
            List.of(),
            List.of(),
            "forum",
            null,
            "model-1",
            "1"));
  }

  private static IndexHarness<String, Lead> harness()
      throws Exception {
    return new IndexHarness<>(
        new KeyedProcessOperator<>(new BudgetAlerts(BUDGET)), Lead::matcher, Types.STRING);
  }
}
