package org.vigie.pipeline.cluster;

import java.io.IOException;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Observation;
import org.vigie.advert.Sighting;

/**
 * Lets an advert pass the first time, and counts it as a sighting every time.
 *
 * <p>A repeat that is earlier than all before passes too, in place of them: so the advert that is
 * kept is the earliest (by time, then URL and the site's own id), whatever order they come in.
 *
 * <p>What became of an advert may be known before the advert itself, as files are read side by
 * side: it waits for it.
 *
 * <p>Key: advert id. State: its {@link Sightings} and their {@link Aftermath}. End of life: the
 * workspace's.
 */
public final class DetectRepeats
    extends KeyedCoProcessFunction<String, Advert, Observation, Advert> {
  private static final long serialVersionUID = 1L;

  /** Names this operator's state in a savepoint; a new value orphans what is stored. */
  public static final String UID = "detect-repeats";

  /** Side output of sightings, one for every advert or observation of a known one that comes in. */
  public static final OutputTag<Sighting> SIGHTINGS =
      new OutputTag<>("sightings", TypeInformation.of(Sighting.class));

  /** Accumulator: adverts of this run that were seen before. */
  public static final String REPEATS = "repeats";

  private static final ValueStateDescriptor<Sightings> STATE =
      new ValueStateDescriptor<>("sightings", TypeInformation.of(Sightings.class));

  private static final ValueStateDescriptor<Aftermath> AFTERMATH =
      new ValueStateDescriptor<>("aftermath", TypeInformation.of(Aftermath.class));

  private final LongCounter repeats = new LongCounter();
  private transient ValueState<Sightings> state;
  private transient ValueState<Aftermath> aftermath;

  @Override
  public void open(OpenContext context) {
    state = getRuntimeContext().getState(STATE);
    aftermath = getRuntimeContext().getState(AFTERMATH);
    getRuntimeContext().addAccumulator(REPEATS, repeats);
  }

  @Override
  public void processElement1(Advert advert, Context context, Collector<Advert> out)
      throws Exception {
    @Nullable Sightings before = state.value();
    Sightings now = before == null ? Sightings.first(advert) : before.with(advert);
    state.update(now);
    context.output(SIGHTINGS, observed().addedTo(now.sighting()));
    if (before != null) {
      repeats.add(1);
    }
    if (before == null || now.isEarlierThan(before)) {
      out.collect(advert);
    }
  }

  @Override
  public void processElement2(Observation observation, Context context, Collector<Advert> out)
      throws Exception {
    Aftermath now = observed().with(observation);
    aftermath.update(now);
    @Nullable Sightings known = state.value();
    if (known != null) {
      context.output(SIGHTINGS, now.addedTo(known.sighting()));
    }
  }

  private Aftermath observed() throws IOException {
    @Nullable Aftermath known = aftermath.value();
    return known == null ? Aftermath.none() : known;
  }
}
