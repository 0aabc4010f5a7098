package org.vigie.pipeline.neardup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
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

  @Test
  void isReadFromStateOfAnEarlierRelease() throws IOException {
    byte[] signature = written(new long[] {1, 2, 3});
    String digits =
        "02" + "610123456789abcdef0123" + "d4bf02" + "e001" + HexFormat.of().formatHex(signature);

    assertThat(ReadBack.ofEarlier(new Representative.Serializer(), digits))
        .usingRecursiveComparison()
        .isEqualTo(Representative.ofEarlierRelease("a-0123456789abcdef0123", 20_458, signature));
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
}
