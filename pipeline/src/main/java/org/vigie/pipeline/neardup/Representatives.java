package org.vigie.pipeline.neardup;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.IntSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The adverts with which later ones are compared, in keyed state, each under a number that is
 * shorter than its id, and in the set of those that links lead to from it.
 */
final class Representatives {
  private static final MapStateDescriptor<Integer, Representative> ADVERTS =
      new MapStateDescriptor<>(
          "representatives", IntSerializer.INSTANCE, new Representative.Serializer());

  private static final ValueStateDescriptor<Integer> NEXT =
      new ValueStateDescriptor<>("next-number", IntSerializer.INSTANCE);

  private final MapState<Integer, Representative> adverts;
  private final ValueState<Integer> next;
  private final LinkedSets sets;

  Representatives(RuntimeContext context) {
    adverts = context.getMapState(ADVERTS);
    next = context.getState(NEXT);
    sets = new LinkedSets(context);
  }

  Representative get(int number) throws Exception {
    Representative known = adverts.get(number);
    if (known == null) {
      throw new IllegalStateException("a bucket must name known adverts alone, but named one less");
    }
    return known;
  }

  /** Adds an advert; returns its number. */
  int add(Representative advert) throws Exception {
    @Nullable Integer free = next.value();
    int number = free == null ? 0 : free;
    adverts.put(number, advert);
    next.update(number + 1);
    return number;
  }

  void update(int number, Representative advert) throws Exception {
    adverts.put(number, advert);
  }

  /** Returns the set that an advert is in now. */
  int setOf(int number, Representative advert) throws Exception {
    return sets.now(advert.setUnder(number));
  }

  /** Joins two sets; returns what they are now. */
  int join(int one, int other) throws Exception {
    return sets.join(one, other);
  }

  /** Drops the adverts that were last seen on a day or before; returns their numbers. */
  Set<Integer> dropUntil(long day) throws Exception {
    Set<Integer> old = new HashSet<>();
    Map<Integer, Representative> moved = new HashMap<>();
    for (Map.Entry<Integer, Representative> known : adverts.entries()) {
      int number = known.getKey();
      Representative advert = known.getValue();
      int set = setOf(number, advert);
      if (advert.day() <= day) {
        old.add(number);
      } else if (set != advert.setUnder(number)) {
        moved.put(number, advert.in(set));
      }
    }
    for (int number : old) {
      adverts.remove(number);
    }
    adverts.putAll(moved);
    sets.clear();
    return old;
  }
}
