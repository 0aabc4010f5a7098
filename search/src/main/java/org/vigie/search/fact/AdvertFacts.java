package org.vigie.search.fact;

import java.io.IOException;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.search.document.ClusterNames;
import org.vigie.search.document.IndexDocuments;

/**
 * What small documents of their own say of adverts, laid beside the adverts so that a search can
 * filter, count, order and fold by it: which cluster each stands in, how large and how risky that
 * is together, how risky its network, and whether the advert is gone.
 *
 * <p>Joining takes a pass over all memberships, so an index that is written to all the time is
 * joined anew at most every {@link #OLDEST}; adverts that are newer than that count as alone and
 * still there until then, unless the last join knew them.
 */
public final class AdvertFacts {
  /** How old a join may be while commits come in. */
  static final Duration OLDEST = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(AdvertFacts.class);

  private final LongSupplier nanoTime;
  private ConcurrentMap<IndexReader.CacheKey, FactJoin.Columns> bySegment =
      new ConcurrentHashMap<>();
  private @Nullable FactJoin join;
  private boolean joining;

  public AdvertFacts(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * Returns the facts as far as they are known of an index. Only the first search of all waits for
   * a join; later ones are made beside the searches.
   */
  public FactColumns of(IndexDocuments documents, ClusterNames clusters) throws IOException {
    FactJoin known;
    ConcurrentMap<IndexReader.CacheKey, FactJoin.Columns> columns;
    synchronized (this) {
      known = joined(documents, clusters);
      columns = bySegment;
    }
    Map<LeafReaderContext, int[]> groupsOf = new IdentityHashMap<>();
    Map<LeafReaderContext, FixedBitSet> goneOf = new IdentityHashMap<>();
    for (LeafReaderContext leaf : documents.reader().leaves()) {
      FactJoin.Columns ofLeaf = columns.get(segment(leaf));
      if (ofLeaf == null) {
        ofLeaf = columnsOnce(known, leaf, columns);
      }
      groupsOf.put(leaf, ofLeaf.groups());
      goneOf.put(leaf, ofLeaf.gone());
    }
    return new FactColumns(known.groups(), groupsOf, goneOf);
  }

  /** Who needs the same segment meanwhile waits, and doesn't join it too. */
  private static FactJoin.Columns columnsOnce(
      FactJoin known,
      LeafReaderContext leaf,
      ConcurrentMap<IndexReader.CacheKey, FactJoin.Columns> columns)
      throws IOException {
    synchronized (known) {
      FactJoin.Columns made = columns.get(segment(leaf));
      if (made == null) {
        made = known.columns(leaf);
        keep(columns, leaf, made);
      }
      return made;
    }
  }

  /** Returns whether any search has asked for facts yet. */
  public synchronized boolean isAskedFor() {
    return join != null;
  }

  private FactJoin joined(IndexDocuments documents, ClusterNames clusters) throws IOException {
    IndexReader reader = documents.reader();
    FactJoin known = join;
    if (known == null) {
      known = FactJoin.of(documents, clusters, nanoTime.getAsLong());
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
      ConcurrentMap<IndexReader.CacheKey, FactJoin.Columns> columns,
      LeafReaderContext leaf,
      FactJoin.Columns made)
      throws IOException {
    if (columns.putIfAbsent(segment(leaf), made) == null) {
      leaf.reader().getCoreCacheHelper().addClosedListener(columns::remove);
    }
  }

  private void joinAnew(IndexDocuments documents, ClusterNames clusters) {
    try {
      FactJoin newer = FactJoin.of(documents, clusters, nanoTime.getAsLong());
      ConcurrentMap<IndexReader.CacheKey, FactJoin.Columns> columns = new ConcurrentHashMap<>();
      for (LeafReaderContext leaf : documents.reader().leaves()) {
        keep(columns, leaf, newer.columns(leaf));
      }
      synchronized (this) {
        join = newer;
        bySegment = columns;
      }
    } catch (IOException | RuntimeException e) {
      // What was known before stands; the next search tries again.
      LOG.warn("what is known of clusters could not be read anew", e);
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
}
