package org.vigie.casework.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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

  /** It would take hours to compare all. */
  @Test
  @Timeout(300)
  void staysShortAndQuickWhateverTheTexts() {
    SplittableRandom random = new SplittableRandom(7);
    String one = words(random, 200_000);
    String other = words(random, 200_000);

    String difference = TextDifference.of(one, other);

    assertThat(difference.length()).isLessThanOrEqualTo(2_001);
    assertThat(difference).isEqualTo(TextDifference.of(begin(one), begin(other)));
  }

  private static String begin(String text) {
    return String.join(" ", List.of(text.split(" ")).subList(0, TextDifference.MAX_WORDS));
  }

  private static String words(SplittableRandom random, int count) {
    return random.ints(count, 0, 50).mapToObj(n -> "w" + n).collect(Collectors.joining(" "));
  }
}
