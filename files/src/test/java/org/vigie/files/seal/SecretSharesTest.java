package org.vigie.files.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.files.seal.SecretShares.Share;

class SecretSharesTest {
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * The products that FIPS 197 works out in section 4.2, and the inverse of its S-box's example.
   */
  @Test
  void multipliesAsTheStandardDoes() {
    assertThat(SecretShares.times(0x57, 0x83)).isEqualTo(0xc1);
    assertThat(SecretShares.times(0x57, 0x13)).isEqualTo(0xfe);
    assertThat(SecretShares.times(0x57, 0x02)).isEqualTo(0xae);
    assertThat(SecretShares.times(0x57, 0x10)).isEqualTo(0x07);
    assertThat(SecretShares.inverse(0x53)).isEqualTo(0xca);
    for (int a = 1; a < 256; a++) {
      assertThat(SecretShares.times(a, SecretShares.inverse(a))).isEqualTo(1);
    }
  }

  /** Worked out by hand: the line 0x57 + 0x83 x has 0x57 ^ 0x83 at 1 and 0x57 ^ 0x1d at 2. */
  @Test
  void joinsTwoPointsOfALineThatWasDrawnByHand() {
    Share one = new Share(1, new byte[] {(byte) 0xd4});
    Share two = new Share(2, new byte[] {0x4a});
    assertThat(SecretShares.join(List.of(one, two))).containsExactly(0x57);
  }

  @Test
  void anyTwoOfThreeGiveItBackAndOneIsRefusedTwice() {
    byte[] secret = SealingKey.random().getBytes(StandardCharsets.US_ASCII);
    for (int run = 0; run < 200; run++) {
      List<Share> all = SecretShares.split(secret, 3, 2, RANDOM);
      for (List<Integer> two : List.of(List.of(0, 1), List.of(0, 2), List.of(2, 1))) {
        assertThat(SecretShares.join(two.stream().map(all::get).toList())).isEqualTo(secret);
      }
      assertThat(SecretShares.join(all)).isEqualTo(secret);
    }
    Share one = SecretShares.split(secret, 2, 2, RANDOM).getFirst();
    assertThatThrownBy(() -> SecretShares.join(List.of(one, one)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void threeOfFiveGiveItBackAndTwoDoNot() {
    byte[] secret = new byte[32];
    RANDOM.nextBytes(secret);
    List<Share> all = SecretShares.split(secret, 5, 3, RANDOM);
    assertThat(SecretShares.join(List.of(all.get(4), all.get(0), all.get(2)))).isEqualTo(secret);
    assertThat(SecretShares.join(all.subList(0, 2))).isNotEqualTo(secret);
  }

  /**
   * Every secret is behind a share by exactly one choice of chance: who has one alone knows as much
   * as who has none. All 256 secrets and 256 chances are gone through.
   */
  @Test
  void oneShareAloneTellsNothing() {
    for (int number : new int[] {1, 2, 255}) {
      int[][] ways = new int[256][256];
      for (int secret = 0; secret < 256; secret++) {
        for (int chance = 0; chance < 256; chance++) {
          byte[] share =
              SecretShares.split(new byte[] {(byte) secret}, 255, 2, new Fixed(chance))
                  .get(number - 1)
                  .bytes();
          ways[secret][share[0] & 0xff]++;
        }
      }
      assertThat(Arrays.stream(ways).flatMapToInt(Arrays::stream)).containsOnly(1);
    }
  }

  /** Chance that is known. */
  private static final class Fixed extends SecureRandom {
    private static final long serialVersionUID = 1;
    private final int value;

    Fixed(int value) {
      this.value = value;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      Arrays.fill(bytes, (byte) value);
    }
  }

  @Test
  void isNoShareOfFewerThanTwo() {
    assertThatThrownBy(() -> SecretShares.split(new byte[1], 2, 1, RANDOM))
        .hasMessageContaining("2 to all must be needed");
    assertThatThrownBy(() -> new Share(0, HexFormat.of().parseHex("00")))
        .hasMessageContaining("must be in [1, 255]");
  }
}
