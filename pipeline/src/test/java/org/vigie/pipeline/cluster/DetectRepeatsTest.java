package org.vigie.pipeline.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.pipeline.cluster.Bicycles.MONDAY;
import static org.vigie.pipeline.cluster.Bicycles.advert;
import static org.vigie.pipeline.cluster.Bicycles.minorRisk;
import static org.vigie.pipeline.cluster.Bicycles.observed;

import java.util.List;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.Observation;
import org.vigie.advert.Observation.Kind;
import org.vigie.advert.Sighting;

/** Adverts that come again, and what becomes of them. */
class DetectRepeatsTest {
  @Test
  void letsTheSameContentPassOnceAndCountsEverySighting() throws Exception {
    Advert first = advert("https://example.org/1", MONDAY);
    Advert again = advert("https://example.org/2", MONDAY.plusSeconds(60));
    try (var repeats = new RepeatsHarness()) {
      repeats.open();
      repeats.processElement1(new StreamRecord<>(first, 0));
      repeats.processElement1(new StreamRecord<>(again, 0));

      assertThat(repeats.passed()).containsExactly(first);
      assertThat(repeats.lastSighting())
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
    try (var repeats = new RepeatsHarness()) {
      repeats.open();
      repeats.processElement1(new StreamRecord<>(late, 0));
      repeats.processElement1(new StreamRecord<>(early, 0));
      repeats.processElement1(new StreamRecord<>(late, 0));

      assertThat(repeats.passed()).containsExactly(late, early);
      assertThat(repeats.lastSighting().firstSeen()).isEqualTo(MONDAY);
      assertThat(repeats.lastSighting().times()).isEqualTo(3);
    }
  }

  @Test
  void tellsOfNoSightingOfAMinorRiskAdvertWhateverComesAfterIt() throws Exception {
    Advert first = minorRisk("https://example.org/2", MONDAY.plusSeconds(60));
    Advert earlier = minorRisk("https://example.org/1", MONDAY);
    try (var repeats = new RepeatsHarness()) {
      repeats.open();
      repeats.observe(List.of(observed(first, 1, Kind.STILL_THERE, "")));
      repeats.processElement1(new StreamRecord<>(first, 0));
      repeats.processElement1(new StreamRecord<>(earlier, 0));
      repeats.observe(List.of(observed(first, 2, Kind.GONE, "http-410")));

      assertThat(repeats.passed()).containsExactly(first, earlier);
      assertThat(repeats.getSideOutput(DetectRepeats.SIGHTINGS)).isNull();
    }
  }

  @Test
  void letsNoCopyOfAMinorRiskAdvertPassThatIsReadOtherwise() throws Exception {
    Advert first = minorRisk("https://example.org/2", MONDAY.plusSeconds(60));
    Advert otherwise = minorRisk(RepeatsHarness.READ_OTHERWISE, MONDAY);
    try (var repeats = new RepeatsHarness()) {
      repeats.open();
      repeats.processElement1(new StreamRecord<>(first, 0));
      repeats.processElement1(new StreamRecord<>(otherwise, 0));

      assertThat(repeats.passed()).containsExactly(first);
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
        try (var repeats = new RepeatsHarness()) {
          repeats.open();
          repeats.observe(order.subList(0, before));
          repeats.processElement1(new StreamRecord<>(advert, 0));
          repeats.observe(order.subList(before, order.size()));

          assertThat(repeats.passed()).containsExactly(advert);
          assertThat(repeats.lastSighting()).isEqualTo(expected);
          assertThat(repeats.lastSighting().goneSince()).isEqualTo(edited.at());
        }
      }
    }
  }

  @Test
  void saysNothingOfAnAdvertThatIsNotKnown() throws Exception {
    Advert advert = advert("https://example.org/1", MONDAY);
    try (var repeats = new RepeatsHarness()) {
      repeats.open();
      repeats.observe(List.of(observed(advert, 1, Kind.GONE, "http-404")));

      assertThat(repeats.extractOutputValues()).isEmpty();
      assertThat(repeats.getSideOutput(DetectRepeats.SIGHTINGS)).isNull();
    }
  }

  @Test
  void keepsTheLatestOfManyChanges() throws Exception {
    Advert advert = advert("https://example.org/1", MONDAY);
    try (var repeats = new RepeatsHarness()) {
      repeats.open();
      repeats.processElement1(new StreamRecord<>(advert, 0));
      for (int hour = 500; hour > 0; hour--) {
        repeats.observe(List.of(observed(advert, hour, Kind.GONE, "http-404")));
      }

      List<Observation> changes = repeats.lastSighting().changes();
      assertThat(changes).hasSize(Sighting.MAX_CHANGES).isSorted();
      assertThat(changes.getLast().at()).isEqualTo(MONDAY.plusSeconds(500 * 3_600));
    }
  }
}
