package org.vigie.pipeline.neardup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
 * shorter than its id.
 */
final class Representatives {
  private static final MapStateDescriptor<Integer, Representative> ADVERTS =
      new MapStateDescriptor<>(
          "representatives", IntSerializer.INSTANCE, new Representative.Serializer());

  private static final ValueStateDescriptor<Integer> NEXT =
      new ValueStateDescriptor<>("next-number", IntSerializer.INSTANCE);

  private final MapState<Integer, Representative> adverts;
  private final ValueState<Integer> next;

  Representatives(RuntimeContext context) {
    adverts = context.getMapState(ADVERTS);
    next = context.getState(NEXT);
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

  /** Drops the adverts that were last seen on a day or before; returns their numbers. */
  Set<Integer> dropUntil(long day) throws Exception {
    List<Integer> old = new ArrayList<>();
    for (Map.Entry<Integer, Representative> known : adverts.entries()) {
      if (known.getValue().day() <= day) {
        old.add(known.getKey());
      }
    }
    for (int number : old) {
      adverts.remove(number);
    }
    return new HashSet<>(old);
  }
}
