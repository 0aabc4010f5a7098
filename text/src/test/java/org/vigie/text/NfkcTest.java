package org.vigie.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NfkcTest {
  @Test
  void isJavasOwnWhereNoMoreThanThirtyMarksStandInARow() {
    Random random = new Random(20_261_126L);
    for (int round = 0; round < 2_000; round++) {
      String text = HostileText.random(random, 30);

      assertThat(Nfkc.of(text)).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFKC));
    }
    String thirty = "a" + "\u0301\u0323".repeat(15) + "b";
    assertThat(Nfkc.of(thirty)).isEqualTo(Normalizer.normalize(thirty, Normalizer.Form.NFKC));
  }

  @Test
  void partsMoreMarksThanAnyLanguageWrites() {
    assertThat(Nfkc.of("a" + "\u0323".repeat(31)))
        .isEqualTo("\u1EA1" + "\u0323".repeat(29) + "\u034F\u0323");
    String stem = "\uD834\uDD65"; // a mark beyond the first plane
    assertThat(Nfkc.of("a" + stem.repeat(31))).isEqualTo("a" + stem.repeat(30) + "\u034F" + stem);
  }

  @Test
  void takesAMillionMarksInTimeThatGrowsWithTheirNumber() {
    String marks = "a" + "\u0301\u0323".repeat(500_000);

    // A linear pass takes a fraction of a second; to sort them all takes minutes.
    String form = ProcessorTime.within(Duration.ofSeconds(30), () -> Nfkc.of(marks));

    assertThat(form.codePoints().filter(c -> c == 0x0301 || c == 0x0323).count())
        .isBetween(990_000L, 1_000_000L);
  }
}
