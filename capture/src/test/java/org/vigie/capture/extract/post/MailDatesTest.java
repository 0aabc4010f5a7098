package org.vigie.capture.extract.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailDatesTest {
  /** As Pipermail writes them in the catalogues of Mailman 2.1. */
  @ParameterizedTest
  @CsvSource({
    "Mon Sep 7 08:14:09 CEST 2026, 2026-09-07T06:14:09Z",
    "Man Des  7 08:14:09 CET 2026, 2026-12-07T07:14:09Z",
    "Ma Joulu 7 08:14:09 EET 2026, 2026-12-07T06:14:09Z",
    "Ma Marras 2 08:14:09 EET 2026, 2026-11-02T06:14:09Z",
    "Ti Maalis 3 08:14:09 EET 2026, 2026-03-03T06:14:09Z",
    "Pá Kvě 1 08:14:09 CEST 2026, 2026-05-01T06:14:09Z",
    "Čt Říj 1 08:14:09 CEST 2026, 2026-10-01T06:14:09Z",
    "Út Pro 1 08:14:09 CET 2026, 2026-12-01T07:14:09Z",
    "Lun Gen 5 08:14:09 CET 2026, 2026-01-05T07:14:09Z",
    "Lun Ene 5 08:14:09 CET 2026, 2026-01-05T07:14:09Z",
    "Dom Ago 2 08:14:09 CEST 2026, 2026-08-02T06:14:09Z",
    "Dim Aou 2 08:14:09 CEST 2026, 2026-08-02T06:14:09Z",
    "Seg Out 5 08:14:09 UTC 2026, 2026-10-05T08:14:09Z",
    "Ma Maa 3 08:14:09 CET 2026, 2026-03-03T07:14:09Z",
    "Pon Lis 2 08:14:09 CET 2026, 2026-11-02T07:14:09Z",
    "Śro Lip 1 08:14:09 CEST 2026, 2026-07-01T06:14:09Z",
    "Пн Июн 1 08:14:09 MSK 2026, 2026-06-01T05:14:09Z"
  })
  void readsMonthsInTheLanguageOfTheList(String said, Instant time) {
    assertThat(MailDates.time(said, "")).isEqualTo(time);
  }

  /** July, August and October, November have one name in two languages each. */
  @ParameterizedTest
  @CsvSource({
    "Uto Srp 7 08:14:09 UTC 2026, 2026-07-07T08:14:09Z",
    "Pon Srp 13 08:14:09 UTC 2026, 2026-07-13T08:14:09Z",
    "Út Srp 4 08:14:09 UTC 2026, 2026-08-04T08:14:09Z",
    "Po Srp 10 2026 - 08:14:09 UTC, 2026-08-10T08:14:09Z",
    "Pon Lis 5 08:14:09 UTC 2026, 2026-10-05T08:14:09Z",
    "Pon Lis 2 08:14:09 UTC 2026, 2026-11-02T08:14:09Z",
    "Mer Jui 1 08:14:09 UTC 2026, 2026-07-01T08:14:09Z"
  })
  void tellsTheMonthByTheDayOfTheWeekWhereNoLanguageIsDeclared(String said, Instant time) {
    assertThat(MailDates.time(said, "")).isEqualTo(time);
  }

  @Test
  void readsNoMonthThatMayBeTwo() {
    assertThat(MailDates.time("Sam Jui 1 08:14:09 CEST 2026", "")).isNull();
    assertThat(MailDates.time("Mer Xyz 1 08:14:09 CEST 2026", "")).isNull();
  }

  @Test
  void readsAMonthInThePagesLanguageWhereTwoLanguagesDiffer() {
    String said = "Uto Srp 7 08:14:09 UTC 2026";

    assertThat(MailDates.time(said, "hr")).isEqualTo("2026-07-07T08:14:09Z");
    assertThat(MailDates.time(said, "cs")).isEqualTo("2026-08-07T08:14:09Z");
    assertThat(MailDates.time("Wto Lis 3 08:14:09 UTC 2026", "pl"))
        .isEqualTo("2026-11-03T08:14:09Z");
    assertThat(MailDates.time("Uto Lis 3 08:14:09 UTC 2026", "hr-HR"))
        .isEqualTo("2026-10-03T08:14:09Z");
  }
}
