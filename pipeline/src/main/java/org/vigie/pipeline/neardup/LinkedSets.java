package org.vigie.pipeline.neardup;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.IntSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Which sets of linked adverts are one by now, in keyed state.
 *
 * <p>A set is told by a number. A {@link Representative} names the set that it was in when it was
 * kept; where a later link joined that one with another, it is found here, until {@linkplain
 * Representatives#dropUntil representatives are gone through} and each is told its set anew.
 */
final class LinkedSets {
  private static final MapStateDescriptor<Integer, Integer> JOINED =
      new MapStateDescriptor<>("joined-sets", IntSerializer.INSTANCE, IntSerializer.INSTANCE);

  /** Former set → a set that it became part of, which may be a former one too. */
  private final MapState<Integer, Integer> joined;

  LinkedSets(RuntimeContext context) {
    joined = context.getMapState(JOINED);
  }

  /** Returns the set that one is part of now. */
  int now(int set) throws Exception {
    int at = set;
    int steps = 0;
    for (@Nullable Integer next = joined.get(at); next != null; next = joined.get(at)) {
      at = next;
      steps++;
    }
    if (steps > 1) {
      joined.put(set, at);
    }
    return at;
  }

  /** Joins two sets that are present ones; returns what they are now. */
  int join(int one, int other) throws Exception {
    int now = Math.min(one, other);
    if (one != other) {
      joined.put(Math.max(one, other), now);
    }
    return now;
  }

  /** Forgets former sets, once nothing names them. */
  void clear() {
    joined.clear();
  }
}
