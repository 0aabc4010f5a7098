package org.vigie.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.search.TestIndex.id;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Assessment;
import org.vigie.advert.EvidenceGrade;
import org.vigie.advert.Indicator;
import org.vigie.advert.Outcome;
import org.vigie.search.AdvertIndex;
import org.vigie.search.Adverts;
import org.vigie.search.Hidden;
import org.vigie.search.SearchRequest;
import org.vigie.search.SearchResult;
import org.vigie.search.TestIndex;
import org.vigie.search.shard.ShardWriter;

/** What a search counts, beside a plain reading of the adverts. */
class FacetOracleTest {
  /** More than a search scores one by one, so that all are met in a pass of their own. */
  private static final int MANY = 12_000;

  @TempDir Path folder;

  @Test
  void countsEachValueAsOftenAsAPlainReadingMeetsIt() throws IOException {
    List<AssessedAdvert> adverts = Adverts.generated(300, 11);
    try (AdvertIndex index = TestIndex.of(folder, adverts, shard -> {})) {
      assertCountsPlainly(index, adverts);
    }
  }

  @Test
  void findsTheBestOfManyAsAPlainReadingOrdersThemAndCountsAll() throws IOException {
    List<AssessedAdvert> adverts = Adverts.generated(MANY, 12);
    try (AdvertIndex index = TestIndex.of(folder, adverts, shard -> {})) {
      for (String query :
          List.of("", "warehouse OR work OR passport OR -fee", "lang:en OR risk>=0.1")) {
        List<AssessedAdvert> matching = matching(query, adverts);
        SearchResult result = index.search(request(query, 20));
        assertThat(matching.size()).as(query).isGreaterThan(10_000);
        assertThat(result.total()).as(query).isEqualTo(matching.size());
        assertThat(result.estimated()).isFalse();
        assertThat(result.hits())
            .extracting(hit -> id(hit.advert()))
            .isEqualTo(
                matching.stream()
                    .sorted(
                        Comparator.comparing(FacetOracleTest::risk)
                            .reversed()
                            .thenComparing(TestIndex::id))
                    .limit(20)
                    .map(TestIndex::id)
                    .toList());
        assertThat(result.facets()).as(query).containsAllEntriesOf(plainly(matching));
        assertThat(
                index
                    .search(
                        new SearchRequest(
                            query, 0, 20, SearchRequest.Order.RISK, 0, Duration.ofSeconds(30)))
                    .total())
            .as(query)
            .isEqualTo(matching.size());
      }
    }
  }

  @Test
  void countsWhatChangedAnewAndWhatIsHiddenNever() throws IOException {
    List<AssessedAdvert> first = Adverts.generated(200, 13);
    try (AdvertIndex before = TestIndex.of(folder, first, shard -> {})) {
      assertCountsPlainly(before, first);
      List<AssessedAdvert> changed = new ArrayList<>(first);
      for (int i = 0; i < changed.size(); i += 3) {
        changed.set(i, judgedAnew(changed.get(i)));
      }
      changed.addAll(Adverts.generated(250, 14).subList(200, 250));
      put(changed);
      try (AdvertIndex after = before.openNewer(Hidden.none())) {
        assertCountsPlainly(after, changed);
        assertCountsPlainly(before, first);
        Set<String> hidden = Set.of(id(changed.get(0)), id(changed.get(7)), id(changed.get(230)));
        try (AdvertIndex some = after.openNewer(new Hidden(hidden, Set.of(), Set.of()))) {
          assertCountsPlainly(
              some, changed.stream().filter(advert -> !hidden.contains(id(advert))).toList());
          assertCountsPlainly(after, changed);
        }
      }
    }
  }

