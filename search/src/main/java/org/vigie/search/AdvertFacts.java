package org.vigie.search;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * What small documents of their own say of adverts, laid beside the adverts so that a search can
 * filter, count and order by it: how large the cluster of each is, and whether it is gone.
 *
 * <p>Joining takes a pass over all memberships, so an index that is written to all the time is
 * joined anew at most every {@link #OLDEST}; adverts that are newer than that count as alone and
 * still there until then, unless the last join knew them.
 */
final class AdvertFacts {
  /** How old a join may be while commits come in. */
  static final Duration OLDEST = Duration.ofSeconds(30);

  private final LongSupplier nanoTime;
  private final BytesRefHash clustered = new BytesRefHash();
  private final BytesRefHash gone = new BytesRefHash();
  private int[] sizes = new int[0];
  private Map<Object, Columns> bySegment = new HashMap<>();
  private @Nullable IndexReader joined;
  private long joinedAt;

  AdvertFacts(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * The facts of one segment, by document.
   *
   * @param sizes adverts in the cluster; 0 stands for an advert that is alone
   * @param gone those that were found gone
   */
  private record Columns(int[] sizes, FixedBitSet gone) {}

  /** Returns the facts as far as they are known of an index. */
  synchronized FactColumns of(IndexDocuments documents, ClusterNames clusters) throws IOException {
    IndexReader reader = documents.reader();
    if (joined == null
        || (joined != reader && nanoTime.getAsLong() - joinedAt > OLDEST.toNanos())) {
      join(documents, clusters);
      joined = reader;
      joinedAt = nanoTime.getAsLong();
      bySegment = new HashMap<>();
    }
    Map<Object, Columns> present = new HashMap<>();
    Map<LeafReaderContext, int[]> sizesOf = new IdentityHashMap<>();
    Map<LeafReaderContext, FixedBitSet> goneOf = new IdentityHashMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      // The core stays the same when documents of a segment are deleted.
      Object segment = leaf.reader().getCoreCacheHelper().getKey();
      Columns known = bySegment.get(segment);
      Columns columns = known == null ? columns(leaf) : known;
      present.put(segment, columns);
      sizesOf.put(leaf, columns.sizes());
      goneOf.put(leaf, columns.gone());
    }
    bySegment = present;
    return new FactColumns(sizesOf, goneOf);
  }

  private void join(IndexDocuments documents, ClusterNames clusters) throws IOException {
    clustered.clear();
    clustered.reinit();
    gone.clear();
    gone.reinit();
    sizes = new int[0];
    Map<String, Integer> byName = clusterSizes(documents);
    Map<String, Integer> resolved = new HashMap<>();
    documents.each(
        IndexDocuments.allOf(Kind.MEMBERSHIP),
        leaf -> {
          SortedDocValues adverts = leaf.reader().getSortedDocValues(Fields.ADVERT);
          SortedDocValues names = leaf.reader().getSortedDocValues(Fields.CLUSTER);
          return doc -> {
            if (adverts != null
                && names != null
                && adverts.advanceExact(doc)
                && names.advanceExact(doc)) {
              String name = names.lookupOrd(names.ordValue()).utf8ToString();
              Integer size = resolved.get(name);
              if (size == null) {
                size = byName.getOrDefault(clusters.current(name), 0);
                resolved.put(name, size);
              }
              put(adverts.lookupOrd(adverts.ordValue()), size);
            }
          };
        });
    documents.eachValue(
        IndexDocuments.ofKind(
            Kind.SIGHTING, new TermQuery(new Term(Fields.STATUS, QueryNode.Gone.GONE))),
        Fields.ADVERT,
        id -> gone.add(new BytesRef(id)));
  }

  private void put(BytesRef advert, int size) {
    int ord = clustered.add(advert);
    int at = ord < 0 ? -ord - 1 : ord;
    sizes = ArrayUtil.grow(sizes, at + 1);
    sizes[at] = size;
  }

  private static Map<String, Integer> clusterSizes(IndexDocuments documents) throws IOException {
    Map<String, Integer> byName = new HashMap<>();
    documents.each(
        IndexDocuments.allOf(Kind.CLUSTER),
        leaf -> {
          SortedDocValues names = leaf.reader().getSortedDocValues(Fields.ID);
          SortedNumericDocValues sizes = leaf.reader().getSortedNumericDocValues(Fields.SIZE);
          return doc -> {
            if (names != null
                && sizes != null
                && names.advanceExact(doc)
                && sizes.advanceExact(doc)) {
              byName.put(
                  names.lookupOrd(names.ordValue()).utf8ToString(),
                  Math.toIntExact(sizes.nextValue()));
            }
          };
        });
    return byName;
  }

  /** Clusters have ids in the same field as adverts; none is the id of an advert. */
  private Columns columns(LeafReaderContext leaf) throws IOException {
    int[] column = new int[leaf.reader().maxDoc()];
    FixedBitSet goneHere = new FixedBitSet(Math.max(1, leaf.reader().maxDoc()));
    SortedDocValues ids = leaf.reader().getSortedDocValues(Fields.ID);
    if (ids != null) {
      for (int doc = ids.nextDoc(); doc < column.length; doc = ids.nextDoc()) {
        BytesRef id = ids.lookupOrd(ids.ordValue());
        int at = clustered.find(id);
        column[doc] = at < 0 ? 0 : sizes[at];
        if (gone.find(id) >= 0) {
          goneHere.set(doc);
        }
      }
    }
    return new Columns(column, goneHere);
  }
}
