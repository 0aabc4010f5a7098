package org.vigie.search.fact;

import java.io.IOException;
import java.lang.ref.WeakReference;
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

  /** One entry a segment: what a newer join says takes the place of what was said before. */
  private final ConcurrentMap<IndexReader.CacheKey, Joined> bySegment = new ConcurrentHashMap<>();

  private @Nullable FactJoin join;
  private boolean joining;

  public AdvertFacts(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** What a join says of one segment. */
  private record Joined(FactJoin by, FactJoin.Columns columns) {}

  /**
   * Returns the facts as far as they are known of an index. Only the first search of all waits for
   * a join; later ones are made beside the searches.
   */
  public FactColumns of(IndexDocuments documents, ClusterNames clusters) throws IOException {
    FactJoin known = joined(documents, clusters);
    Map<LeafReaderContext, int[]> groupsOf = new IdentityHashMap<>();
    Map<LeafReaderContext, FixedBitSet> goneOf = new IdentityHashMap<>();
    for (LeafReaderContext leaf : documents.reader().leaves()) {
      FactJoin.Columns ofLeaf = columns(known, leaf);
      groupsOf.put(leaf, ofLeaf.groups());
      goneOf.put(leaf, ofLeaf.gone());
    }
    return new FactColumns(known.groups(), groupsOf, goneOf);
  }

  private FactJoin.Columns columns(FactJoin known, LeafReaderContext leaf) throws IOException {
    @Nullable Joined joined = bySegment.get(segment(leaf));
    return joined != null && joined.by() == known ? joined.columns() : columnsOnce(known, leaf);
  }

  /** Who needs the same segment meanwhile waits, and doesn't join it too. */
  private FactJoin.Columns columnsOnce(FactJoin known, LeafReaderContext leaf) throws IOException {
    synchronized (known) {
      @Nullable Joined joined = bySegment.get(segment(leaf));
      if (joined != null && joined.by() == known) {
        return joined.columns();
      }
      FactJoin.Columns made = known.columns(leaf);
      synchronized (this) {
        if (known == join) {
          keep(leaf, new Joined(known, made));
        }
      }
      return made;
    }
  }

  /** Returns whether any search has asked for facts yet. */
  public synchronized boolean isAskedFor() {
    return join != null;
  }

  private synchronized FactJoin joined(IndexDocuments documents, ClusterNames clusters)
      throws IOException {
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

  /** Keeps what is said of a segment for as long as any reader has it open. */
  private void keep(LeafReaderContext leaf, Joined joined) {
    if (bySegment.put(segment(leaf), joined) == null) {
      // A segment may stay open for days, and must not keep what nobody asks any more.
      WeakReference<AdvertFacts> asked = new WeakReference<>(this);
      leaf.reader().getCoreCacheHelper().addClosedListener(closed -> forget(asked.get(), closed));
    }
  }

  private static void forget(@Nullable AdvertFacts facts, IndexReader.CacheKey segment) {
    if (facts != null) {
      facts.bySegment.remove(segment);
    }
  }

  private void joinAnew(IndexDocuments documents, ClusterNames clusters) {
    try {
      FactJoin newer = FactJoin.of(documents, clusters, nanoTime.getAsLong());
      Map<LeafReaderContext, FactJoin.Columns> columns = new IdentityHashMap<>();
      for (LeafReaderContext leaf : documents.reader().leaves()) {
        columns.put(leaf, newer.columns(leaf));
      }
      synchronized (this) {
        join = newer;
        columns.forEach((leaf, made) -> keep(leaf, new Joined(newer, made)));
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
