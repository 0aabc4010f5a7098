package org.vigie.capture.extract.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vigie.text.ProcessorTime;

class SaidWordsTest {
  private static final SaidWords SAID =
      SaidWords.of("A table of oak.\nNinety by two hundred\ncentimetres");

  @Test
  void findsASentenceHoweverItsLinesAreBroken() {
    assertThat(SAID.unsaid("A table of\noak. Ninety by two hundred centimetres.")).isEmpty();
  }

  @Test
  void returnsTheSentencesThatSayMore() {
    assertThat(SAID.unsaid("A table of oak. A table of ash. Ring +44 7700 900318"))
        .isEqualTo("A table of ash.\nRing +44 7700 900318");
  }

  @Test
  void looksLongTextsUpInTimeThatGrowsWithThem() {
    String text = "a ".repeat(300_000);

    ProcessorTime.within(
        Duration.ofSeconds(5), () -> SaidWords.of(text + "b").unsaid(text + "\n" + text + "c"));
  }
}
