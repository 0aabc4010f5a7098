package org.vigie.pipeline.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.array.LongPrimitiveArraySerializer;
import org.apache.flink.streaming.api.TimerService;
import org.jspecify.annotations.Nullable;

/** What kept things before they shared entries of the state, as it saved them. */
final class EarlierRemembered<V> {
  /** Many enough to be dealt evenly to all instances, few enough that their timers cost nothing. */
  private static final int GROUPS = 1_024;

  private static final ValueStateDescriptor<long[]> ENDS =
      new ValueStateDescriptor<>("ends-of-life", LongPrimitiveArraySerializer.INSTANCE);

  private static final long NEVER = Long.MAX_VALUE;

  private final Horizon horizon;
  private final ToLongFunction<V> lastDay;
  private final MapState<String, V> things;

  /** The present {@link #memory}; when the timer is due, or never. */
  private final ValueState<long[]> ends;

  /**
   * Makes it for one instance of an operator.
   *
   * @param lastDay the UTC day, since 1970, on which a thing was last seen
   */
  EarlierRemembered(
      RuntimeContext context,
      Horizon horizon,
      MapStateDescriptor<String, V> things,
      ToLongFunction<V> lastDay) {
    this.horizon = horizon;
    this.lastDay = lastDay;
    this.things = context.getMapState(things);
    ends = context.getState(ENDS);
  }

  /** Returns the key under which a thing is remembered. */
  public static Integer group(String id) {
    return Math.floorMod(id.hashCode(), GROUPS);
  }

  /** Returns what is remembered of a thing, or null. */
  public @Nullable V find(String id) throws Exception {
    return things.get(id);
  }

  /**
   * Returns a number that all things have in common that come to be known from now on and until the
   * next is dropped: 0 until the first is, then the last day of which any of the group was dropped,
   * or a later one where that number was given before, since the stream's clock begins anew with
   * each run.
   */
  public long memory() throws Exception {
    return ends()[0];
  }

  /** Remembers a thing, in place of what was remembered of it. */
  public void put(String id, V value, TimerService timers) throws Exception {
    things.put(id, value);
    long[] now = ends();
    long end = horizon.endOf(lastDay.applyAsLong(value));
    if (end < now[1]) {
      timers.registerEventTimeTimer(end);
      ends.update(new long[] {now[0], end});
    }
  }

  /** Drops what the horizon has passed, when the timer is due; returns how much that was. */
  public int forget(TimerService timers) throws Exception {
    long last = horizon.lastPast(timers.currentWatermark());
    long next = NEVER;
    List<String> old = new ArrayList<>();
    for (Map.Entry<String, V> thing : things.entries()) {
      long day = lastDay.applyAsLong(thing.getValue());
      if (day <= last) {
        old.add(thing.getKey());
      } else {
        next = Math.min(next, horizon.endOf(day));
      }
    }
    for (String id : old) {
      things.remove(id);
    }
    if (next != NEVER) {
      timers.registerEventTimeTimer(next);
    }
    long before = ends()[0];
    ends.update(new long[] {old.isEmpty() ? before : Math.max(before + 1, last), next});
    return old.size();
  }

  private long[] ends() throws Exception {
    long @Nullable [] known = ends.value();
    return known == null ? new long[] {0, NEVER} : known;
  }
}
