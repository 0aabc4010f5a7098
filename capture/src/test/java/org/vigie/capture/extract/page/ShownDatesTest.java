package org.vigie.capture.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownDatesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ro | « Răspuns #1 : 12 Mai 2022, 21:17:02 » | 2022-05-12T21:17:02Z",
        "es | 3 de marzo de 2024, 09:05 | 2024-03-03T09:05:00Z",
        "en | Tue May 2, 2023 10:12 pm | 2023-05-02T22:12:00Z",
        "de | 5. März 2021 | 2021-03-05T00:00:00Z",
        "fr | Posté le 1er août 2020 à 12:01 | 2020-08-01T12:01:00Z",
        "ru | 14 марта 2024 г., 18:40 | 2024-03-14T18:40:00Z",
        "de | 02.01.2024 08:30 | 2024-01-02T08:30:00Z",
        "'' | 2024/02/14 12:00 AM | 2024-02-14T00:00:00Z"
      })
  void readsADayAndItsTimeAsPeopleWriteThem(String language, String shown, Instant expected) {
    assertThat(ShownDates.of(language, List.of(shown)).find(shown)).isEqualTo(expected);
  }

  @Test
  void learnsFromAPagesOtherDatesWhetherTheMonthComesFirst() {
    String unsure = "03-12-2023, 01:40 PM";

    assertThat(ShownDates.of("en", List.of(unsure, "03-13-2023")).find(unsure))
        .isEqualTo(Instant.parse("2023-03-12T13:40:00Z"));
    assertThat(ShownDates.of("en", List.of(unsure, "13-03-2023")).find(unsure))
        .isEqualTo(Instant.parse("2023-12-03T13:40:00Z"));
    assertThat(ShownDates.of("en", List.of(unsure)).find(unsure)).isNull();
    assertThat(ShownDates.of("en", List.of("31-01-2023", "01-31-2023")).find(unsure)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "en, 31 February 2024",
    "en, 12 sofas 2024",
    "en, call 555 0142",
    "en, yesterday 10:30"
  })
  void readsNothingElse(String language, String shown) {
    assertThat(ShownDates.of(language, List.of(shown)).find(shown)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Posted on 20 November 2026",
        "ru | 27 нояб.",
        "fr | 24 novembre, 19:08",
        "'' | 21/11/2026",
        "ko | 2026.11.28 07:55:01"
      })
  void tellsADateThatIsSaidAlone(String language, String shown) {
    assertThat(ShownDates.of(language, List.of()).isAlone(shown)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | From 20 November 2026 we need two more people in the kitchen",
        "en | 12 sofas",
        "en | May I come on Sunday?"
      })
  void tellsASentenceFromADate(String language, String shown) {
    assertThat(ShownDates.of(language, List.of()).isAlone(shown)).isFalse();
  }
}
