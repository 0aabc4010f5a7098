package org.vigie.pipeline.neardup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.pipeline.state.ReadBack;

class CoarseSignatureTest {
  private final MinHash minHash = new MinHash(128);

  @Test
  void isReadAsItIsWrittenWithEachRegion() {
    int[] signature = new Random(3).ints(127).toArray();
    int[] read = CoarseSignature.read(CoarseSignature.write(signature));

    assertThat(read).isEqualTo(CoarseSignature.of(signature));
    assertThat(CoarseSignature.of(read)).isEqualTo(read);
    assertThat(Arrays.stream(read).map(Region::of).toArray())
        .isEqualTo(Arrays.stream(signature).map(Region::of).toArray());
  }

  @Test
  void keepsTheOrderOfHashes() {
    int[] hashes = new Random(4).ints(100_000).map(Region::without).toArray();
    hashes[0] = Region.without(Integer.MAX_VALUE);
    hashes[1] = Integer.MIN_VALUE;
    Arrays.sort(hashes);

    assertThat(CoarseSignature.of(hashes)).isSorted();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.25, 0.5, 1.0})
  void estimatesTheJaccardSimilarityOfTwoSetsAsWell(double jaccard) {
    SplittableRandom random = new SplittableRandom(7);
    double sum = 0;
    int pairs = 200;
    for (int pair = 0; pair < pairs; pair++) {
      int shared = (int) Math.round(400 * jaccard / (1 + jaccard));
      long[] common = random.longs(shared).toArray();
      sum +=
          CoarseSignature.similarity(
              written(with(common, random.longs(200 - shared))),
              written(with(common, random.longs(200 - shared))));
    }

    assertThat(sum / pairs).isCloseTo(CoarseSignature.atLeast(jaccard), within(0.015));
  }

  @Test
  void takesFewBytesInState() throws IOException {
    Representative advert =
        new Representative(
            "a-0123456789abcdef0123", 20_458, 1_234_567, written(new long[] {1, 2, 3}));

    ReadBack.isTheSame(new Representative.Serializer(), advert);
    assertThat(ReadBack.size(new Representative.Serializer(), advert)).isEqualTo(224 + 20);
  }

  @Test
  void readsAnAdvertOfTheLayoutWithoutSets() throws IOException {
    byte[] signature = written(new long[] {1, 2, 3});
    String digits =
        "02" + "610123456789abcdef0123" + "d4bf02" + "e001" + HexFormat.of().formatHex(signature);

    assertThat(ReadBack.ofEarlier(new Representative.Serializer(), digits))
        .usingRecursiveComparison()
        .isEqualTo(
            new Representative(
                "a-0123456789abcdef0123", 20_458, Representative.OF_ITS_OWN, signature));
  }

  @Test
  void readsWhatTheFirstLayoutHeldAsIfItHadWrittenItItself() {
    int[] signature = new Random(5).ints(128).map(hash -> hash >>> 8 ^ Integer.MIN_VALUE).toArray();
    byte[] first = new byte[2 * signature.length];
    for (int i = 0; i < signature.length; i++) {
      int value = Region.without(signature[i]) ^ Integer.MIN_VALUE;
      int exponent = 31 - Integer.numberOfLeadingZeros(value);
      int code = exponent < 17 ? value >>> 9 : exponent - 16 << 8 | value >>> exponent - 8 & 0xff;
      int both = code << 4 | Region.of(signature[i]);
      first[2 * i] = (byte) (both >>> 8);
      first[2 * i + 1] = (byte) both;
    }

    assertThat(CoarseSignature.ofFirstLayout(first)).isEqualTo(CoarseSignature.write(signature));
  }

  private byte[] written(long[] shingles) {
    return CoarseSignature.write(minHash.signature(shingles));
  }

  private static long[] with(long[] common, LongStream more) {
    return LongStream.concat(Arrays.stream(common), more).toArray();
  }
}
