package org.vigie.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.search.Adverts.draft;
import static org.vigie.search.Adverts.saying;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.advert.Severity;
import org.vigie.search.query.QuerySyntaxException;

class StoredQueriesTest {
  private static final StoredQuery FEE = query("fee", "fee AND passport");
  private static final StoredQuery HIGH = query("high", "risk>0.8");
  private static final StoredQuery QUIET = query("a quiet one", "-fee");
  private static final StoredQuery ALL = query("all", "");

  @Test
  void returnsTheQueriesThatMatchInOrderOfTheirNames() throws IOException {
    try (StoredQueries queries = StoredQueries.of(List.of(HIGH, FEE, QUIET, ALL))) {
      assertThat(queries.matching(draft().body("passport, then a fee").risk(0.9).build()))
          .containsExactly(ALL, FEE, HIGH);
      assertThat(queries.matching(saying("passport"))).containsExactly(QUIET, ALL);
    }
  }

  @Test
  void matchesNothingWithoutQueries() throws IOException {
    try (StoredQueries queries = StoredQueries.of(List.of())) {
      assertThat(queries.matching(saying("passport"))).isEmpty();
    }
  }

  @Test
  void matchesHostileAdverts() throws IOException {
    try (StoredQueries queries = StoredQueries.of(List.of(query("q", "end -nothing")))) {
      assertThat(
              queries.matching(
                  draft()
                      .title("\u202E\u0000\uD800")
                      .body("ﷺ".repeat(20_000) + " \uDC00 end")
                      .site("s".repeat(100_000))
                      .build()))
          .hasSize(1);
    }
  }

  @Test
  void refusesWhatCannotBeKnownOfANewAdvert() {
    assertThatThrownBy(() -> StoredQueries.of(List.of(FEE, query("mine", "a cluster:c-1"))))
        .isInstanceOf(QuerySyntaxException.class)
        .hasMessage(
            "stored query mine: the query must have a condition on the advert itself, since it is"
                + " new at character 11, but has cluster:");
  }

  @Test
  void namesTheQueryThatCannotBeUnderstood() {
    assertThatThrownBy(() -> StoredQueries.of(List.of(FEE, query("broken", "fee AND"))))
        .isInstanceOf(QuerySyntaxException.class)
        .hasMessageStartingWith("stored query broken: the query must have a word")
        .hasMessageContaining("at character 8, but has the end");
    assertThatThrownBy(() -> StoredQueries.of(List.of(query("dots", "..."))))
        .hasMessageContaining("stored query dots")
        .hasMessageContaining("only punctuation");
  }

  @Test
  void refusesTwoQueriesOfOneName() {
    assertThatThrownBy(() -> StoredQueries.of(List.of(FEE, FEE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two are named fee");
  }

  private static StoredQuery query(String name, String query) {
    return new StoredQuery(name, "1", query, Severity.WARNING);
  }
}
