package org.vigie.pipeline.neardup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashSortTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void sortsAsAnyNumbersAreSorted(long seed) {
    Random random = new Random(seed);
    for (int length = 0; length < 300; length++) {
      agrees(seed, length, () -> random.nextLong() >>> 1);
      agrees(seed, length, () -> random.nextLong(1 + random.nextInt(100)));
      agrees(seed, length, () -> Long.MAX_VALUE - random.nextInt(5));
    }
    agrees(seed, 70_000, () -> random.nextLong() >>> 1);
  }

  /** So many in one place would take a day if each were put before the others one by one. */
  @ParameterizedTest
  @ValueSource(ints = {33, 3_000_000})
  void sortsNumbersThatCrowdInOnePlace(int length) {
    long[] falling = LongStream.range(0, length).map(i -> length - i).toArray();

    HashSort.sort(falling);

    assertThat(falling).isEqualTo(LongStream.rangeClosed(1, length).toArray());
  }

  private static void agrees(long seed, int length, LongSupplier hashes) {
    long[] sorted = LongStream.generate(hashes).limit(length).toArray();
    long[] expected = sorted.clone();
    Arrays.sort(expected);

    HashSort.sort(sorted);

    assertThat(sorted).as("seed %d, length %d", seed, length).isEqualTo(expected);
  }
}