  /** Puts each advert into the shard that has it, or would. */
  private void put(List<AssessedAdvert> adverts) throws IOException {
    for (int number = 0; number < 3; number++) {
      try (ShardWriter shard =
          ShardWriter.open(folder.resolve("shard-" + number), OptionalLong.of(1))) {
        for (AssessedAdvert advert : adverts) {
          if (Math.floorMod(id(advert).hashCode(), 3) == number) {
            shard.put(advert);
          }
        }
        shard.commit(2);
      }
    }
  }

  /** The same advert with what other models and another taxonomy would make of it. */
  private static AssessedAdvert judgedAnew(AssessedAdvert advert) {
    Assessment assessment =
        new Assessment("sexual", Outcome.RISK, 0.95, 0.9, List.of(), "risk-2", "taxonomy-2");
    Indicator indicator =
        new Indicator("NW-01", "new", "new", EvidenceGrade.RESEARCH, true, List.of(), "");
    return new AssessedAdvert(
        advert.advert(),
        "la",
        advert.contacts(),
        advert.entities(),
        List.of(indicator),
        assessment);
  }

  private static void assertCountsPlainly(AdvertIndex index, List<AssessedAdvert> adverts)
      throws IOException {
    Random random = new Random(6);
    List<String> queries = new ArrayList<>(List.of("", "lang:la", "indicator:NW-01"));
    for (int i = 0; i < 60; i++) {
      queries.add(Queries.generated(random, i % 3));
    }
    for (String query : queries) {
      SearchResult result = index.search(request(query, 1_000));
      if (!result.loosened()) {
        List<AssessedAdvert> matching = matching(query, adverts);
        assertThat(result.total()).as(query).isEqualTo(matching.size());
        assertThat(result.estimated()).as(query).isFalse();
        assertThat(result.facets()).as(query).containsAllEntriesOf(plainly(matching));
      }
    }
  }

  private static List<AssessedAdvert> matching(String query, List<AssessedAdvert> adverts) {
    QueryNode node = QueryParser.parse(query);
    return adverts.stream().filter(advert -> NaiveMatcher.matches(node, advert)).toList();
  }

  private static Map<String, Map<String, Long>> plainly(List<AssessedAdvert> adverts) {
    Map<String, Map<String, Long>> counts = new HashMap<>();
    for (String field :
        List.of("channel", "site", "lang", "place", "indicator", "grade", "outcome", "form")) {
      counts.put(field, new HashMap<>());
    }
    counts.put("risk", new HashMap<>());
    for (AssessedAdvert advert : adverts) {
      count(counts.get("channel"), Stream.of(advert.advert().channel().label()));
      count(counts.get("site"), Stream.of(advert.advert().site()));
      count(counts.get("lang"), Stream.of(advert.language()));
      count(
          counts.get("place"),
          Stream.of(advert.advert().place()).filter(place -> !place.isEmpty()));
      count(counts.get("indicator"), advert.indicators().stream().map(Indicator::id));
      count(counts.get("grade"), advert.indicators().stream().map(i -> i.grade().symbol()));
      count(counts.get("outcome"), advert.assessments().stream().map(a -> a.outcome().label()));
      count(counts.get("form"), advert.assessments().stream().map(Assessment::form));
      count(counts.get("risk"), Stream.of(band(risk(advert))));
    }
    return counts;
  }

  private static void count(Map<String, Long> counts, Stream<String> values) {
    values.distinct().forEach(value -> counts.merge(value, 1L, Long::sum));
  }

  private static String band(double risk) {
    if (risk >= 0.9) {
      return "risk>=0.9";
    }
    if (risk >= 0.7) {
      return "risk>=0.7 risk<0.9";
    }
    return risk >= 0.5 ? "risk>=0.5 risk<0.7" : "risk<0.5";
  }

  private static double risk(AssessedAdvert advert) {
    return advert.assessment().riskProbability();
  }

  private static SearchRequest request(String query, int limit) {
    return new SearchRequest(
        query, 0, limit, SearchRequest.Order.RISK, 1_000, Duration.ofSeconds(30));
  }
}
