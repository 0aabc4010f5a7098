package org.vigie.pipeline.cluster;

import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.vigie.advert.Advert;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.Contact;
import org.vigie.advert.ContactType;
import org.vigie.advert.Entities;
import org.vigie.advert.EvidenceGrade;
import org.vigie.advert.Indicator;
import org.vigie.advert.Observation;
import org.vigie.advert.Outcome;
import org.vigie.advert.Sighting;
import org.vigie.pipeline.state.Horizon;
import org.vigie.pipeline.state.Remembered;

/** The operator that detects repeats, which flags one text as one of minor risk. */
final class RepeatsHarness
    extends KeyedTwoInputStreamOperatorTestHarness<Integer, Advert, Observation, AssessedAdvert> {
  /** The text that is flagged. */
  static final String MINOR_RISK = "A text that is flagged, +353 20 910 0001";

  /** Where it stands without being flagged. */
  static final String READ_OTHERWISE = "https://example.org/read-otherwise";

  private static final Horizon HORIZON = new Horizon(20);

  RepeatsHarness() throws Exception {
    super(
        new KeyedCoProcessOperator<>(new DetectRepeats(new ByItsText(), HORIZON)),
        advert -> Remembered.group(advert.id()),
        observation -> Remembered.group(observation.advertId()),
        Types.INT);
  }

  /** Returns the adverts that went on. */
  List<Advert> passed() {
    return extractOutputValues().stream().map(AssessedAdvert::advert).toList();
  }

  Sighting lastSighting() {
    return getSideOutput(DetectRepeats.SIGHTINGS).stream()
        .reduce((former, last) -> last)
        .orElseThrow()
        .getValue()
        .sighting();
  }

  /** Returns the times of the repeats of which those who compare texts were told. */
  List<Instant> stillSeen() {
    return getSideOutput(DetectRepeats.STILL_SEEN).stream()
        .map(record -> record.getValue().time())
        .toList();
  }

  List<Long> memories() {
    return getSideOutput(DetectRepeats.SIGHTINGS).stream()
        .map(record -> record.getValue().memory())
        .toList();
  }

  /** Returns what an accumulator has counted. */
  long count(String name) {
    return (Long)
        ((AbstractStreamOperator<?>) getOperator())
            .getRuntimeContext()
            .getAccumulator(name)
            .getLocalValue();
  }

  void observe(List<Observation> observations) throws Exception {
    for (Observation observation : observations) {
      processElement2(new StreamRecord<>(observation, 0));
    }
  }

  /** Flags one text, but for a copy: lexicons change between two readings. */
  private static final class ByItsText extends RichMapFunction<Advert, AssessedAdvert> {
    private static final long serialVersionUID = 1L;

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
