package org.vigie.pipeline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.advert.Severity;
import org.vigie.pipeline.alert.Watchlist.WatchedTemplate;
import org.vigie.search.StoredQuery;

class MatcherTest {
  private static final String QUERY =
      Matcher.of(new StoredQuery("visas", "2", "visa", Severity.NOTICE)).key();

  private static final String TEXT =
      Matcher.of(new WatchedTemplate("hotel", "Invented text", 0.5, Severity.NOTICE)).key();

  private static final String CRY_FOR_HELP = Matcher.ofCriesForHelp().key();

  /** Savepoints of former releases hold them. */
  @Test
  void keepsItsKey() {
    assertThat(QUERY).isEqualTo("the stored query visas 2");
    assertThat(TEXT).matches("the watched text hotel [0-9a-f]{8}");
    assertThat(CRY_FOR_HELP).isEqualTo("the rule complaint 1");
  }

  @Test
  void isCountedByItsKindAlone() {
    assertThat(Matcher.Kind.allCounted())
        .containsExactly("stored-query", "watched-text", "complaint");
    assertThat(Matcher.rule(QUERY)).isEqualTo("stored-query");
    assertThat(Matcher.rule(TEXT)).isEqualTo("watched-text");
    assertThat(Matcher.rule(CRY_FOR_HELP)).isEqualTo("complaint");
  }

  @Test
  void dropsNobodyWhoAsksForHelpForTheBudgetOfOthers() {
    assertThat(Matcher.budget(QUERY, 20)).isEqualTo(20);
    assertThat(Matcher.budget(TEXT, 20)).isEqualTo(20);
    assertThat(Matcher.budget(CRY_FOR_HELP, 20)).isEqualTo(AlertRuleConfig.MAX_BUDGET);
  }
}
