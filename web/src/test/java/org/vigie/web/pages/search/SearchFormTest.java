package org.vigie.web.pages.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.search.SearchRequest;

class SearchFormTest {
  /** More adverts than anybody can page through. */
  private static final long MANY = 1_000_000;

  @Test
  void leadsFromPageToPageUntilTheLastThatMayBeAskedForAndSaysThatMoreFollows() {
    int page = 0;
    while (onPage(page).hasNext(MANY)) {
      assertThat(onPage(page).isCut(MANY)).isFalse();
      page++;
    }
    assertThat(onPage(page).isCut(MANY)).isTrue();
    assertThat(page * SearchForm.HITS).isEqualTo(50_000);
    assertThat((page + 1) * SearchForm.HITS).isLessThanOrEqualTo(SearchRequest.MAX_DEPTH);
  }

  @Test
  void endsWhereTheAdvertsEnd() {
    assertThat(onPage(0).hasNext(SearchForm.HITS)).isFalse();
    assertThat(onPage(0).hasNext(SearchForm.HITS + 1)).isTrue();
    assertThat(onPage(1).hasNext(SearchForm.HITS + 1)).isFalse();
    assertThat(onPage(1).isCut(SearchForm.HITS + 1)).isFalse();
  }

  private static SearchForm onPage(int page) {
    return new SearchForm(
        "work", SearchForm.Days.ALL, 0, List.of(), SearchRequest.Order.RISK, page, "", false);
  }
}
