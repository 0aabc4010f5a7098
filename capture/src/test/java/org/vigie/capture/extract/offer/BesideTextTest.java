package org.vigie.capture.extract.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BesideTextTest {
  @Test
  void isWhatNeitherTextNorTitleSays() {
    String whole = "Oak table\nTestham\n700 €\nAn invented table of oak.";

    BesideText beside = BesideText.of(whole, "An invented table of oak.", "Oak table");

    assertThat(beside).isEqualTo(new BesideText("Testham · 700 €", "700 €"));
  }

  @Test
  void looksForSomeHundredLinesAndNoMore() {
    String said =
        IntStream.range(0, 2_000).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));

    assertThat(BesideText.of("Testham\n" + said, said, "").text()).isEqualTo("Testham");
    assertThat(BesideText.of(said + "\nTestham", said, "").text()).isEmpty();
  }
}
