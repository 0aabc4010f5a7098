package org.vigie.pipeline.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Channel;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Entities;
import org.vigie.advert.EvidenceGrade;
import org.vigie.advert.Indicator;
import org.vigie.advert.Observation;
import org.vigie.advert.Observation.Kind;
import org.vigie.advert.Outcome;
import org.vigie.advert.Provenance;
import org.vigie.advert.Sighting;
import org.vigie.pipeline.contact.ContactUse;
import org.vigie.pipeline.index.RememberedSighting;
import org.vigie.pipeline.state.Days;
import org.vigie.pipeline.state.Horizon;
import org.vigie.pipeline.state.Remembered;

class DetectRepeatsTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
  private static final Horizon HORIZON = new Horizon(20);

  @Test
  void letsTheSameContentPassOnceAndCountsEverySighting() throws Exception {
    Advert first = advert("https://example.org/1", MONDAY);
    Advert again = advert("https://example.org/2", MONDAY.plusSeconds(60));
    try (var repeats = harness()) {
      repeats.open();
      repeats.processElement1(new StreamRecord<>(first, 0));
      repeats.processElement1(new StreamRecord<>(again, 0));

      assertThat(passed(repeats)).containsExactly(first);
      assertThat(lastSighting(repeats))
          .isEqualTo(
              new Sighting(
                  first.id(),
                  MONDAY,
                  MONDAY.plusSeconds(60),
                  2,
                  List.of("https://example.org/1", "https://example.org/2"),
                  List.of()));
    }
  }

  @Test
  void keepsTheEarliestWhateverOrderTheyComeIn() throws Exception {
    Advert late = advert("https://example.org/2", MONDAY.plusSeconds(60));
    Advert early = advert("https://example.org/1", MONDAY);
    try (var repeats = harness()) {
      repeats.open();
      repeats.processElement1(new StreamRecord<>(late, 0));
      repeats.processElement1(new StreamRecord<>(early, 0));
      repeats.processElement1(new StreamRecord<>(late, 0));

      assertThat(passed(repeats)).containsExactly(late, early);
      assertThat(lastSighting(repeats).firstSeen()).isEqualTo(MONDAY);
      assertThat(lastSighting(repeats).times()).isEqualTo(3);
    }
  }

  @Test
  void tellsOfNoSightingOfAMinorRiskAdvertWhateverComesAfterIt() throws Exception {
    Advert first = minorRisk("https://example.org/2", MONDAY.plusSeconds(60));
    Advert earlier = minorRisk("https://example.org/1", MONDAY);
    try (var repeats = harness()) {
      repeats.open();
      observe(repeats, List.of(observed(first, 1, Kind.STILL_THERE, "")));
      repeats.processElement1(new StreamRecord<>(first, 0));
      repeats.processElement1(new StreamRecord<>(earlier, 0));
      observe(repeats, List.of(observed(first, 2, Kind.GONE, "http-410")));

      assertThat(passed(repeats)).containsExactly(first, earlier);
      assertThat(repeats.getSideOutput(DetectRepeats.SIGHTINGS)).isNull();
    }
  }

  @Test
  void letsNoCopyOfAMinorRiskAdvertPassThatIsReadOtherwise() throws Exception {
    Advert first = minorRisk("https://example.org/2", MONDAY.plusSeconds(60));
    Advert otherwise = minorRisk(ByItsText.READ_OTHERWISE, MONDAY);
    try (var repeats = harness()) {
      repeats.open();
      repeats.processElement1(new StreamRecord<>(first, 0));
      repeats.processElement1(new StreamRecord<>(otherwise, 0));

      assertThat(passed(repeats)).containsExactly(first);
      assertThat(repeats.getSideOutput(DetectRepeats.CONTACT_USES)).isNull();
    }
  }

  @Test
  void addsWhatBecameOfAnAdvertInAnyOrder() throws Exception {
    Advert advert = advert("https://example.org/1", MONDAY);
    Observation still = observed(advert, 1, Kind.STILL_THERE, "");
    Observation edited = observed(advert, 2, Kind.EDITED_INTO, "a-2");
    Observation gone = observed(advert, 3, Kind.GONE, "http-410");
    Sighting expected =
        new Sighting(
            advert.id(),
            MONDAY,
            still.at(),
            2,
            List.of("https://example.org/1"),
            List.of(),
            List.of(edited, gone));

    for (List<Observation> order :
        List.of(
            List.of(still, edited, gone),
            List.of(gone, still, edited),
            List.of(edited, gone, still, gone))) {
      for (int before = 0; before <= order.size(); before++) {
        try (var repeats = harness()) {
          repeats.open();
          observe(repeats, order.subList(0, before));
          repeats.processElement1(new StreamRecord<>(advert, 0));
          observe(repeats, order.subList(before, order.size()));

          assertThat(passed(repeats)).containsExactly(advert);
          assertThat(lastSighting(repeats)).isEqualTo(expected);
          assertThat(lastSighting(repeats).goneSince()).isEqualTo(edited.at());
        }
      }
    }
  }

  @Test
  void saysNothingOfAnAdvertThatIsNotKnown() throws Exception {
    Advert advert = advert("https://example.org/1", MONDAY);
    try (var repeats = harness()) {
      repeats.open();
      observe(repeats, List.of(observed(advert, 1, Kind.GONE, "http-404")));

      assertThat(repeats.extractOutputValues()).isEmpty();
      assertThat(repeats.getSideOutput(DetectRepeats.SIGHTINGS)).isNull();
    }
  }

  @Test
  void keepsTheLatestOfManyChanges() throws Exception {
    Advert advert = advert("https://example.org/1", MONDAY);
    try (var repeats = harness()) {
      repeats.open();
      repeats.processElement1(new StreamRecord<>(advert, 0));
      for (int hour = 500; hour > 0; hour--) {
        observe(repeats, List.of(observed(advert, hour, Kind.GONE, "http-404")));
      }

      List<Observation> changes = lastSighting(repeats).changes();
      assertThat(changes).hasSize(Sighting.MAX_CHANGES).isSorted();
      assertThat(changes.getLast().at()).isEqualTo(MONDAY.plusSeconds(500 * 3_600));
    }
  }

  @Test
  void forgetsAnAdvertOnTheDayOnWhichTheHorizonHasPassedItsLastSighting() throws Exception {
    Advert advert = advert("https://example.org/1", MONDAY);
    try (var repeats = harness()) {
      repeats.open();
      repeats.processElement1(new StreamRecord<>(advert, 0));
      repeats.processElement1(new StreamRecord<>(on(3), 0));
      repeats.processBothWatermarks(day(23));
      assertThat(repeats.numKeyedStateEntries()).isPositive();
      assertThat(count(repeats, DetectRepeats.FORGOTTEN)).isZero();

      repeats.processBothWatermarks(day(24));

      assertThat(count(repeats, DetectRepeats.FORGOTTEN)).isOne();
      repeats.processElement1(new StreamRecord<>(on(25), 0));
      assertThat(passed(repeats)).containsExactly(advert, on(25));
      assertThat(memories(repeats)).containsExactly(0L, 0L, dayNumber(3));
      assertThat(lastSighting(repeats).times()).isOne();
    }
  }

  @Test
  void remembersAnAdvertAsLongAsItIsSeenOrObserved() throws Exception {
    try (var repeats = harness()) {
      repeats.open();
      for (int day = 0; day <= 60; day += 15) {
        repeats.processBothWatermarks(day(day));
        repeats.processElement1(new StreamRecord<>(on(day), 0));
      }
      observe(repeats, List.of(observed(on(0), 24 * 75, Kind.STILL_THERE, "")));
      repeats.processBothWatermarks(day(90));

      assertThat(passed(repeats)).containsExactly(on(0));
      assertThat(count(repeats, DetectRepeats.FORGOTTEN)).isZero();
      repeats.processBothWatermarks(day(200));
      assertThat(count(repeats, DetectRepeats.FORGOTTEN)).isOne();
    }
  }

  @Test
  void letsAnAdvertThatVisitsKeptKnownPassAgainOnceItsTextMayBeForgotten() throws Exception {
    try (var repeats = harness()) {
      repeats.open();
      repeats.processElement1(new StreamRecord<>(on(0), 0));
      observe(repeats, List.of(observed(on(0), 24 * 15, Kind.STILL_THERE, "")));
      repeats.processElement1(new StreamRecord<>(on(20), 0));
      observe(repeats, List.of(observed(on(0), 24 * 35, Kind.STILL_THERE, "")));
      repeats.processBothWatermarks(day(41));
      repeats.processElement1(new StreamRecord<>(on(41), 0));

      assertThat(passed(repeats)).containsExactly(on(0), on(41));
      assertThat(stillSeen(repeats)).containsExactly(on(20).time());
      assertThat(lastSighting(repeats).firstSeen()).isEqualTo(on(0).time());
      assertThat(lastSighting(repeats).times()).isEqualTo(5);
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
    try (var repeats = harness()) {
      repeats.open();
      repeats.processElement1(new StreamRecord<>(on(0), 0));
      observe(repeats, List.of(observed(on(0), 24 * 15, Kind.STILL_THERE, "")));
      repeats.processElement1(new StreamRecord<>(on(15), 0));

      assertThat(stillSeen(repeats)).containsExactly(on(15).time());
    }
  }

  @Test
  void tellsThoseWhoCompareTextsFourTimesAHorizonThatOneIsSeenStill() throws Exception {
    try (var repeats = harness()) {
      repeats.open();
      for (int day = 0; day < 40; day++) {
        repeats.processElement1(new StreamRecord<>(on(day), 0));
      }

      // From 5 January, day 20458 since 1970, each fifth day begins on the third day.
      assertThat(stillSeen(repeats))
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
    try (var repeats = harness()) {
      repeats.open();
      repeats.processBothWatermarks(day(21));
      repeats.processElement1(new StreamRecord<>(on(0), 0));
      repeats.processElement1(new StreamRecord<>(on(0), 0));
      observe(repeats, List.of(observed(on(0), 1, Kind.GONE, "")));

      assertThat(repeats.extractOutputValues()).isEmpty();
      assertThat(
              repeats.getSideOutput(DetectRepeats.LATE).stream()
                  .map(record -> record.getValue().advert()))
          .containsExactly(on(0), on(0));
      assertThat(memories(repeats))
          .containsExactly(RememberedSighting.LATE, RememberedSighting.LATE);
      assertThat(count(repeats, DetectRepeats.TOO_LATE)).isEqualTo(2);
      assertThat(repeats.numKeyedStateEntries()).isZero();

      repeats.processElement1(new StreamRecord<>(on(1), 0));
      assertThat(passed(repeats)).containsExactly(on(1));
    }
  }

  @Test
  void takesAPageForSeenWhenItWasCapturedAndNotWhenItSaysItWasPosted() throws Exception {
    try (var repeats = harness()) {
      repeats.open();
      repeats.processBothWatermarks(day(40));
      repeats.processElement1(new StreamRecord<>(captured(40), 0));
      repeats.processElement1(new StreamRecord<>(captured(50), 0));

      assertThat(passed(repeats)).containsExactly(captured(40));
      assertThat(stillSeen(repeats)).hasSize(1);
      repeats.processBothWatermarks(day(70));
      assertThat(count(repeats, DetectRepeats.FORGOTTEN)).isZero();
      repeats.processElement1(new StreamRecord<>(captured(71), 0));
      assertThat(passed(repeats)).containsExactly(captured(40), captured(71));
    }
  }

  @Test
  void takesAnOldCopyOfAnAdvertThatIsKnownForARepeat() throws Exception {
    try (var repeats = harness()) {
      repeats.open();
      repeats.processElement1(new StreamRecord<>(on(20), 0));
      repeats.processBothWatermarks(day(30));
      repeats.processElement1(new StreamRecord<>(on(0), 0));

      assertThat(passed(repeats)).containsExactly(on(20), on(0));
      assertThat(lastSighting(repeats).times()).isEqualTo(2);
      assertThat(repeats.getSideOutput(DetectRepeats.LATE)).isNull();
    }
  }

  @Test
  void letsAnOldAdvertOfMinorRiskPassAsAnyOther() throws Exception {
    Advert advert = minorRisk("https://example.org/2", MONDAY);
    try (var repeats = harness()) {
      repeats.open();
      repeats.processBothWatermarks(day(50));
      repeats.processElement1(new StreamRecord<>(advert, 0));

      assertThat(passed(repeats)).containsExactly(advert);
      assertThat(repeats.getSideOutput(DetectRepeats.LATE)).isNull();
      assertThat(repeats.getSideOutput(DetectRepeats.SIGHTINGS)).isNull();
    }
  }

  @Test
  void forgetsInTimeAcrossARestartFromASavepoint() throws Exception {
    OperatorSubtaskState saved;
    try (var repeats = harness()) {
      repeats.open();
      observe(repeats, List.of(observed(on(0), 24, Kind.GONE, "http-410")));
      repeats.processElement1(new StreamRecord<>(on(0), 0));
      saved = repeats.snapshot(1, 1);
    }
    try (var repeats = harness()) {
      repeats.initializeState(saved);
      repeats.open();
      repeats.processElement1(new StreamRecord<>(on(2), 0));
      assertThat(lastSighting(repeats))
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

      assertThat(count(repeats, DetectRepeats.FORGOTTEN)).isOne();
      assertThat(repeats.numEventTimeTimers()).isZero();
    }
  }

  /** Returns the one advert, posted so many days after Monday. */
  private static Advert on(int day) {
    return advert("https://example.org/" + day, MONDAY.plus(Duration.ofDays(day)));
  }

  /** Returns an advert that was posted on Monday, from a page of so many days later. */
  private static Advert captured(int day) {
    Instant seen = MONDAY.plus(Duration.ofDays(day));
    return Advert.builder(Channel.CLASSIFIEDS, "example.org", seen)
        .url("https://example.org/1")
        .postedAt(MONDAY)
        .body("Bicycle for sale")
        .provenance(new Provenance("pages.warc.gz", 0, "sha256:" + "0".repeat(64), seen))
        .build();
  }

  /** Returns when a day begins. */
  private static Watermark day(int day) {
    return new Watermark(dayNumber(day) * Duration.ofDays(1).toMillis());
  }

  private static long dayNumber(int day) {
    return Days.of(MONDAY) + day;
  }

  /** Returns the times of the repeats of which those who compare texts were told. */
  private static List<Instant> stillSeen(
      KeyedTwoInputStreamOperatorTestHarness<Integer, Advert, Observation, AssessedAdvert>
          repeats) {
    return repeats.getSideOutput(DetectRepeats.STILL_SEEN).stream()
        .map(record -> record.getValue().time())
        .toList();
  }

  private static List<Long> memories(
      KeyedTwoInputStreamOperatorTestHarness<Integer, Advert, Observation, AssessedAdvert>
          repeats) {
    return repeats.getSideOutput(DetectRepeats.SIGHTINGS).stream()
        .map(record -> record.getValue().memory())
        .toList();
  }

  private static long count(
      KeyedTwoInputStreamOperatorTestHarness<Integer, Advert, Observation, AssessedAdvert> repeats,
      String name) {
    return (Long)
        ((AbstractStreamOperator<?>) repeats.getOperator())
            .getRuntimeContext()
            .getAccumulator(name)
            .getLocalValue();
  }

  private static Observation observed(Advert advert, int hours, Kind kind, String detail) {
    Instant at = MONDAY.plusSeconds(hours * 3_600L);
    return new Observation(advert.id(), at, kind, advert.url(), detail);
  }

  private static void observe(
      KeyedTwoInputStreamOperatorTestHarness<Integer, Advert, Observation, AssessedAdvert> repeats,
      List<Observation> observations)
      throws Exception {
    for (Observation observation : observations) {
      repeats.processElement2(new StreamRecord<>(observation, 0));
    }
  }

  private static Advert advert(String url, Instant posted) {
    return advert(url, posted, "Bicycle for sale");
  }

  private static Advert minorRisk(String url, Instant posted) {
    return advert(url, posted, ByItsText.MINOR_RISK);
  }

  private static Advert advert(String url, Instant posted, String body) {
    return Advert.builder(Channel.CLASSIFIEDS, "example.org", posted)
        .url(url)
        .postedAt(posted)
        .body(body)
        .build();
  }

  private static Sighting lastSighting(
      KeyedTwoInputStreamOperatorTestHarness<Integer, Advert, Observation, AssessedAdvert>
          repeats) {
    return repeats.getSideOutput(DetectRepeats.SIGHTINGS).stream()
        .reduce((former, last) -> last)
        .orElseThrow()
        .getValue()
        .sighting();
  }

  private static KeyedTwoInputStreamOperatorTestHarness<
          Integer, Advert, Observation, AssessedAdvert>
      harness() throws Exception {
    return new KeyedTwoInputStreamOperatorTestHarness<>(
        new KeyedCoProcessOperator<>(new DetectRepeats(new ByItsText(), HORIZON)),
        advert -> Remembered.group(advert.id()),
        observation -> Remembered.group(observation.advertId()),
        Types.INT);
  }

  private static List<Advert> passed(
      KeyedTwoInputStreamOperatorTestHarness<Integer, Advert, Observation, AssessedAdvert>
          repeats) {
    return repeats.extractOutputValues().stream().map(AssessedAdvert::advert).toList();
  }

  /** Flags one text, but for a copy: lexicons change between two readings. */
  private static final class ByItsText extends RichMapFunction<Advert, AssessedAdvert> {
    private static final long serialVersionUID = 1L;

    static final String MINOR_RISK = "A text that is flagged, +353 20 910 0001";
    static final String READ_OTHERWISE = "https://example.org/read-otherwise";

    @Override
    public AssessedAdvert map(Advert advert) {
      boolean flagged = advert.body().equals(MINOR_RISK) && !advert.url().equals(READ_OTHERWISE);
      Indicator flag =
          new Indicator(
              "OT-02",
              "child transfer",
              Indicator.MINOR_RISK,
              EvidenceGrade.EXPERT,
              false,
              List.of(),
              "");
      return new AssessedAdvert(
          advert,
          "en",
          List.of(Contact.declared(ContactType.PHONE, "+353209100001")),
          Entities.none(),
          flagged ? List.of(flag) : List.of(),
          new Assessment("recruitment", Outcome.UNDETERMINED, 0.5, 0, List.of(), "m", "t"));
    }
  }
}
