package org.vigie.pipeline.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.base.IntSerializer;
import org.apache.flink.api.common.typeutils.base.array.LongPrimitiveArraySerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.streaming.api.TimerService;
import org.jspecify.annotations.Nullable;

/**
 * What an operator remembers of things until the horizon has passed the day on which each was last
 * seen.
 *
 * <p>Many things share a key of the operator, its {@linkplain #group group}. Of a group, some six
 * share an entry of the state ({@link Cell}), and of each entry it is known from which day on its
 * things were seen ({@link CellDays}), a byte or two. So nothing stands in state for a thing but
 * itself, and on a day those entries are read in which something may end, and no others. Each group
 * has one timer: when the first of its things is to be dropped. A further entry is added, and takes
 * its share of another, whenever one has become large.
 *
 * @param <V> what is remembered of one
 */
public final class Remembered<V> {
  /** Many enough to be dealt evenly to all instances, few enough that their timers cost nothing. */
  private static final int GROUPS = 1_024;

  /** A larger cell makes the table grow. */
  private static final int LARGE = 10;

  private static final MapStateDescriptor<Integer, Cell> CELLS =
      new MapStateDescriptor<>("cells", IntSerializer.INSTANCE, new Cell.Serializer());

  private static final ValueStateDescriptor<CellDays> DAYS =
      new ValueStateDescriptor<>("days-of-cells", new CellDays.Serializer());

  /**
   * Of a group as it was saved before things shared entries: the {@link #memory}, and when the
   * timer is due.
   */
  private static final ValueStateDescriptor<long[]> ENDS =
      new ValueStateDescriptor<>("ends-of-life", LongPrimitiveArraySerializer.INSTANCE);

  private final Horizon horizon;
  private final ToLongFunction<V> lastDay;
  private final TypeSerializer<V> serializer;
  private final MapState<Integer, Cell> cells;
  private final ValueState<CellDays> days;

  /** Things as they were saved before they shared entries. */
  private final MapState<String, V> saved;

  private final ValueState<long[]> savedEnds;

  /**
   * Makes it for one instance of an operator.
   *
   * @param things under which name things were saved before they shared entries, and how each is
   *     written, then and now
   * @param lastDay the UTC day, since 1970, on which a thing was last seen
   */
  public Remembered(
      RuntimeContext context,
      Horizon horizon,
      MapStateDescriptor<String, V> things,
      ToLongFunction<V> lastDay) {
    this.horizon = horizon;
    this.lastDay = lastDay;
    serializer = things.getValueSerializer();
    cells = context.getMapState(CELLS);
    days = context.getState(DAYS);
    saved = context.getMapState(things);
    savedEnds = context.getState(ENDS);
  }

  /** Returns the key under which a thing is remembered. */
  public static Integer group(String id) {
    return Math.floorMod(id.hashCode(), GROUPS);
  }

  /** Returns what is remembered of a thing, or null. */
  public @Nullable V find(String id) throws Exception {
    byte @Nullable [] bytes = cell(days().cellOf(hash(id))).get(id);
    return bytes == null ? null : read(bytes);
  }

  /**
   * Returns a number that all things have in common that come to be known from now on and until the
   * next is dropped: 0 until the first is, then the last day of which any of the group was dropped,
   * or a later one where that number was given before, since the stream's clock begins anew with
   * each run.
   */
  public long memory() throws Exception {
    return days().memory();
  }

  /** Remembers a thing, in place of what was remembered of it. */
  public void put(String id, V value, TimerService timers) throws Exception {
    CellDays before = days();
    CellDays now = put(id, value, before);
    long day = lastDay.applyAsLong(value);
    if (day < now.next()) {
      timers.registerEventTimeTimer(horizon.endOf(day));
      now = now.next(day);
    }
    if (!now.equals(before)) {
      days.update(now);
    }
  }

  /** Drops what the horizon has passed, when the timer is due; returns how much that was. */
  public int forget(TimerService timers) throws Exception {
    long last = horizon.lastPast(timers.currentWatermark());
    CellDays now = days();
    int dropped = 0;
    for (int number = 0; number < now.cells(); number++) {
      if (now.first().get(number) <= last) {
        Cell before = cell(number);
        Cell left = before.keeping(id -> dayOf(before, id) > last);
        dropped += before.size() - left.size();
        put(number, left);
        now = now.with(number, earliest(left));
      }
    }
    if (now.earliest() != CellDays.NEVER) {
      timers.registerEventTimeTimer(horizon.endOf(now.earliest()));
    }
    long memory = dropped == 0 ? now.memory() : Math.max(now.memory() + 1, last);
    days.update(now.memory(memory).next(now.earliest()));
    return dropped;
  }

  private CellDays put(String id, V value, CellDays before) throws Exception {
    int number = before.cellOf(hash(id));
    Cell cell = cell(number).with(id, written(value));
    put(number, cell);
    CellDays now = before.seen(number, lastDay.applyAsLong(value));
    return cell.size() > LARGE ? part(now) : now;
  }

  /** Adds a cell, which takes its share of another. */
  private CellDays part(CellDays before) throws Exception {
    int parted = before.parted();
    int added = before.cells();
    CellDays now = before.parted(CellDays.NEVER);
    Cell whole = cell(parted);
    Cell rest = whole.keeping(id -> now.cellOf(hash(id)) == parted);
    Cell share = whole.keeping(id -> now.cellOf(hash(id)) == added);
    put(parted, rest);
    put(added, share);
    return now.with(parted, earliest(rest)).with(added, earliest(share));
  }

  /** Returns what is known of the group, after its things share entries if they didn't yet. */
  private CellDays days() throws Exception {
    @Nullable CellDays known = days.value();
    if (known != null) {
      return known;
    }
    long @Nullable [] ends = savedEnds.value();
    if (ends == null) {
      return CellDays.NONE;
    }
    CellDays now = CellDays.NONE.memory(ends[0]);
    for (Map.Entry<String, V> thing : saved.entries()) {
      now = put(thing.getKey(), thing.getValue(), now);
    }
    now = now.next(now.earliest()); // its timer was saved too
    days.update(now);
    saved.clear();
    savedEnds.clear();
    return now;
  }

  private Cell cell(int number) throws Exception {
    @Nullable Cell cell = cells.get(number);
    return cell == null ? Cell.EMPTY : cell;
  }

  private void put(int number, Cell cell) throws Exception {
    if (cell.size() == 0) {
      cells.remove(number);
    } else {
      cells.put(number, cell);
    }
  }

  private long earliest(Cell cell) {
    return cell.things().keySet().stream()
        .mapToLong(id -> dayOf(cell, id))
        .min()
        .orElse(CellDays.NEVER);
  }

  private long dayOf(Cell cell, String id) {
    byte @Nullable [] bytes = cell.get(id);
    return bytes == null ? CellDays.NEVER : lastDay.applyAsLong(read(bytes));
  }

  private byte[] written(V value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(128);
    serializer.serialize(value, out);
    return out.getCopyOfBuffer();
  }

  private V read(byte[] bytes) {
    try {
      return serializer.deserialize(new DataInputDeserializer(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("a thing must be readable as it was written", e);
    }
  }

  /** Spreads ids whose group is the same: so their hash codes have their lowest bits in common. */
  private static int hash(String id) {
    int hash = id.hashCode() * 0x9e3779b9;
    return hash ^ (hash >>> 15);
  }
}
