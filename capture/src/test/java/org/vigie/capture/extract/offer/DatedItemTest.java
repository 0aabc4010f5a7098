package org.vigie.capture.extract.offer;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatedItemTest {
  private static boolean tells(String cell) {
    String row = "<table><tr><td>House by the mill</td><td>Testham</td><td>%s</td></tr></table>";
    return DatedItem.tells(Jsoup.parse(row.formatted(cell)).expectFirst("tr"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12 Nov",
        "Nov 12",
        "3. Dezember 2026",
        "12 нояб.",
        "1 грудня",
        "12 listopada",
        "5 févr.",
        "9 ديسمبر"
      })
  void takesADayOfAMonthForADate(String cell) {
    assertThat(tells(cell)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12 rooms",
        "3 beds",
        "Room 12",
        "12 Zimmer",
        "2 chambres",
        "3 комнаты",
        "12 tháng"
      })
  void takesANumberOfThingsForNone(String cell) {
    assertThat(tells(cell)).isFalse();
  }
}
