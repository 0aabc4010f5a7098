package org.vigie.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vigie.search.TestIndex.id;
import static org.vigie.search.TestIndex.ids;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.AssessedAdvert;
import org.vigie.search.query.QuerySyntaxException;

/** The newest adverts of a query, its adverts by day, and its documents in Lucene alone. */
class NewestAndDaysTest {
  private static final List<String> QUERIES =
      List.of("", "passport", "passport OR fee", "country:FR", "risk>0.5", "no such word");

  private final List<AssessedAdvert> adverts = Adverts.generated(300, 17);

  @TempDir Path folder;
  private AdvertIndex index;

  @BeforeEach
  void open() throws IOException {
    index = TestIndex.of(folder, adverts, shard -> {});
  }

  @AfterEach
  void close() throws IOException {
    index.close();
  }

  @Test
  void givesTheLatestFirstAsManyAsAreAskedFor() throws IOException {
    for (String query : QUERIES) {
      List<AssessedAdvert> expected =
          matching(query).stream()
              .sorted(
                  Comparator.comparing((AssessedAdvert found) -> found.advert().time())
                      .reversed()
                      .thenComparing(TestIndex::id))
              .toList();
      assertThat(index.newestAdverts(query, 1_000)).as(query).isEqualTo(expected);
      assertThat(index.newestAdverts(query, 7))
          .as(query)
          .isEqualTo(expected.subList(0, Math.min(7, expected.size())));
      assertThat(index.newestAdverts(query, 0)).as(query).isEmpty();
    }
  }

  @Test
  void countsEachAdvertOnTheDayOfItsEvent() throws IOException {
    for (String query : QUERIES) {
      SortedMap<Long, Long> expected = new TreeMap<>();
      for (AssessedAdvert advert : matching(query)) {
        long day = advert.advert().time().atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
        expected.merge(day, 1L, Long::sum);
      }
      assertThat(index.advertsByDay(query)).as(query).isEqualTo(expected);
    }
    assertThat(index.advertsByDay("").values().stream().mapToLong(n -> n).sum()).isEqualTo(300);
  }

  @Test
  void countsWhatHappenedBefore1970OnItsOwnDay(@TempDir Path other) throws IOException {
    AssessedAdvert early =
        Adverts.draft().body("early").at(Adverts.MONDAY.minus(Duration.ofDays(25_000))).build();
    try (AdvertIndex old = TestIndex.of(other, early)) {
      assertThat(old.advertsByDay(""))
          .containsExactly(
              Map.entry(
                  early.advert().time().atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay(), 1L));
    }
  }

  @Test
  void findsInLuceneAloneAsManyDocumentsAsAPageOfTheSearchHas() throws IOException {
    for (String query : QUERIES) {
      for (int limit : new int[] {1, 20, 1_000}) {
        SearchRequest request = request(query, limit);
        SearchResult whole = index.search(request);
        int hits = whole.loosened() ? 0 : whole.hits().size();
        assertThat(index.inLuceneAlone(request)).as(query + " " + limit).isEqualTo(hits);
      }
    }
  }

  @Test
  void refusesAQueryThatIsNone() {
    assertThatThrownBy(() -> index.newestAdverts("(", 5)).isInstanceOf(QuerySyntaxException.class);
    assertThatThrownBy(() -> index.advertsByDay("(")).isInstanceOf(QuerySyntaxException.class);
    assertThatThrownBy(() -> index.inLuceneAlone(request("(", 5)))
        .isInstanceOf(QuerySyntaxException.class);
  }

  /** Returns the adverts of a query, as the search that has tests of its own finds them. */
  private List<AssessedAdvert> matching(String query) throws IOException {
    List<String> found = ids(index, query);
    return adverts.stream().filter(advert -> found.contains(id(advert))).toList();
  }

  private static SearchRequest request(String query, int limit) {
    return new SearchRequest(query, 0, limit, SearchRequest.Order.RISK, 0, Duration.ofSeconds(30));
  }
}
