package org.vigie.web.pages.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Alert;
import org.vigie.advert.AlertLine;
import org.vigie.advert.Evidence;
import org.vigie.advert.Finding;
import org.vigie.advert.Severity;
import org.vigie.casework.render.Quote;
import org.vigie.casework.render.Said;
import org.vigie.text.safe.SafeJson;
import org.vigie.web.Phrases;

class ToldAlertTest {
  private static final Alert ALERT =
      new Alert(
          "w-1",
          "campaign",
          "3",
          "c-1",
          Severity.WARNING,
          Instant.parse("2026-01-05T08:00:00Z"),
          "6 adverts of one campaign",
          List.of(),
          List.of(new Evidence("LX-07", "a-1", List.of())),
          "job-board",
          null,
          "risk-en-1",
          "taxonomy-9",
          List.of(AlertLine.of(Finding.of("campaign").with("adverts", 6))));

  @Test
  void isTheAlertWithTitleAndQuotesBeside() {
    Quote quote = new Quote("a-1", List.of(), "They keep your passport.", List.of());
    ToldAlert told =
        ToldAlert.of(
            ALERT,
            new Said(List.of(), 6, List.of("Leeds"), List.of(quote)),
            Phrases.in(Locale.ENGLISH));

    String alert = SafeJson.of(ALERT);
    String beside =
        ",\"title\":\"“They keep your passport.” · 6 adverts · Leeds\",\"quotes\":[%s]}"
            .formatted(SafeJson.of(quote));
    assertThat(SafeJson.of(told))
        .isEqualTo(alert.substring(0, alert.length() - 1) + beside)
        .startsWith("{\"id\":\"w-1\",\"rule\":\"campaign\",\"ruleVersion\":\"3\",");
    assertThat(SafeJson.of(told.withoutQuotes())).endsWith("\"quotes\":[]}");
  }

  @Test
  void hasItsHeadlineForATitleWhereNothingIsSaid() {
    assertThat(ToldAlert.of(ALERT, Said.nothing(), Phrases.in(Locale.ENGLISH)).title())
        .isEqualTo("6 adverts of one campaign");
  }
}
