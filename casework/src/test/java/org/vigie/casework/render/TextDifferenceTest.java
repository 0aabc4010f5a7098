package org.vigie.casework.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextDifferenceTest {
  @Test
  void marksTheWordsThatDifferAmongThoseAroundThem() {
    assertThat(
            TextDifference.of("hotel staff wanted in Lyon now", "hotel staff wanted in Nice now"))
        .isEqualTo("hotel staff wanted in [-Lyon-] {+Nice+} now");
  }

  @Test
  void leavesOutWhatIsTheSameForLong() {
    String same = "one two three four five six seven eight nine ten eleven twelve";

    assertThat(TextDifference.of("a " + same + " b " + same, "x " + same + " " + same))
        .isEqualTo(
            "[-a-] {+x+} one two three four … nine ten eleven twelve [-b-] one two three four …");
  }

  @Test
  void findsNoneWhereOnlySpaceDiffers() {
    assertThat(TextDifference.of("one  two\n", "one two")).isEmpty();
    assertThat(TextDifference.of("", "")).isEmpty();
  }

  @Test
  void showsWhatWasAddedToNothing() {
    assertThat(TextDifference.of("", "one two")).isEqualTo("{+one two+}");
  }

  @Test
  void staysShortAndQuickWhateverTheTexts() {
    SplittableRandom random = new SplittableRandom(7);
    String one = words(random, 200_000);
    String other = words(random, 200_000);

    long start = System.nanoTime();
    String difference = TextDifference.of(one, other);

    assertThat(difference.length()).isLessThanOrEqualTo(2_001);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  private static String words(SplittableRandom random, int count) {
    return random.ints(count, 0, 50).mapToObj(n -> "w" + n).collect(Collectors.joining(" "));
  }
}
