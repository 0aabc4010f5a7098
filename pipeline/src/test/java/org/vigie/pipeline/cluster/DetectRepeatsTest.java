package org.vigie.pipeline.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.advert.Sighting;

class DetectRepeatsTest {
  private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");

  @Test
  void letsTheSameContentPassOnceAndCountsEverySighting() throws Exception {
    Advert first = advert("https://example.org/1", MONDAY);
    Advert again = advert("https://example.org/2", MONDAY.plusSeconds(60));
    try (var repeats = harness()) {
      repeats.open();
      repeats.processElement(first, 0);
      repeats.processElement(again, 0);

      assertThat(repeats.extractOutputValues()).containsExactly(first);
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
      repeats.processElement(late, 0);
      repeats.processElement(early, 0);
      repeats.processElement(late, 0);

      assertThat(repeats.extractOutputValues()).containsExactly(late, early);
      assertThat(lastSighting(repeats).firstSeen()).isEqualTo(MONDAY);
      assertThat(lastSighting(repeats).times()).isEqualTo(3);
    }
  }

  private static Advert advert(String url, Instant posted) {
    return Advert.builder(Channel.CLASSIFIEDS, "example.org", posted)
        .url(url)
        .postedAt(posted)
        .body("Bicycle for sale")
        .build();
  }

  private static Sighting lastSighting(
      KeyedOneInputStreamOperatorTestHarness<String, Advert, Advert> repeats) {
    return repeats.getSideOutput(DetectRepeats.SIGHTINGS).stream()
        .reduce((former, last) -> last)
        .orElseThrow()
        .getValue();
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, Advert, Advert> harness()
      throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(new DetectRepeats()), Advert::id, Types.STRING);
  }
}
