package org.vigie.pipeline.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.SavepointType;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random days of random things, with restarts, beside plain maps. */
class RememberedTest {
  private static final Horizon HORIZON = new Horizon(10);
  private static final int DAYS = 80;

  private static final MapStateDescriptor<String, Long> THINGS =
      new MapStateDescriptor<>("things", new IdSerializer(), LongSerializer.INSTANCE);

  private static final Map<Integer, String> IDS = new HashMap<>();

  /** A thing that is seen on a day. */
  private record Seen(String id, long day) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void remembersWhatPlainMapsRemember(long seed) throws Exception {
    Random random = new Random(seed);
    Plain plain = new Plain();
    OperatorSubtaskState saved = null;
    // Few groups, so that each has more things than one entry holds, and some come back.
    int things = 20 + random.nextInt(600);
    for (int day = 0, run = 1; day < DAYS; run++) {
      try (var operator = harness(new Keeper())) {
        if (saved != null) {
          operator.initializeState(saved);
        }
        operator.open();
        for (int end = day + 1 + random.nextInt(20); day < end; day++) {
          for (int i = random.nextInt(60); i > 0; i--) {
            long late = random.nextInt(4) == 0 ? random.nextInt(15) : 0;
            Seen seen = new Seen(id(random.nextInt(things)), Math.max(0, day - late));
            operator.processElement(seen, 0);
            plain.add(seen);
          }
          operator.processWatermark(new Watermark(Duration.ofDays(day + 1L).toMillis()));
          plain.forget(HORIZON.lastPast(Duration.ofDays(day + 1L).toMillis()));
          assertThat(told(operator)).as("seed %d, day %d", seed, day).isEqualTo(plain.told());
        }
        saved = operator.snapshot(run, run);
      }
    }
    try (var operator = harness(new Keeper())) {
      operator.initializeState(saved);
      operator.open();
      operator.processWatermark(new Watermark(Duration.ofDays(2 * DAYS).toMillis()));
      plain.forget(2 * DAYS);
      assertThat(told(operator)).isEqualTo(plain.told());
      assertThat(operator.numEventTimeTimers()).isZero();
      assertThat(operator.numKeyedStateEntries()).as("days of groups").isEqualTo(plain.groups());
    }
  }

  @Test
  void goesOnFromWhatWasSavedBeforeThingsSharedEntries() throws Exception {
    Plain plain = new Plain();
    OperatorSubtaskState saved;
    try (var operator = harness(new EarlierKeeper())) {
      operator.open();
      for (int i = 0; i < 500; i++) {
        Seen seen = new Seen(id(i), i / 25);
        operator.processElement(seen, 0);
        plain.add(seen);
      }
      operator.processWatermark(new Watermark(Duration.ofDays(15).toMillis()));
      plain.forget(HORIZON.lastPast(Duration.ofDays(15).toMillis()));
      told(operator);
      plain.told();
      saved = operator.snapshot(1, 1);
    }
    try (var operator = harness(new Keeper())) {
      operator.initializeState(saved);
      operator.open();
      for (int i = 0; i < 600; i += 3) {
        Seen seen = new Seen(id(i), 20);
        operator.processElement(seen, 0);
        plain.add(seen);
      }
      for (int day = 20; day < 40; day++) {
        operator.processWatermark(new Watermark(Duration.ofDays(day).toMillis()));
        plain.forget(HORIZON.lastPast(Duration.ofDays(day).toMillis()));
        assertThat(told(operator)).as("day %d", day).isEqualTo(plain.told());
      }
      assertThat(operator.numKeyedStateEntries()).as("days of groups").isEqualTo(plain.groups());
    }
  }

  @Test
  void takesLessStateThanItDid() throws Exception {
    List<Long> sizes = new ArrayList<>();
    for (var keeper : List.of(new EarlierKeeper(), new Keeper())) {
      try (var operator = harness(keeper)) {
        operator.open();
        for (int i = 0; i < 5_000; i++) {
          operator.processElement(new Seen(id(i), i / 100), 0);
        }
        sizes.add(
            operator
                .snapshotWithLocalState(
                    1, 1, SavepointType.savepoint(SavepointFormatType.CANONICAL))
                .getJobManagerOwnedState()
                .getStateSize());
      }
    }
    assertThat(sizes.getLast()).isLessThan(sizes.getFirst() * 9 / 10);
  }

