package org.vigie.pipeline.cluster;

import java.io.IOException;
import java.util.Optional;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.AdvertVersions;
import org.vigie.advert.AdvertVersions.Version;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Observation;
import org.vigie.advert.Sighting;
import org.vigie.pipeline.contact.ContactUse;
import org.vigie.pipeline.metric.StreamMetric;

/**
 * Lets an advert pass the first time, assessed, and counts it as a sighting every time.
 *
 * <p>A repeat that is earlier than all before passes too, in place of them: so the advert that is
 * kept is the earliest (by time, then URL and the site's own id), whatever order they come in.
 *
 * <p>What became of an advert may be known before the advert itself, as files are read side by
 * side: it waits for it.
 *
 * <p>It assesses in place, since a minor-risk advert must leave no sighting behind, and only here
 * is that known before the first one goes out.
 *
 * <p>Key: advert id. State: its {@link Sightings}, their {@link Aftermath}, whether it is of minor
 * risk. End of life: the workspace's.
 */
public final class DetectRepeats
    extends KeyedCoProcessFunction<String, Advert, Observation, AssessedAdvert> {
  private static final long serialVersionUID = 1L;

  /** Names this operator's state in a savepoint; a new value orphans what is stored. */
  public static final String UID = "detect-repeats";

  /**
   * Side output of sightings, one for every advert or observation of a known one that comes in;
   * none of minor-risk adverts.
   */
  public static final OutputTag<Sighting> SIGHTINGS =
      new OutputTag<>("sightings", TypeInformation.of(Sighting.class));

  /**
   * Side output of what the adverts that pass tell of their contacts; nothing of minor-risk
   * adverts.
   */
  public static final OutputTag<ContactUse> CONTACT_USES =
      new OutputTag<>("contact-uses", TypeInformation.of(ContactUse.class));

  /** Side output of where each advert stood; nothing of minor-risk adverts. */
  public static final OutputTag<VersionSeen> VERSIONS =
      new OutputTag<>("versions", TypeInformation.of(VersionSeen.class));

  /** Accumulator: adverts of this run that were seen before. */
  public static final String REPEATS = "repeats";

  /** Accumulator: minor-risk adverts of this run that were not seen before. */
  public static final String MINOR_RISK = "minor-risk";

  private static final ValueStateDescriptor<Sightings> STATE =
      new ValueStateDescriptor<>("sightings", TypeInformation.of(Sightings.class));

  private static final ValueStateDescriptor<Aftermath> AFTERMATH =
      new ValueStateDescriptor<>("aftermath", TypeInformation.of(Aftermath.class));

  private static final ValueStateDescriptor<Boolean> QUARANTINE =
      new ValueStateDescriptor<>("minor-risk", TypeInformation.of(Boolean.class));

  private final RichMapFunction<Advert, AssessedAdvert> assess;
  private final LongCounter repeats = new LongCounter();
  private final LongCounter minorRisk = new LongCounter();
  private transient Counter repeatsSeen;
  private transient Counter minorRiskSeen;
  private transient ValueState<Sightings> state;
  private transient ValueState<Aftermath> aftermath;
  private transient ValueState<Boolean> quarantine;

  /**
   * Makes the operator.
   *
   * @param assess reads an advert; called for those that pass
   */
  public DetectRepeats(RichMapFunction<Advert, AssessedAdvert> assess) {
    this.assess = assess;
  }

  @Override
  public void open(OpenContext context) throws Exception {
    assess.setRuntimeContext(getRuntimeContext());
    assess.open(context);
    state = getRuntimeContext().getState(STATE);
    aftermath = getRuntimeContext().getState(AFTERMATH);
    quarantine = getRuntimeContext().getState(QUARANTINE);
    getRuntimeContext().addAccumulator(REPEATS, repeats);
    getRuntimeContext().addAccumulator(MINOR_RISK, minorRisk);
    repeatsSeen = StreamMetric.REPEATS.counter(getRuntimeContext().getMetricGroup());
    minorRiskSeen = StreamMetric.MINOR_RISK.counter(getRuntimeContext().getMetricGroup());
  }

  @Override
  public void processElement1(Advert advert, Context context, Collector<AssessedAdvert> out)
      throws Exception {
    @Nullable Sightings before = state.value();
    Sightings now = before == null ? Sightings.first(advert) : before.with(advert);
    state.update(now);
    if (before != null) {
      repeats.add(1);
      repeatsSeen.inc();
    }
    if (before == null || now.isEarlierThan(before)) {
      AssessedAdvert assessed = assess.map(advert);
      quarantine(assessed);
      if (assessed.minorRisk() || quarantine.value() == null) {
        out.collect(assessed);
      }
      tellOfContacts(assessed, before, context);
    }
    tell(now, observed(), context);
    tellWhereItStood(advert, context);
  }

  @Override
  public void processElement2(
      Observation observation, Context context, Collector<AssessedAdvert> out) throws Exception {
    Aftermath now = observed().with(observation);
    aftermath.update(now);
    @Nullable Sightings known = state.value();
    if (known != null) {
      tell(known, now, context);
    }
  }

  @Override
  public void close() throws Exception {
    assess.close();
  }

  private void quarantine(AssessedAdvert assessed) throws IOException {
    if (assessed.minorRisk() && quarantine.value() == null) {
      quarantine.update(true);
      minorRisk.add(1);
      minorRiskSeen.inc();
    }
  }

  private void tellOfContacts(AssessedAdvert assessed, @Nullable Sightings before, Context context)
      throws IOException {
    if (quarantine.value() == null) {
      ContactUse.of(assessed, before == null ? null : before.sighting().firstSeen())
          .forEach(use -> context.output(CONTACT_USES, use));
    }
  }

  private void tell(Sightings sightings, Aftermath after, Context context) throws IOException {
    if (quarantine.value() == null) {
      context.output(SIGHTINGS, after.addedTo(sightings.sighting()));
    }
  }

  private void tellWhereItStood(Advert advert, Context context) throws IOException {
    Optional<String> place = AdvertVersions.placeOf(advert);
    if (quarantine.value() == null && place.isPresent()) {
      Version version = new Version(advert.id(), advert.time());
      context.output(VERSIONS, new VersionSeen(place.get(), advert.url(), version));
    }
  }

  private Aftermath observed() throws IOException {
    @Nullable Aftermath known = aftermath.value();
    return known == null ? Aftermath.none() : known;
  }
}
