package org.vigie.pipeline.cluster;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Sighting;

/**
 * Lets an advert pass the first time, and counts it as a sighting every time.
 *
 * <p>A repeat that is earlier than all before passes too, in place of them: so the advert that is
 * kept is the earliest (by time, then URL and the site's own id), whatever order they come in.
 *
 * <p>Key: advert id. State: its {@link Sightings}. End of life: the workspace's.
 */
public final class DetectRepeats extends KeyedProcessFunction<String, Advert, Advert> {
  private static final long serialVersionUID = 1L;

  /** Names this operator's state in a savepoint; a new value orphans what is stored. */
  public static final String UID = "detect-repeats";

  /** Side output of sightings, one for every advert that comes in. */
  public static final OutputTag<Sighting> SIGHTINGS =
      new OutputTag<>("sightings", TypeInformation.of(Sighting.class));

  /** Accumulator: adverts of this run that were seen before. */
  public static final String REPEATS = "repeats";

  private static final ValueStateDescriptor<Sightings> STATE =
      new ValueStateDescriptor<>("sightings", TypeInformation.of(Sightings.class));

  private final LongCounter repeats = new LongCounter();
  private transient ValueState<Sightings> state;

  @Override
  public void open(OpenContext context) {
    state = getRuntimeContext().getState(STATE);
    getRuntimeContext().addAccumulator(REPEATS, repeats);
  }

  @Override
  public void processElement(Advert advert, Context context, Collector<Advert> out)
      throws Exception {
    @Nullable Sightings before = state.value();
    Sightings now = before == null ? Sightings.first(advert) : before.with(advert);
    state.update(now);
    context.output(SIGHTINGS, now.sighting());
    if (before != null) {
      repeats.add(1);
    }
    if (before == null || now.isEarlierThan(before)) {
      out.collect(advert);
    }
  }
}
