package org.vigie.pipeline.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories against {@link TreeMap}; a failure names its seed. */
class SortedArrayMapTest {
  private static final int STEPS = 2_000;

  private final SortedArrayMap<String, Long> map = new SortedArrayMap<>();
  private final TreeMap<String, Long> expected = new TreeMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void isAfterEachStepWhatATreeMapIs(long seed) {
    Random random = new Random(seed);
    for (int step = 0; step < STEPS; step++) {
      String key = "k" + random.nextInt(40);
      long value = random.nextInt(9);
      switch (random.nextInt(9)) {
        case 0, 1, 2 -> assertThat(map.put(key, value)).isEqualTo(expected.put(key, value));
        case 3, 4 -> assertThat(map.remove(key)).isEqualTo(expected.remove(key));
        case 5 ->
            assertThat(map.merge(key, value, Long::sum))
                .isEqualTo(expected.merge(key, value, Long::sum));
        case 6 ->
            assertThat(map.keySet().removeIf(key::equals))
                .isEqualTo(expected.keySet().removeIf(key::equals));
        case 7 -> {
          map.replaceAll((name, count) -> count + name.length());
          expected.replaceAll((name, count) -> count + name.length());
        }
        default -> {
          if (random.nextInt(30) == 0) {
            map.clear();
            expected.clear();
          }
        }
      }
      requireAlike(key);
    }
  }

  private void requireAlike(String key) {
    assertThat(map.get(key)).isEqualTo(expected.get(key));
    assertThat(map.containsKey(key)).isEqualTo(expected.containsKey(key));
    assertThat(List.copyOf(map.entrySet())).isEqualTo(List.copyOf(expected.entrySet()));
    assertThat(map).isEqualTo(expected).hasSameHashCodeAs(expected).hasSize(expected.size());
    Map<String, Long> told = new LinkedHashMap<>();
    map.forEach(told::put);
    assertThat(told).isEqualTo(expected);
    if (!expected.isEmpty()) {
      assertThat(map.firstKey()).isEqualTo(expected.firstKey());
      assertThat(map.lastKey()).isEqualTo(expected.lastKey());
    }
  }

  @Test
  void changesByItselfWhenItIsACopy() {
    map.putAll(Map.of("one", 1L, "two", 2L, "three", 3L));
    SortedArrayMap<String, Long> copy = new SortedArrayMap<>(map);
    map.put("one", 7L);
    map.remove("two");
    copy.put("four", 4L);

    assertThat(map).isEqualTo(Map.of("one", 7L, "three", 3L));
    assertThat(copy).isEqualTo(Map.of("one", 1L, "two", 2L, "three", 3L, "four", 4L));
    assertThat(new SortedArrayMap<>(new SortedArrayMap<String, Long>())).isEmpty();
  }

  @Test
  void copiesAMapOfAnotherKindAndHandsOnOneOfItsOwn() {
    Map<String, Long> other = new HashMap<>(Map.of("two", 2L, "one", 1L));

    assertThat(SortedArrayMap.of(other)).isEqualTo(other).isNotSameAs(other);
    assertThat(SortedArrayMap.of(map)).isSameAs(map);
  }

  @Test
  void hasNoSmallestKeyWhenItIsEmpty() {
    assertThatThrownBy(map::firstKey).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(map::lastKey).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> map.entrySet().iterator().next())
        .isInstanceOf(NoSuchElementException.class);
  }
}
