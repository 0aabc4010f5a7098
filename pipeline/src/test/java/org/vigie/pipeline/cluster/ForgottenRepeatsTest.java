package org.vigie.pipeline.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.vigie.pipeline.cluster.Bicycles.MONDAY;
import static org.vigie.pipeline.cluster.Bicycles.advert;
import static org.vigie.pipeline.cluster.Bicycles.captured;
import static org.vigie.pipeline.cluster.Bicycles.day;
import static org.vigie.pipeline.cluster.Bicycles.dayNumber;
import static org.vigie.pipeline.cluster.Bicycles.minorRisk;
import static org.vigie.pipeline.cluster.Bicycles.observed;
import static org.vigie.pipeline.cluster.Bicycles.on;

import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.Observation.Kind;
import org.vigie.advert.Sighting;
import org.vigie.pipeline.contact.ContactUse;
import org.vigie.pipeline.index.RememberedSighting;

/** How long adverts are remembered, and what is told of those that are. */
class ForgottenRepeatsTest {
  @Test
  void forgetsAnAdvertOnTheDayOnWhichTheHorizonHasPassedItsLastSighting() throws Exception {
    Advert advert = advert("https://example.org/1", MONDAY);
    try (var repeats = new RepeatsHarness()) {
      repeats.open();
      repeats.processElement1(new StreamRecord<>(advert, 0));
      repeats.processElement1(new StreamRecord<>(on(3), 0));
      repeats.processBothWatermarks(day(23));
      assertThat(repeats.numKeyedStateEntries()).isPositive();
      assertThat(repeats.count(DetectRepeats.FORGOTTEN)).isZero();

      repeats.processBothWatermarks(day(24));

      assertThat(repeats.count(DetectRepeats.FORGOTTEN)).isOne();
      repeats.processElement1(new StreamRecord<>(on(25), 0));
      assertThat(repeats.passed()).containsExactly(advert, on(25));
      assertThat(repeats.memories()).containsExactly(0L, 0L, dayNumber(3));
      assertThat(repeats.lastSighting().times()).isOne();
    }
  }

  @Test
  void remembersAnAdvertAsLongAsItIsSeenOrObserved() throws Exception {
    try (var repeats = new RepeatsHarness()) {
      repeats.open();
      for (int day = 0; day <= 60; day += 15) {
        repeats.processBothWatermarks(day(day));
        repeats.processElement1(new StreamRecord<>(on(day), 0));
      }
      repeats.observe(List.of(observed(on(0), 24 * 75, Kind.STILL_THERE, "")));
      repeats.processBothWatermarks(day(90));

      assertThat(repeats.passed()).containsExactly(on(0));
      assertThat(repeats.count(DetectRepeats.FORGOTTEN)).isZero();
      repeats.processBothWatermarks(day(200));
      assertThat(repeats.count(DetectRepeats.FORGOTTEN)).isOne();
    }
  }

  @Test
  void letsAnAdvertThatVisitsKeptKnownPassAgainOnceItsTextMayBeForgotten() throws Exception {
    try (var repeats = new RepeatsHarness()) {
      repeats.open();
      repeats.processElement1(new StreamRecord<>(on(0), 0));
      repeats.observe(List.of(observed(on(0), 24 * 15, Kind.STILL_THERE, "")));
      repeats.processElement1(new StreamRecord<>(on(20), 0));
      repeats.observe(List.of(observed(on(0), 24 * 35, Kind.STILL_THERE, "")));
      repeats.processBothWatermarks(day(41));
      repeats.processElement1(new StreamRecord<>(on(41), 0));

      assertThat(repeats.passed()).containsExactly(on(0), on(41));
      assertThat(repeats.stillSeen()).containsExactly(on(20).time());
      assertThat(repeats.lastSighting().firstSeen()).isEqualTo(on(0).time());
      assertThat(repeats.lastSighting().times()).isEqualTo(5);
      List<ContactUse> uses =
          repeats.getSideOutput(DetectRepeats.CONTACT_USES).stream()
              .map(StreamRecord::getValue)
              .toList();
      assertThat(uses)
          .as("what its contact is told: that it came, and then that it is seen still")
          .extracting(ContactUse::replaced, ContactUse::seen)
          .containsExactly(
              tuple(null, on(0).time()),
              tuple(on(0).time(), on(20).time()),
              tuple(on(0).time(), on(41).time()));
    }
  }

  @Test
  void tellsThoseWhoCompareTextsOfATextThatIsVisitedBeforeItIsSeenAgain() throws Exception {
    try (var repeats = new RepeatsHarness()) {
      repeats.open();
      repeats.processElement1(new StreamRecord<>(on(0), 0));
      repeats.observe(List.of(observed(on(0), 24 * 15, Kind.STILL_THERE, "")));
      repeats.processElement1(new StreamRecord<>(on(15), 0));

      assertThat(repeats.stillSeen()).containsExactly(on(15).time());
    }
  }

