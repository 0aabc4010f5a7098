package org.vigie.search.hidden;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.vigie.search.analysis.Fields;
import org.vigie.search.document.FactDocuments;
import org.vigie.search.document.IndexDocuments;
import org.vigie.search.document.Kind;

/**
 * The numbers of hidden documents, by segment: looked up once for each segment, and again only when
 * other things are hidden. A segment's are kept for as long as any reader has it open.
 */
public final class HiddenDocuments {
  /**
   * What was looked up in a segment, those that were deleted included: a restored index may have
   * them back.
   */
  private record Found(HiddenThings hidden, int[] documents) {}

  private final ConcurrentMap<IndexReader.CacheKey, Found> bySegment = new ConcurrentHashMap<>();

  /** Returns the hidden documents of each segment of an index, in the order of its segments. */
  List<int[]> of(IndexReader whole, HiddenThings hidden) throws IOException {
    IndexSearcher searcher = new IndexSearcher(whole);
    List<Weight> weights = new ArrayList<>();
    List<int[]> documents = new ArrayList<>();
    for (LeafReaderContext leaf : whole.leaves()) {
      IndexReader.CacheHelper core = leaf.reader().getCoreCacheHelper();
      @Nullable Found found = bySegment.get(core.getKey());
      if (found == null || !found.hidden().hidesTheSameAs(hidden)) {
        if (weights.isEmpty()) {
          weights.addAll(weights(searcher, hidden));
        }
        found = new Found(hidden, lookUp(leaf, weights));
        if (bySegment.put(core.getKey(), found) == null) {
          core.addClosedListener(bySegment::remove);
        }
      }
      documents.add(found.documents());
    }
    return documents;
  }

  private static List<Weight> weights(IndexSearcher searcher, HiddenThings hidden)
      throws IOException {
    List<Weight> weights = new ArrayList<>();
    for (Query query : queries(hidden)) {
      weights.add(searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1));
    }
    return weights;
  }

  private static int[] lookUp(LeafReaderContext leaf, List<Weight> weights) throws IOException {
    IntStream.Builder documents = IntStream.builder();
    for (Weight weight : weights) {
      @Nullable Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        DocIdSetIterator docs = scorer.iterator();
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
          documents.add(doc);
        }
      }
    }
    return documents.build().toArray();
  }

  private static List<Query> queries(HiddenThings hidden) {
    List<Query> queries = new ArrayList<>();
    Set<BytesRef> keys = new TreeSet<>();
    for (String advert : hidden.adverts()) {
      keys.add(Kind.ADVERT.keyTerm(advert).bytes());
      keys.add(Kind.MEMBERSHIP.keyTerm(advert).bytes());
      queries.add(IndexDocuments.sightings(advert));
    }
    for (String cluster : hidden.clusters()) {
      keys.add(Kind.CLUSTER.keyTerm(cluster).bytes());
      keys.add(Kind.NETWORK_MEMBERSHIP.keyTerm(cluster).bytes());
    }
    for (String contact : hidden.contacts()) {
      keys.add(Kind.CONTACT_CUT.keyTerm(contact).bytes());
      keys.add(Kind.NETWORK_MEMBERSHIP.keyTerm(contact).bytes());
      queries.add(IndexDocuments.contacts(contact));
    }
    queries.add(new TermInSetQuery(Fields.KEY, keys));
    for (Set<String> subjects :
        List.of(hidden.adverts(), hidden.clusters(), hidden.contacts(), hidden.networks())) {
      queries.add(IndexDocuments.ofKind(Kind.ALERT, FactDocuments.aboutOneOf(subjects)));
    }
    queries.add(
        new TermInSetQuery(Fields.VERSION, hidden.adverts().stream().map(BytesRef::new).toList()));
    return queries;
  }
}
