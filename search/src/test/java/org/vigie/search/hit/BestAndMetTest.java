package org.vigie.search.hit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.IntsRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.AssessedAdvert;
import org.vigie.search.Adverts;
import org.vigie.search.TestIndex;
import org.vigie.search.analysis.Fields;
import org.vigie.search.document.IndexDocuments;
import org.vigie.search.document.Kind;
import org.vigie.search.document.Orders;
import org.vigie.search.facet.SampledHits;
import org.vigie.search.shard.IndexShards;

/** The best of a search and what it meets on the way, beside a look at all. */
class BestAndMetTest {
  private static final Sort BEST = new Sort(SortField.FIELD_SCORE, Orders.BY_ID);

  @TempDir Path folder;
  private IndexReader reader;
  private IndexSearcher searcher;

  @BeforeEach
  void open() throws IOException {
    Random random = new Random(15);
    List<AssessedAdvert> adverts = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      // Ever longer, so that those which come first can't be bettered.
      adverts.add(Adverts.generated(random, i, 4 + i / 50));
    }
    TestIndex.of(folder, adverts, shard -> {}).close();
    reader = IndexShards.open(folder);
    searcher = new IndexSearcher(reader);
  }

  @AfterEach
  void close() throws IOException {
    reader.close();
  }

  @Test
  void areThoseOfASearchThatLeavesNoneOut() throws IOException {
    int leftOut = 0;
    for (String word : Adverts.WORDS.subList(0, 18)) {
      Query query = IndexDocuments.ofKind(Kind.ADVERT, new TermQuery(new Term(Fields.TEXT, word)));
      List<Integer> all = docs(searcher.search(query, Integer.MAX_VALUE / 2, BEST).scoreDocs);
      for (int most : new int[] {10, 100, 5_000}) {
        BestAndMet.Found found = searcher.search(query, new BestAndMet(BEST, 10, most));
        assertThat(docs(found.best().scoreDocs)).as(word).isEqualTo(all.subList(0, 10));
        if (found.all().isPresent()) {
          assertThat(found.all().get().met()).isEqualTo(all.size());
          assertThat(docs(found.all().get().hits(5_000)))
              .as(word)
              .containsExactlyInAnyOrderElementsOf(all);
        } else {
          leftOut++;
          assertThat(all.size()).as(word).isGreaterThan(most);
        }
      }
    }
    assertThat(leftOut).as("searches that left adverts out").isPositive();
  }

  @Test
  void areKeptInPartAsALaterPassWouldKeepThem() throws IOException {
    Query query = IndexDocuments.allOf(Kind.ADVERT);
    SampledHits atOnce =
        searcher.search(query, new BestAndMet(BEST, 1, 5_000)).all().orElseThrow().hits(500);
    SampledHits later = searcher.search(query, HitCollector.manager(3_000, 500));

    assertThat(docs(atOnce)).isEqualTo(docs(later));
    assertThat(later.found()).isEqualTo(3_000);
    assertThat(later.taken()).isBetween(400L, 600L).isEqualTo(docs(later).size());
    assertThat(later.isPart()).isTrue();
    assertThat(later.scaled(later.taken())).isEqualTo(3_000);
  }

  private static List<Integer> docs(ScoreDoc[] found) {
    return Arrays.stream(found).map(doc -> doc.doc).toList();
  }

  private static List<Integer> docs(SampledHits hits) {
    List<Integer> docs = new ArrayList<>();
    for (SampledHits.Segment segment : hits.segments()) {
      IntsRef kept = segment.docs();
      for (int i = 0; i < kept.length; i++) {
        docs.add(segment.leaf().docBase + kept.ints[kept.offset + i]);
      }
    }
    return docs;
  }
}