  /** Returns an id whose group is one of eight: of some hundred tries each, so they are kept. */
  private static String id(int number) {
    return IDS.computeIfAbsent(
        number,
        unused -> {
          HexFormat hex = HexFormat.of();
          String start = "a-" + hex.toHexDigits(number, 10);
          return LongStream.iterate(0, salt -> salt + 1)
              .mapToObj(salt -> start + hex.toHexDigits(salt, 10))
              .filter(id -> Remembered.group(id) < 8)
              .findFirst()
              .orElseThrow();
        });
  }

  /** What is remembered, per group, by the plainest of means. */
  private static final class Plain {
    private final Map<Integer, Map<String, Long>> things = new HashMap<>();
    private final Map<Integer, Long> memories = new HashMap<>();
    private final Set<String> told = new HashSet<>();

    void add(Seen seen) {
      int group = Remembered.group(seen.id());
      Map<String, Long> ofGroup = things.computeIfAbsent(group, unused -> new HashMap<>());
      told.add(line(seen, ofGroup.get(seen.id()), memories.getOrDefault(group, 0L)));
      ofGroup.merge(seen.id(), seen.day(), Math::max);
    }

    void forget(long last) {
      for (Map.Entry<Integer, Map<String, Long>> group : things.entrySet()) {
        int before = group.getValue().size();
        group.getValue().values().removeIf(day -> day <= last);
        int dropped = before - group.getValue().size();
        if (dropped > 0) {
          memories.merge(group.getKey(), 0L, Long::sum);
          memories.computeIfPresent(group.getKey(), (key, memory) -> Math.max(memory + 1, last));
          told.add("dropped " + dropped + " of group " + group.getKey());
        }
      }
    }

    int groups() {
      return things.size();
    }

    Set<String> told() {
      Set<String> copy = Set.copyOf(told);
      told.clear();
      return copy;
    }
  }

  private static String line(Seen seen, @Nullable Long known, long memory) {
    return seen + " was known of " + known + " in memory " + memory;
  }

  private static Set<String> told(
      KeyedOneInputStreamOperatorTestHarness<Integer, Seen, String> operator) {
    Set<String> told = Set.copyOf(operator.extractOutputValues());
    operator.getOutput().clear();
    return told;
  }

  private static KeyedOneInputStreamOperatorTestHarness<Integer, Seen, String> harness(
      KeyedProcessFunction<Integer, Seen, String> keeper) throws Exception {
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new KeyedProcessOperator<>(keeper), seen -> Remembered.group(seen.id()), Types.INT);
  }

  /** Tells what was known of each thing that it is told of. */
  private static final class Keeper extends KeyedProcessFunction<Integer, Seen, String> {
    private transient Remembered<Long> known;

    @Override
    public void open(OpenContext context) {
      known = new Remembered<>(getRuntimeContext(), HORIZON, THINGS, day -> day);
    }

    @Override
    public void processElement(Seen seen, Context context, Collector<String> out) throws Exception {
      @Nullable Long before = known.find(seen.id());
      out.collect(line(seen, before, known.memory()));
      long day = before == null ? seen.day() : Math.max(before, seen.day());
      known.put(seen.id(), day, context.timerService());
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<String> out) throws Exception {
      int dropped = known.forget(context.timerService());
      if (dropped > 0) {
        out.collect("dropped " + dropped + " of group " + context.getCurrentKey());
      }
    }
  }

  /** The same as it was. */
  private static final class EarlierKeeper extends KeyedProcessFunction<Integer, Seen, String> {
    private transient EarlierRemembered<Long> known;

    @Override
    public void open(OpenContext context) {
      known = new EarlierRemembered<>(getRuntimeContext(), HORIZON, THINGS, day -> day);
    }

    @Override
    public void processElement(Seen seen, Context context, Collector<String> out) throws Exception {
      @Nullable Long before = known.find(seen.id());
      out.collect(line(seen, before, known.memory()));
      long day = before == null ? seen.day() : Math.max(before, seen.day());
      known.put(seen.id(), day, context.timerService());
    }

    @Override
    public void onTimer(long time, OnTimerContext context, Collector<String> out) throws Exception {
      int dropped = known.forget(context.timerService());
      if (dropped > 0) {
        out.collect("dropped " + dropped + " of group " + context.getCurrentKey());
      }
    }
  }
}
