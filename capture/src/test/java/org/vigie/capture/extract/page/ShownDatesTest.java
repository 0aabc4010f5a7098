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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | 7 hours ago | 2026-05-06T05:30:00Z",
        "en | Placed an hour ago | 2026-05-06T11:30:00Z",
        "en | Shepton, Yesterday | 2026-05-05T00:00:00Z",
        "de | Gestern, 18:05 | 2026-05-05T18:05:00Z",
        "de | vor 3 Tagen | 2026-05-03T00:00:00Z",
        "es | hace 3 semanas | 2026-04-15T00:00:00Z",
        "fr | il y a 20 min | 2026-05-06T12:10:00Z",
        "ru | вчера в 16:20 | 2026-05-05T16:20:00Z",
        "uk | 3 години тому | 2026-05-06T09:30:00Z",
        "sr | пре 3 дана | 2026-05-03T00:00:00Z",
        "lt | Paskelbta prieš 3 val. | 2026-05-06T09:30:00Z",
        "ar | منذ ٦ ساعات | 2026-05-06T06:30:00Z",
        "ar | قبل أسبوعين | 2026-04-22T00:00:00Z",
        "fa | ۳ ساعت پیش در شیراز | 2026-05-06T09:30:00Z",
        "ne | ३ दिन अघि | 2026-05-03T00:00:00Z",
        "id | Dikirim 4 hari yang lalu | 2026-05-02T00:00:00Z",
        "vi | 2 tháng trước | 2026-03-06T00:00:00Z",
        "tr | 2 ay önce | 2026-03-06T00:00:00Z",
        "he | לפני שבועיים | 2026-04-22T00:00:00Z",
        "ja | 3日前 | 2026-05-03T00:00:00Z",
        "hu | ma | 2026-05-06T00:00:00Z",
        "hu | ápr. 29., 16:05 | 2026-04-29T16:05:00Z",
        "ru | 26 апреля 12:05 | 2026-04-26T12:05:00Z",
        "kk | 19 авг 13:45 | 2025-08-19T13:45:00Z",
        "en | May 3 at 8:40 AM | 2026-05-03T08:40:00Z"
      })
  void tellsTimesFromTheDayOnWhichTheyWereSeen(String language, String shown, Instant expected) {
    Instant seen = Instant.parse("2026-05-06T12:30:00Z");

    assertThat(ShownDates.of(language, List.of(shown), seen).find(shown)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "de, Sie arbeiten hier 8 Stunden",
    "cs, Jana ze Zlína",
    "uk, Онлайн вчора о 20:15",
    "en, 8 hours a day",
    "en, 'Chicago, open 24 hours'",
    "en, Sofa 2 months old",
    "es, Contrato para 6 meses",
    "bg, преди 2 години",
    "sr, пре 2 године",
    "en, 4 out of 5",
    "en, Phone Pro 12",
    "es, 25 de mayo 300",
    "de, Frei ab 15. Juni",
    "en, two days off every week and lodging in the house of the family since years ago"
  })
  void tellsNoTimeFromOtherWordsOfDays(String language, String shown) {
    Instant seen = Instant.parse("2026-05-06T12:30:00Z");

    assertThat(ShownDates.of(language, List.of(shown), seen).find(shown)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ja | 2024年3月7日 | 2024-03-07T00:00:00Z",
        "ko | 2024. 3. 17. | 2024-03-17T00:00:00Z",
        "cs | [17.6. 2024] | 2024-06-17T00:00:00Z",
        "he | פורסם 23/06/24 | 2024-06-23T00:00:00Z",
        "nl | 23 jun 24 | 2024-06-23T00:00:00Z",
        "hu | 2024. június 23. | 2024-06-23T00:00:00Z",
        "lt | 2024 m. birželio 23 d. | 2024-06-23T00:00:00Z",
        "th | 23 มิ.ย. 2567 | 2024-06-23T00:00:00Z",
        "bn | ২৩ জুন ২০২৪ | 2024-06-23T00:00:00Z"
      })
  void readsDatesInTheFormsAndDigitsOfOtherLands(String language, String shown, Instant expected) {
    assertThat(ShownDates.of(language, List.of(shown)).find(shown)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "vi, 05/02/2026, 2026-02-05T00:00:00Z",
    "fr, 05/02/2026 à 10:30, 2026-02-05T10:30:00Z",
    "en, 05/02/2026,",
    "'', 05/02/2026,",
    "ar, '05-02-2026, 10:30 AM',"
  })
  void takesTheOrderOfThePagesLanguageBetweenStrokesWhereNothingElseTells(
      String language, String shown, Instant expected) {
    assertThat(ShownDates.of(language, List.of(shown)).find(shown)).isEqualTo(expected);
  }
}
