package org.vigie.capture.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LesserHeadingTest {
  private static final String PAGE =
      "<h1>Testham Board</h1><h2>News</h2><h3>Room to let</h3><h2>Room to let in May</h2>";

  @ParameterizedTest
  @CsvSource({
    "Room to let - Testham Board, Room to let",
    "News - Testham Board, ''",
    "Testham Board, ''"
  })
  void isTheFirstOfSomeWordsThatTheTitleBeginsWith(String title, String heading) {
    assertThat(LesserHeading.of(Jsoup.parse(PAGE), title)).isEqualTo(heading);
  }

  @ParameterizedTest
  @CsvSource({"Room to let, 'Room to let, Testham'", "Room, ''"})
  void isTheFirstThatATitleIsCutFrom(String title, String heading) {
    String page = "<h1>Board</h1><h2>Room to let, Testham</h2>";

    assertThat(LesserHeading.of(Jsoup.parse(page), title)).isEqualTo(heading);
  }
}
