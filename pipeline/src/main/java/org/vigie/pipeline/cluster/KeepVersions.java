package org.vigie.pipeline.cluster;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.vigie.pipeline.index.IndexChange;
import org.vigie.pipeline.state.Horizon;
import org.vigie.pipeline.state.IdSerializer;
import org.vigie.pipeline.state.Remembered;

/**
 * Keeps which adverts stood in one place after one another, whatever the order in which they come.
 *
 * <p>Key: {@linkplain Remembered#group group} of places. State: place → {@link KnownPlace},
 * bounded. End of life: the day on which the horizon has passed the last advert that was seen
 * there; what comes afterwards stands beside what the index holds.
 */
@SuppressWarnings("NullAway.Init") // Flink sets up an instance before it hands it anything
public final class KeepVersions extends KeyedProcessFunction<Integer, VersionSeen, IndexChange> {
  private static final long serialVersionUID = 1L;

  /** Names this operator's state in a savepoint; a new value orphans what is stored. */
  public static final String UID = "keep-versions";

  private static final MapStateDescriptor<String, KnownPlace> KNOWN =
      new MapStateDescriptor<>("known-places", new IdSerializer(), new KnownPlace.Serializer());

  private final Horizon horizon;
  private transient Remembered<KnownPlace> known;

  /**
   * Makes the operator.
   *
   * @param horizon how long a place is remembered after an advert was last seen there
   */
  public KeepVersions(Horizon horizon) {
    this.horizon = horizon;
  }

  @Override
  public void open(OpenContext context) {
    known = new Remembered<>(getRuntimeContext(), horizon, KNOWN, KnownPlace::lastDay);
  }

  @Override
  public void processElement(VersionSeen seen, Context context, Collector<IndexChange> out)
      throws Exception {
    KnownPlace before = find(seen);
    KnownPlace now = before.with(seen);
    if (now.equals(before)) {
      return;
    }
    known.put(seen.place(), seen.isAddress() ? now.withAddress("") : now, context.timerService());
    if (now.versions().versions().size() > 1 && !now.versions().equals(before.versions())) {
      out.collect(IndexChange.put(now.indexed()));
    }
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<IndexChange> unused)
      throws Exception {
    known.forget(context.timerService());
  }

  private KnownPlace find(VersionSeen seen) throws Exception {
    @Nullable KnownPlace found = known.find(seen.place());
    if (found == null) {
      return KnownPlace.empty(seen.place(), seen.url(), known.memory());
    }
    KnownPlace named = found.named(seen.place());
    return seen.isAddress() ? named.withAddress(seen.url()) : named;
  }
}
