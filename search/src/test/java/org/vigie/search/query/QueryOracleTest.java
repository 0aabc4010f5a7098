package org.vigie.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.search.TestIndex.id;
import static org.vigie.search.TestIndex.ids;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Severity;
import org.vigie.search.AdvertIndex;
import org.vigie.search.Adverts;
import org.vigie.search.SearchRequest;
import org.vigie.search.StoredQueries;
import org.vigie.search.StoredQuery;
import org.vigie.search.TestIndex;

/** Searches and stored queries beside a plain reading of the same generated queries. */
class QueryOracleTest {
  private static final List<AssessedAdvert> ADVERTS = Adverts.generated(250, 3);
  private static final List<String> QUERIES = queries();

  @TempDir Path folder;

  @Test
  void findsExactlyWhatAPlainReadingFinds() throws IOException {
    try (AdvertIndex index = TestIndex.of(folder, ADVERTS, shard -> {})) {
      for (String query : QUERIES) {
        assertThat(ids(index, query)).as(query).containsExactlyInAnyOrderElementsOf(plainly(query));
      }
    }
  }

  @Test
  void matchesAStoredQueryExactlyWhenASearchFindsTheAdvert() throws IOException {
    List<StoredQuery> stored = new ArrayList<>();
    for (String query : QUERIES) {
      stored.add(new StoredQuery("q" + stored.size(), "1", query, Severity.NOTICE));
    }
    Map<String, List<String>> matched = new TreeMap<>();
    try (StoredQueries queries = StoredQueries.of(stored)) {
      for (AssessedAdvert advert : ADVERTS) {
        for (StoredQuery query : queries.matching(advert)) {
          matched.computeIfAbsent(query.name(), name -> new ArrayList<>()).add(id(advert));
        }
      }
    }
    try (AdvertIndex index = TestIndex.of(folder, ADVERTS, shard -> {})) {
      for (StoredQuery query : stored) {
        assertThat(matched.getOrDefault(query.name(), List.of()))
            .as(query.query())
            .containsExactlyInAnyOrderElementsOf(ids(index, query.query()));
      }
    }
  }

  @Test
  void answersSeveralThreadsAtOnce() throws Exception {
    try (AdvertIndex index = TestIndex.of(folder, ADVERTS, shard -> {});
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Long>> searches = new ArrayList<>();
      for (String query : QUERIES) {
        searches.add(() -> index.search(SearchRequest.of(query)).total());
      }
      List<Future<Long>> totals = threads.invokeAll(searches);
      for (int i = 0; i < totals.size(); i++) {
        assertThat(totals.get(i).get())
            .as(QUERIES.get(i))
            .isEqualTo(plainly(QUERIES.get(i)).size());
      }
    }
  }

  private static List<String> plainly(String query) {
    QueryNode node = QueryParser.parse(query);
    return ADVERTS.stream()
        .filter(advert -> NaiveMatcher.matches(node, advert))
        .map(TestIndex::id)
        .toList();
  }

  private static List<String> queries() {
    Random random = new Random(5);
    List<String> queries = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      queries.add(Queries.generated(random, i % 5));
    }
    return queries;
  }
}
