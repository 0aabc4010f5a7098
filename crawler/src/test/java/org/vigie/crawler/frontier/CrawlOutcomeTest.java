package org.vigie.crawler.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.crawler.fetch.FetchException;

class CrawlOutcomeTest {
  @ParameterizedTest
  @EnumSource
  void isFoundByItsLabel(CrawlOutcome outcome) {
    assertThat(CrawlOutcome.of(outcome.label())).isEqualTo(outcome);
  }

  @ParameterizedTest
  @EnumSource
  void knowsEveryFailureOfARequest(FetchException.Kind failure) {
    CrawlOutcome outcome = CrawlOutcome.of(failure.label());

    assertThat(outcome).isNotEqualTo(CrawlOutcome.OTHER);
    assertThat(outcome.site() == CrawlOutcome.Site.SHUT).isEqualTo(failure.isOfTheHost());
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 410, 418, 501, 999})
  void countsAnyOtherStatusAsAFailureOfAPageWhoseSiteAnswers(int status) {
    CrawlOutcome outcome = CrawlOutcome.of(CrawlOutcome.labelOf(status));

    assertThat(outcome).isEqualTo(CrawlOutcome.OTHER);
    assertThat(outcome.count()).isEqualTo(CrawlOutcome.Count.FAILED);
    assertThat(outcome.site()).isEqualTo(CrawlOutcome.Site.ANSWERS);
  }

  @Test
  void callsNothingAFailureThatVigieChoseNotToAskFor() {
    assertThat(CrawlOutcome.values())
        .filteredOn(outcome -> outcome.site() == CrawlOutcome.Site.UNASKED)
        .extracting(CrawlOutcome::count)
        .doesNotContain(CrawlOutcome.Count.FAILED, CrawlOutcome.Count.FETCHED);
  }
}
