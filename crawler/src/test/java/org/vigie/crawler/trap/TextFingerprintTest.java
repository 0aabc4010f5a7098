package org.vigie.crawler.trap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextFingerprintTest {
  private static final String TEXT =
      new Random(7)
          .ints(400, 0, 300)
          .mapToObj(TextFingerprintTest::word)
          .collect(Collectors.joining(" "));

  /** A word of letters: digits don't count. */
  private static String word(int number) {
    return "" + (char) ('a' + number % 26) + (char) ('a' + number / 26) + "word";
  }

  @Test
  void isTheSameForTextsThatDifferInDigitsAndCase() {
    assertThat(TextFingerprint.of(TEXT + " 24 November"))
        .isEqualTo(TextFingerprint.of(TEXT.toUpperCase(java.util.Locale.ROOT) + " 25 november"));
  }

  @Test
  void isNearForATextWithOneWordMore() {
    assertThat(TextFingerprint.of(TEXT).isNear(TextFingerprint.of(TEXT + " hotel"))).isTrue();
  }

  @Test
  void isFarForAnotherText() {
    String other = TEXT.replace('a', 'z').replace("word", "sail");

    assertThat(TextFingerprint.of(TEXT).isNear(TextFingerprint.of(other))).isFalse();
  }

  /** Bits that are set in half of the hashes are not set; of one hash, all of its own are. */
  @Test
  void setsTheBitsThatMoreThanHalfOfThePairsHave() {
    long one = TextFingerprint.of("kitchen").bits();
    long pair = TextFingerprint.of("kitchen help").bits();

    assertThat(one).isNotZero();
    assertThat(pair & ~one).as("two hashes: a bit needs both").isZero();
    assertThat(TextFingerprint.of("").bits()).isZero();
  }
}
