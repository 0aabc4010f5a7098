package org.vigie.pipeline.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.state.MapState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InPlaceMapTest {
  /** Beside a map whose values are never shared, with checkpoints that are looked at at the end. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void leavesWhatACheckpointHoldsAsItWas(long seed) throws Exception {
    Random random = new Random(seed);
    Shared<List<Integer>> shared = new Shared<>();
    InPlaceMap<List<Integer>> map = new InPlaceMap<>(shared, ArrayList::new);
    Map<String, List<Integer>> plain = new HashMap<>();
    List<Map<String, List<Integer>>> held = new ArrayList<>();
    List<Map<String, List<Integer>>> expected = new ArrayList<>();
    for (int step = 0; step < 5_000; step++) {
      String key = "key " + random.nextInt(20);
      switch (random.nextInt(20)) {
        case 0 -> {
          map.remove(key);
          plain.remove(key);
        }
        case 1 -> {
          held.add(new HashMap<>(shared.values)); // as Flink copies it, by reference
          expected.add(deepCopy(plain));
          map.saved();
        }
        default -> {
          @Nullable List<Integer> known = map.take(key);
          List<Integer> value = known == null ? new ArrayList<>() : known;
          value.add(step);
          map.put(key, value);
          plain.computeIfAbsent(key, unused -> new ArrayList<>()).add(step);
        }
      }
      assertThat(map.look(key)).as("seed %d, step %d", seed, step).isEqualTo(plain.get(key));
    }

    assertThat(held).as("seed %d", seed).hasSizeGreaterThan(100).isEqualTo(expected);
  }

  private static Map<String, List<Integer>> deepCopy(Map<String, List<Integer>> map) {
    Map<String, List<Integer>> copy = new HashMap<>();
    map.forEach((key, value) -> copy.put(key, List.copyOf(value)));
    return copy;
  }

  /** Gives out what it holds, as Flink's state on the heap does. */
  private static final class Shared<V> implements MapState<String, V> {
    final Map<String, V> values = new HashMap<>();

    @Override
    public @Nullable V get(String key) {
      return values.get(key);
    }

    @Override
    public void put(String key, V value) {
      values.put(key, value);
    }

    @Override
    public void putAll(Map<String, V> map) {
      values.putAll(map);
    }

    @Override
    public void remove(String key) {
      values.remove(key);
    }

    @Override
    public boolean contains(String key) {
      return values.containsKey(key);
    }

    @Override
    public Iterable<Map.Entry<String, V>> entries() {
      return values.entrySet();
    }

    @Override
    public Iterable<String> keys() {
      return values.keySet();
    }

    @Override
    public Iterable<V> values() {
      return values.values();
    }

    @Override
    public Iterator<Map.Entry<String, V>> iterator() {
      return values.entrySet().iterator();
    }

    @Override
    public boolean isEmpty() {
      return values.isEmpty();
    }

    @Override
    public void clear() {
      values.clear();
    }
  }
}
