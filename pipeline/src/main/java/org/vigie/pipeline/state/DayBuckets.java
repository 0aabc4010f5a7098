package org.vigie.pipeline.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.IntSerializer;
import org.apache.flink.api.common.typeutils.base.ListSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Which things are to be looked at when the horizon passes a day, so that forgetting costs as much
 * as what ends, and not as much as what is kept.
 *
 * <p>A thing is added once, with the day on which it was last seen by then; that it is seen again
 * later needn't be told. Whoever keeps the things drops those whose days have been taken, or adds
 * them again with the later day. So each is looked at a few times a horizon. Four weeks are one
 * bucket until they are due, since one takes more state than an id in it does.
 *
 * <p>Key: the operator's present one. State: the ids of a day, in bundles, since a bundle is
 * written anew with each thing that is added. End of life: the day on which they are taken.
 */
public final class DayBuckets {
  private static final int BUNDLE = 32;

  /** Days that are one bucket at first. */
  private static final long SPAN = 28;

  /** More bundles than a day has. */
  private static final long BUNDLES = 1L << 26;

  /** UTC day since 1970 → things. */
  private static final MapStateDescriptor<Long, Integer> SIZES =
      new MapStateDescriptor<>("sizes-of-days", LongSerializer.INSTANCE, IntSerializer.INSTANCE);

  /** Day and number of the bundle → ids. */
  private static final MapStateDescriptor<Long, List<String>> IDS =
      new MapStateDescriptor<>(
          "ids-of-days", LongSerializer.INSTANCE, new ListSerializer<>(new IdSerializer()));

  private final MapState<Long, Integer> sizes;
  private final MapState<Long, List<String>> ids;

  /** Makes them for one instance of an operator. */
  public DayBuckets(RuntimeContext context) {
    sizes = context.getMapState(SIZES);
    ids = context.getMapState(IDS);
  }

  /** Returns whether nothing is to be looked at on any day. */
  public boolean isEmpty() throws Exception {
    return sizes.isEmpty();
  }

  /**
   * Adds a thing. One that is added twice is looked at twice.
   *
   * @param seen UTC day since 1970 on which it was last seen
   * @param last the day until which things were taken last
   */
  public void add(long seen, String id, long last) throws Exception {
    long first = Math.floorDiv(seen, SPAN) * SPAN;
    long day = first > last ? first : seen;
    @Nullable Integer before = sizes.get(day);
    int size = before == null ? 0 : before;
    long bundle = bundle(day, size);
    @Nullable List<String> known = ids.get(bundle);
    List<String> added = known == null ? new ArrayList<>() : new ArrayList<>(known);
    added.add(id);
    ids.put(bundle, added);
    sizes.put(day, size + 1);
  }

  /** Takes out the things of a day and of all days before it, and returns them. */
  public List<String> takeUntil(long last) throws Exception {
    List<String> taken = new ArrayList<>();
    List<Long> days = new ArrayList<>();
    for (Map.Entry<Long, Integer> day : sizes.entries()) {
      if (day.getKey() <= last) {
        days.add(day.getKey());
        for (int at = 0; at < day.getValue(); at += BUNDLE) {
          long bundle = bundle(day.getKey(), at);
          taken.addAll(ids.get(bundle));
          ids.remove(bundle);
        }
      }
    }
    for (long day : days) {
      sizes.remove(day);
    }
    return taken;
  }

  private static long bundle(long day, int thing) {
    return day * BUNDLES + thing / BUNDLE;
  }
}