  @Test
  void tellsThoseWhoCompareTextsFourTimesAHorizonThatOneIsSeenStill() throws Exception {
    try (var repeats = new RepeatsHarness()) {
      repeats.open();
      for (int day = 0; day < 40; day++) {
        repeats.processElement1(new StreamRecord<>(on(day), 0));
      }

      // From 5 January, day 20458 since 1970, each fifth day begins on the third day.
      assertThat(repeats.stillSeen())
          .containsExactly(
              on(2).time(),
              on(7).time(),
              on(12).time(),
              on(17).time(),
              on(22).time(),
              on(27).time(),
              on(32).time(),
              on(37).time());
    }
  }

  @Test
  void passesWhatIsOlderThanTheHorizonAsideAndDoesNotRememberIt() throws Exception {
    try (var repeats = new RepeatsHarness()) {
      repeats.open();
      repeats.processBothWatermarks(day(21));
      repeats.processElement1(new StreamRecord<>(on(0), 0));
      repeats.processElement1(new StreamRecord<>(on(0), 0));
      repeats.observe(List.of(observed(on(0), 1, Kind.GONE, "")));

      assertThat(repeats.extractOutputValues()).isEmpty();
      assertThat(
              repeats.getSideOutput(DetectRepeats.LATE).stream()
                  .map(record -> record.getValue().advert()))
          .containsExactly(on(0), on(0));
      assertThat(repeats.memories())
          .containsExactly(RememberedSighting.LATE, RememberedSighting.LATE);
      assertThat(repeats.count(DetectRepeats.TOO_LATE)).isEqualTo(2);
      assertThat(repeats.numKeyedStateEntries()).isZero();

      repeats.processElement1(new StreamRecord<>(on(1), 0));
      assertThat(repeats.passed()).containsExactly(on(1));
    }
  }

  @Test
  void takesAPageForSeenWhenItWasCapturedAndNotWhenItSaysItWasPosted() throws Exception {
    try (var repeats = new RepeatsHarness()) {
      repeats.open();
      repeats.processBothWatermarks(day(40));
      repeats.processElement1(new StreamRecord<>(captured(40), 0));
      repeats.processElement1(new StreamRecord<>(captured(50), 0));

      assertThat(repeats.passed()).containsExactly(captured(40));
      assertThat(repeats.stillSeen()).hasSize(1);
      repeats.processBothWatermarks(day(70));
      assertThat(repeats.count(DetectRepeats.FORGOTTEN)).isZero();
      repeats.processElement1(new StreamRecord<>(captured(71), 0));
      assertThat(repeats.passed()).containsExactly(captured(40), captured(71));
    }
  }

  @Test
  void takesAnOldCopyOfAnAdvertThatIsKnownForARepeat() throws Exception {
    try (var repeats = new RepeatsHarness()) {
      repeats.open();
      repeats.processElement1(new StreamRecord<>(on(20), 0));
      repeats.processBothWatermarks(day(30));
      repeats.processElement1(new StreamRecord<>(on(0), 0));

      assertThat(repeats.passed()).containsExactly(on(20), on(0));
      assertThat(repeats.lastSighting().times()).isEqualTo(2);
      assertThat(repeats.getSideOutput(DetectRepeats.LATE)).isNull();
    }
  }

  @Test
  void letsAnOldAdvertOfMinorRiskPassAsAnyOther() throws Exception {
    Advert advert = minorRisk("https://example.org/2", MONDAY);
    try (var repeats = new RepeatsHarness()) {
      repeats.open();
      repeats.processBothWatermarks(day(50));
      repeats.processElement1(new StreamRecord<>(advert, 0));

      assertThat(repeats.passed()).containsExactly(advert);
      assertThat(repeats.getSideOutput(DetectRepeats.LATE)).isNull();
      assertThat(repeats.getSideOutput(DetectRepeats.SIGHTINGS)).isNull();
    }
  }

  @Test
  void forgetsInTimeAcrossARestartFromASavepoint() throws Exception {
    OperatorSubtaskState saved;
    try (var repeats = new RepeatsHarness()) {
      repeats.open();
      repeats.observe(List.of(observed(on(0), 24, Kind.GONE, "http-410")));
      repeats.processElement1(new StreamRecord<>(on(0), 0));
      saved = repeats.snapshot(1, 1);
    }
    try (var repeats = new RepeatsHarness()) {
      repeats.initializeState(saved);
      repeats.open();
      repeats.processElement1(new StreamRecord<>(on(2), 0));
      assertThat(repeats.lastSighting())
          .isEqualTo(
              new Sighting(
                  on(0).id(),
                  on(0).time(),
                  on(2).time(),
                  2,
                  List.of("https://example.org/0", "https://example.org/2"),
                  List.of(),
                  List.of(observed(on(0), 24, Kind.GONE, "http-410"))));
      assertThat(repeats.numEventTimeTimers()).isOne();

      repeats.processBothWatermarks(day(23));

      assertThat(repeats.count(DetectRepeats.FORGOTTEN)).isOne();
      assertThat(repeats.numEventTimeTimers()).isZero();
    }
  }
}
