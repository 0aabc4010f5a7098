package org.vigie.search;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.advert.Sighting;

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

  private static final Logger LOG = LoggerFactory.getLogger(AdvertFacts.class);

  private final LongSupplier nanoTime;
  private ConcurrentMap<IndexReader.CacheKey, Columns> bySegment = new ConcurrentHashMap<>();
  private @Nullable Join join;
  private boolean joining;

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

  /**
   * Returns the facts as far as they are known of an index. Only the first search of all waits for
   * a join; later ones are made beside the searches.
   */
  FactColumns of(IndexDocuments documents, ClusterNames clusters) throws IOException {
    Join known;
    ConcurrentMap<IndexReader.CacheKey, Columns> columns;
    synchronized (this) {
      known = joined(documents, clusters);
      columns = bySegment;
    }
    Map<LeafReaderContext, int[]> sizesOf = new IdentityHashMap<>();
    Map<LeafReaderContext, FixedBitSet> goneOf = new IdentityHashMap<>();
    for (LeafReaderContext leaf : documents.reader().leaves()) {
      Columns ofLeaf = columns.get(segment(leaf));
      if (ofLeaf == null) {
        ofLeaf = columnsOnce(known, leaf, columns);
      }
      sizesOf.put(leaf, ofLeaf.sizes());
      goneOf.put(leaf, ofLeaf.gone());
    }
    return new FactColumns(sizesOf, goneOf);
  }

  /** Who needs the same segment meanwhile waits, and doesn't join it too. */
  private static Columns columnsOnce(
      Join known, LeafReaderContext leaf, ConcurrentMap<IndexReader.CacheKey, Columns> columns)
      throws IOException {
    synchronized (known) {
      Columns made = columns.get(segment(leaf));
      if (made == null) {
        made = known.columns(leaf);
        keep(columns, leaf, made);
      }
      return made;
    }
  }

  /** Returns whether any search has asked for facts yet. */
  synchronized boolean isAskedFor() {
    return join != null;
  }

  private Join joined(IndexDocuments documents, ClusterNames clusters) throws IOException {
    IndexReader reader = documents.reader();
    Join known = join;
    if (known == null) {
      known = Join.of(documents, clusters, nanoTime.getAsLong());
      join = known;
    } else if (known.reader() != reader
        && nanoTime.getAsLong() - known.at() > OLDEST.toNanos()
        && !joining
        && reader.tryIncRef()) {
      joining = true;
      Thread.ofPlatform().daemon().name("join-facts").start(() -> joinAnew(documents, clusters));
    }
    return known;
  }

  /** The core of a segment stays the same when documents of it are deleted. */
  private static IndexReader.CacheKey segment(LeafReaderContext leaf) {
    return leaf.reader().getCoreCacheHelper().getKey();
  }

  /** Keeps the columns of a segment for as long as any reader has it open. */
  private static void keep(
      ConcurrentMap<IndexReader.CacheKey, Columns> columns, LeafReaderContext leaf, Columns made)
      throws IOException {
    if (columns.putIfAbsent(segment(leaf), made) == null) {
      leaf.reader().getCoreCacheHelper().addClosedListener(columns::remove);
    }
  }

  private void joinAnew(IndexDocuments documents, ClusterNames clusters) {
    try {
      Join newer = Join.of(documents, clusters, nanoTime.getAsLong());
      ConcurrentMap<IndexReader.CacheKey, Columns> columns = new ConcurrentHashMap<>();
      for (LeafReaderContext leaf : documents.reader().leaves()) {
        keep(columns, leaf, newer.columns(leaf));
      }
      synchronized (this) {
        join = newer;
        bySegment = columns;
      }
    } catch (IOException | RuntimeException e) {
      // What was known before stands; the next search tries again.
      LOG.warn("sizes of clusters could not be read anew", e);
    } finally {
      synchronized (this) {
        joining = false;
      }
      try {
        documents.reader().decRef();
      } catch (IOException e) {
        LOG.warn("an index could not be closed", e);
      }
    }
  }

  /** What the small documents of one index say, by advert. */
  private static final class Join {
    private static final int UNREAD = -1;

    private final IndexReader reader;
    private final long at;
    private final BytesRefHash clustered = new BytesRefHash();
    private final BytesRefHash gone = new BytesRefHash();
    private int[] sizes = new int[0];

    private Join(IndexReader reader, long at) {
      this.reader = reader;
      this.at = at;
    }

    IndexReader reader() {
      return reader;
    }

    long at() {
      return at;
    }

    static Join of(IndexDocuments documents, ClusterNames clusters, long at) throws IOException {
      Join join = new Join(documents.reader(), at);
      join.readSizes(documents, clusters);
      KeyLookup keys = new KeyLookup(documents);
      documents.eachValue(
          IndexDocuments.ofKind(
              Kind.SIGHTING, new TermQuery(new Term(Fields.STATUS, QueryNode.Gone.GONE))),
          Fields.ADVERT,
          id -> {
            if (!isBack(documents, keys, id)) {
              join.gone.add(new BytesRef(id));
            }
          });
      return join;
    }

    /** Returns whether an advert that one memory holds for gone was seen since in another. */
    private static boolean isBack(IndexDocuments documents, KeyLookup keys, String id)
        throws IOException {
      return keys.findAll(Kind.SIGHTING, id).size() > 1
          && documents.findSighting(id).map(Sighting::goneSince).isEmpty();
    }

    private void readSizes(IndexDocuments documents, ClusterNames clusters) throws IOException {
      Map<String, Integer> byName = clusterSizes(documents);
      Map<LeafReaderContext, int[]> sizesByAdvert = new LinkedHashMap<>();
      documents.each(
          IndexDocuments.allOf(Kind.MEMBERSHIP),
          leaf -> {
            SortedDocValues adverts = DocValues.getSorted(leaf.reader(), Fields.ADVERT);
            SortedDocValues names = DocValues.getSorted(leaf.reader(), Fields.CLUSTER);
            int[] ofAdverts = new int[adverts.getValueCount()];
            int[] ofNames = new int[names.getValueCount()];
            Arrays.fill(ofNames, UNREAD);
            sizesByAdvert.put(leaf, ofAdverts);
            return doc -> {
              if (adverts.advanceExact(doc) && names.advanceExact(doc)) {
                int name = names.ordValue();
                if (ofNames[name] == UNREAD) {
                  ofNames[name] = sizeOf(names.lookupOrd(name).utf8ToString(), byName, clusters);
                }
                ofAdverts[adverts.ordValue()] = ofNames[name];
              }
            };
          });
      for (var leaf : sizesByAdvert.entrySet()) {
        put(DocValues.getSorted(leaf.getKey().reader(), Fields.ADVERT), leaf.getValue());
      }
    }

    /** Values are read in their own order: in that of documents, each would be unpacked alone. */
    private void put(SortedDocValues adverts, int[] sizesByOrd) throws IOException {
      TermsEnum ids = adverts.termsEnum();
      for (BytesRef id = ids.next(); id != null; id = ids.next()) {
        int size = sizesByOrd[(int) ids.ord()];
        if (size > 1) {
          put(id, size);
        }
      }
    }

    /** Only a name that is no cluster's any more has to be followed to the present one. */
    private static int sizeOf(String name, Map<String, Integer> byName, ClusterNames clusters)
        throws IOException {
      Integer size = byName.get(name);
      return size != null ? size : byName.getOrDefault(clusters.current(name), 0);
    }

    private void put(BytesRef advert, int size) {
      int ord = clustered.add(advert);
      int slot = ord < 0 ? -ord - 1 : ord;
      sizes = ArrayUtil.grow(sizes, slot + 1);
      sizes[slot] = size;
    }

    /** Clusters have ids in the same field as adverts; none is the id of an advert. */
    Columns columns(LeafReaderContext leaf) throws IOException {
      int[] column = new int[leaf.reader().maxDoc()];
      FixedBitSet goneHere = new FixedBitSet(Math.max(1, leaf.reader().maxDoc()));
      SortedDocValues ids = leaf.reader().getSortedDocValues(Fields.ID);
      if (ids != null) {
        int[] byOrd = new int[ids.getValueCount()];
        FixedBitSet goneByOrd = new FixedBitSet(Math.max(1, byOrd.length));
        TermsEnum terms = ids.termsEnum();
        for (BytesRef id = terms.next(); id != null; id = terms.next()) {
          int slot = clustered.find(id);
          byOrd[(int) terms.ord()] = slot < 0 ? 0 : sizes[slot];
          if (gone.find(id) >= 0) {
            goneByOrd.set((int) terms.ord());
          }
        }
        for (int doc = ids.nextDoc(); doc < column.length; doc = ids.nextDoc()) {
          column[doc] = byOrd[ids.ordValue()];
          if (goneByOrd.get(ids.ordValue())) {
            goneHere.set(doc);
          }
        }
      }
      return new Columns(column, goneHere);
    }
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
    documents.shownSizes().forEach((name, size) -> byName.put(name, Math.toIntExact(size)));
    return byName;
  }
}
