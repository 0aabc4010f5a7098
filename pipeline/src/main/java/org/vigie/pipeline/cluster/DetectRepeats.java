package org.vigie.pipeline.cluster;

import java.time.Instant;
import java.util.Optional;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.MapStateDescriptor;
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
import org.vigie.pipeline.count.LocalCounts;
import org.vigie.pipeline.index.RememberedSighting;
import org.vigie.pipeline.metric.StreamMetric;
import org.vigie.pipeline.state.Days;
import org.vigie.pipeline.state.Horizon;
import org.vigie.pipeline.state.IdSerializer;
import org.vigie.pipeline.state.Remembered;

/**
 * Lets an advert pass the first time, assessed, and counts it as a sighting every time.
 *
 * <p>A repeat that is earlier than all before passes too, in place of them: so the advert that is
 * kept is the earliest (by time, then URL and the site's own id), whatever order they come in.
 *
 * <p>One that only observations have kept known passes as well, in place of all before, when it is
 * seen again after those who compare texts may have forgotten it.
 *
 * <p>What became of an advert may be known before the advert itself, as files are read side by
 * side: it waits for it.
 *
 * <p>It assesses in place, since a minor-risk advert must leave no sighting behind, and only here
 * is that known before the first one goes out.
 *
 * <p>Key: {@linkplain Remembered#group group} of advert ids. State: advert id → {@link
 * KnownAdvert}. End of life: the day on which the horizon has passed the last sighting or
 * observation of an advert. One that comes back later is new, under another {@linkplain
 * KnownAdvert#memory memory}, so that the sightings in the index stay. One that is older than the
 * horizon when it comes is {@linkplain #LATE late}: it is indexed, and not remembered.
 */
