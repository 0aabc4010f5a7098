package org.vigie.pipeline.neardup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MinHashTest {
  private final MinHash minHash = new MinHash(128);

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.35, 0.5, 0.8, 1.0})
  void estimatesTheJaccardSimilarityOfTwoSets(double jaccard) {
    SplittableRandom random = new SplittableRandom(7);
    double sum = 0;
    int pairs = 200;
    for (int pair = 0; pair < pairs; pair++) {
      // Two sets of 200 with s in common have Jaccard s / (400 - s).
      int shared = (int) Math.round(400 * jaccard / (1 + jaccard));
      long[] common = random.longs(shared).toArray();
      sum +=
          Overlap.similarity(
              minHash.signature(with(common, random.longs(200 - shared))),
              minHash.signature(with(common, random.longs(200 - shared))));
    }

    // The mean of 200 estimates has a standard error of at most 0.044 / sqrt(200).
    assertThat(sum / pairs).isCloseTo(jaccard, within(0.015));
  }

  @Test
  void givesTheSameSignatureWhateverTheOrderAndRepeats() {
    assertThat(minHash.signature(new long[] {1, 2, 3}))
        .isEqualTo(minHash.signature(new long[] {3, 1, 2, 2}));
  }

  @Test
  void refusesTheEmptySet() {
    assertThatThrownBy(() -> minHash.signature(new long[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one shingle");
  }

  @Test
  void keepsItsFunctionsFromReleaseToRelease() {
    // Signatures and buckets stand in saved state: if these numbers change, so must the operators'
    // uids.
    assertThat(new MinHash(4).signature(Shingles.of(List.of("a", "b"), 2)))
        .containsExactly(-1067727600, -676106720, -969104160, 1824495248);
    assertThat(MinHash.bucket(new int[] {16, 32, 48, 64}, 0, 4)).isEqualTo(5813527235721324344L);
  }

  private static long[] with(long[] common, LongStream more) {
    return LongStream.concat(Arrays.stream(common), more).toArray();
  }
}
