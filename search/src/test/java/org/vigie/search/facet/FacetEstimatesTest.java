package org.vigie.search.facet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.search.Adverts;
import org.vigie.search.TestIndex;
import org.vigie.search.document.ClusterNames;
import org.vigie.search.document.IndexDocuments;
import org.vigie.search.document.Kind;
import org.vigie.search.fact.AdvertFacts;
import org.vigie.search.fact.FactColumns;
import org.vigie.search.hit.HitCollector;
import org.vigie.search.shard.IndexShards;

/** Facets of more adverts than are counted one by one. */
class FacetEstimatesTest {
  private static final int ADVERTS = 4_000;

  @TempDir Path folder;
  private IndexReader reader;
  private IndexDocuments documents;

  @BeforeEach
  void open() throws IOException {
    TestIndex.of(folder, Adverts.generated(ADVERTS, 5), shard -> {}).close();
    reader = IndexShards.open(folder);
    documents = new IndexDocuments(reader);
  }

  @AfterEach
  void close() throws IOException {
    reader.close();
  }

  @Test
  void tellFromAPartWhatCountingTellsExactly() throws IOException {
    FacetCounts.Counted exact = counted(ADVERTS);
    FacetCounts.Counted told = counted(1_000);

    assertThat(exact.estimated()).isFalse();
    assertThat(told.estimated()).isTrue();
    assertThat(told.facets().keySet()).isEqualTo(exact.facets().keySet());
    exact
        .facets()
        .forEach((name, values) ->
            values.forEach((value, adverts) -> {
              // Four standard deviations of a share p told from a thousand.
              double p = (double) adverts / ADVERTS;
              double slack = 4 * Math.sqrt(p * (1 - p) / 1_000) * ADVERTS + 8;
              assertThat(told.facets().get(name).getOrDefault(value, 0L).doubleValue())
                  .as(name + " " + value)
                  .isCloseTo(adverts, within(slack));
            }));
    long risks = told.facets().get("risk").values().stream().mapToLong(n -> n).sum();
    assertThat(risks).isCloseTo(ADVERTS, within(4L));
  }

  @Test
  void areTheSameEachTime() throws IOException {
    assertThat(counted(700).facets()).isEqualTo(counted(700).facets());
  }

  @Test
  void areExactUpToTheMostThatIsCounted() throws IOException {
    FacetCounts.Counted counted = counted(ADVERTS);
    Map<String, Long> risks = counted.facets().get("risk");
    assertThat(risks.values().stream().mapToLong(n -> n).sum()).isEqualTo(ADVERTS);
  }

  private FacetCounts.Counted counted(int most) throws IOException {
    SampledHits found =
        new IndexSearcher(reader)
            .search(IndexDocuments.allOf(Kind.ADVERT), HitCollector.manager(ADVERTS, most));
    FactColumns facts =
        new AdvertFacts(System::nanoTime).of(documents, new ClusterNames(documents, Kind.CLUSTER));
    return new FacetCounts(new FacetColumns()).of(found, facts, 100);
  }
}