@SuppressWarnings("NullAway.Init") // Flink sets up an instance before it hands it anything
public final class DetectRepeats
    extends KeyedCoProcessFunction<Integer, Advert, Observation, AssessedAdvert> {
  private static final long serialVersionUID = 1L;

  /** Names this operator's state in a savepoint; a new value orphans what is stored. */
  public static final String UID = "detect-repeats";

  /**
   * Side output of sightings, one for every advert or observation of a known one that comes in;
   * none of minor-risk adverts.
   */
  public static final OutputTag<RememberedSighting> SIGHTINGS =
      new OutputTag<>("sightings", TypeInformation.of(RememberedSighting.class));

  /**
   * Side output of what the adverts that pass or are {@linkplain #STILL_SEEN seen still} tell of
   * their contacts; nothing of minor-risk adverts.
   */
  public static final OutputTag<ContactUse> CONTACT_USES =
      new OutputTag<>("contact-uses", TypeInformation.of(ContactUse.class));

  /** Side output of where each advert stood; nothing of minor-risk adverts. */
  public static final OutputTag<VersionSeen> VERSIONS =
      new OutputTag<>("versions", TypeInformation.of(VersionSeen.class));

  /**
   * Side output of adverts that were older than the horizon when they came, each time they come;
   * none of minor risk, which pass as any other.
   */
  public static final OutputTag<AssessedAdvert> LATE =
      new OutputTag<>("late", TypeInformation.of(AssessedAdvert.class));

  /**
   * Side output of repeats by which those who compare texts are {@linkplain Horizon#isRefreshed
   * told} that a text is seen still; none of minor risk.
   */
  public static final OutputTag<Advert> STILL_SEEN =
      new OutputTag<>("still-seen", TypeInformation.of(Advert.class));

  /** Accumulator: adverts of this run that were older than the horizon. */
  public static final String TOO_LATE = "late-adverts";

  /** Accumulator: adverts that were dropped in this run at the end of their life. */
  public static final String FORGOTTEN = "forgotten-adverts";

  /** Accumulator: adverts of this run that were not remembered before, and are then. */
  public static final String REMEMBERED = "remembered-adverts";

  /** Accumulator: adverts of this run that were seen before. */
  public static final String REPEATS = "repeats";

  /** Accumulator: minor-risk adverts of this run that were not seen before. */
  public static final String MINOR_RISK = "minor-risk";

  private static final MapStateDescriptor<String, KnownAdvert> KNOWN =
      new MapStateDescriptor<>("known-adverts", new IdSerializer(), new KnownAdvert.Serializer());

  private final RichMapFunction<Advert, AssessedAdvert> assess;
  private final Horizon horizon;
  private final LongCounter repeats = new LongCounter();
  private final LongCounter minorRisk = new LongCounter();
  private final LongCounter late = new LongCounter();
  private final LongCounter forgotten = new LongCounter();
  private final LongCounter remembered = new LongCounter();
  private transient Counter repeatsSeen;
  private transient Counter minorRiskSeen;
  private transient Counter lateSeen;
  private transient Counter forgottenSeen;
  private transient Remembered<KnownAdvert> known;

  /**
   * Makes the operator.
   *
   * @param assess reads an advert; called for those that pass
   * @param horizon how long an advert is remembered after it was last seen
   */
  public DetectRepeats(RichMapFunction<Advert, AssessedAdvert> assess, Horizon horizon) {
    this.assess = assess;
    this.horizon = horizon;
  }

  @Override
  public void open(OpenContext context) throws Exception {
    assess.setRuntimeContext(getRuntimeContext());
    assess.open(context);
    known = new Remembered<>(getRuntimeContext(), horizon, KNOWN, KnownAdvert::lastDay);
    LocalCounts.add(getRuntimeContext(), REPEATS, repeats);
    LocalCounts.add(getRuntimeContext(), MINOR_RISK, minorRisk);
    LocalCounts.add(getRuntimeContext(), TOO_LATE, late);
    LocalCounts.add(getRuntimeContext(), FORGOTTEN, forgotten);
    LocalCounts.add(getRuntimeContext(), REMEMBERED, remembered);
    repeatsSeen = StreamMetric.REPEATS.counter(getRuntimeContext().getMetricGroup());
    minorRiskSeen = StreamMetric.MINOR_RISK.counter(getRuntimeContext().getMetricGroup());
    lateSeen = StreamMetric.LATE.counter(getRuntimeContext().getMetricGroup());
    forgottenSeen = StreamMetric.FORGOTTEN.counter(getRuntimeContext().getMetricGroup());
  }

  @Override
  public void processElement1(Advert advert, Context context, Collector<AssessedAdvert> out)
      throws Exception {
    KnownAdvert before = find(advert.id());
    Sightings seen = before.sightings();
    if (isNew(before) && isPast(advert.lastSeen(), context)) {
      passLate(advert, context, out);
      return;
    }
    Sightings sum = seen == null ? Sightings.first(advert) : seen.with(advert);
    KnownAdvert now = before.with(sum);
    boolean passes = seen == null || sum.isEarlierThan(seen);
    boolean returns = seen != null && isPast(seen, advert);
    if (seen == null) {
      remembered.add(1);
    } else {
      repeats.add(1);
      repeatsSeen.inc();
    }
    if (passes || returns) {
      AssessedAdvert assessed = assess.map(advert);
      if (assessed.minorRisk() && !now.minorRisk()) {
        now = now.ofMinorRisk();
        minorRisk.add(1);
        minorRiskSeen.inc();
      }
      if (assessed.minorRisk() || !now.minorRisk()) {
        out.collect(assessed);
      }
      if (!now.minorRisk()) {
        tellContacts(assessed, seen, context);
      }
    }
    known.put(advert.id(), now, context.timerService());
    if (!now.minorRisk()) {
      tell(sum, now, context);
      tellWhereItStood(advert, context);
      if (seen != null && !passes && !returns && isRefreshed(seen, advert)) {
        context.output(STILL_SEEN, advert);
        tellContacts(assess.map(advert), seen, context);
      }
    }
  }

  @Override
  public void processElement2(
      Observation observation, Context context, Collector<AssessedAdvert> out) throws Exception {
    KnownAdvert before = find(observation.advertId());
    if (isNew(before) && isPast(observation.at(), context)) {
      return; // nothing is known of its advert, nor will be
    }
    KnownAdvert now = before.with(before.aftermath().with(observation));
    known.put(observation.advertId(), now, context.timerService());
    Sightings sightings = now.sightings();
    if (sightings != null && !now.minorRisk()) {
      tell(sightings, now, context);
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<AssessedAdvert> unused)
      throws Exception {
    int old = known.forget(context.timerService());
    forgotten.add(old);
    forgottenSeen.inc(old);
  }

  @Override
  public void close() throws Exception {
    assess.close();
  }

  private KnownAdvert find(String id) throws Exception {
    @Nullable KnownAdvert found = known.find(id);
    return found == null ? KnownAdvert.none(known.memory()) : found.named(id);
  }

  private static boolean isNew(KnownAdvert known) {
    return known.sightings() == null && known.aftermath().equals(Aftermath.none());
  }

  private boolean isPast(Instant time, Context context) {
    return Days.of(time) <= horizon.lastPast(context.timerService().currentWatermark());
  }

  /** Returns whether those who compare texts may have forgotten it before it is seen again. */
  private boolean isPast(Sightings seen, Advert again) {
    return Days.of(again.lastSeen()) > Days.of(seen.sighting().lastSeen()) + horizon.days();
  }

  /** Visits don't count: those who compare texts aren't told of them. */
  private boolean isRefreshed(Sightings seen, Advert again) {
    return horizon.isRefreshed(Days.of(seen.sighting().lastSeen()), Days.of(again.lastSeen()));
  }

  /**
   * Tells what an advert says of its contacts, or, where it has come before and isn't earlier, that
   * it is seen still.
   */
  private static void tellContacts(
      AssessedAdvert assessed, @Nullable Sightings seen, Context context) {
    if (!assessed.minorRisk()) {
      Instant replaced = seen == null ? null : seen.sighting().firstSeen();
      ContactUse.of(assessed, replaced).forEach(use -> context.output(CONTACT_USES, use));
    }
  }

  private void passLate(Advert advert, Context context, Collector<AssessedAdvert> out)
      throws Exception {
    late.add(1);
    lateSeen.inc();
    AssessedAdvert assessed = assess.map(advert);
    if (assessed.minorRisk()) {
      out.collect(assessed);
      return;
    }
    context.output(LATE, assessed);
    Sighting alone = Sightings.first(advert).sighting();
    context.output(SIGHTINGS, new RememberedSighting(alone, RememberedSighting.LATE));
  }

  private static void tell(Sightings sightings, KnownAdvert now, Context context) {
    Sighting sum = now.aftermath().addedTo(sightings.sighting());
    context.output(SIGHTINGS, new RememberedSighting(sum, now.memory()));
  }

  private static void tellWhereItStood(Advert advert, Context context) {
    Optional<String> place = AdvertVersions.placeOf(advert);
    if (place.isPresent()) {
      Version version = new Version(advert.id(), advert.time());
      boolean isAddress = AdvertVersions.isAddressOf(advert);
      context.output(
          VERSIONS,
          new VersionSeen(place.get(), advert.url(), isAddress, version, advert.lastSeen()));
    }
  }
}
