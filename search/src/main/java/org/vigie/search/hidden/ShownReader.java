package org.vigie.search.hidden;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.vigie.search.analysis.Fields;
import org.vigie.search.document.FactDocuments;
import org.vigie.search.document.IndexDocuments;
import org.vigie.search.document.Kind;

/**
 * An index whose hidden documents are as good as deleted: no search, no count and no look-up meets
 * them. Closing it closes the index.
 */
public final class ShownReader extends MultiReader {
  private final IndexReader whole;

  private ShownReader(IndexReader whole, List<LeafReader> leaves) throws IOException {
    super(leaves.toArray(IndexReader[]::new), true);
    this.whole = whole;
  }

  /** Returns a reader of all but some things; the reader itself if there are none. */
  public static IndexReader of(IndexReader whole, HiddenThings hidden) throws IOException {
    if (hidden.isEmpty()) {
      return whole;
    }
    IndexDocuments documents = new IndexDocuments(whole);
    FixedBitSet unshown = new FixedBitSet(Math.max(1, whole.maxDoc()));
    for (Query query : queries(hidden)) {
      documents.each(
          query,
          leaf -> {
            int base = leaf.docBase;
            return doc -> unshown.set(base + doc);
          });
    }
    List<LeafReader> leaves = new ArrayList<>();
    for (LeafReaderContext leaf : whole.leaves()) {
      leaves.add(new Leaf(leaf.reader(), leaf.docBase, unshown));
    }
    return new ShownReader(whole, leaves);
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

  @Override
  protected synchronized void doClose() throws IOException {
    super.doClose();
    whole.decRef();
  }

  /** One segment of it. */
  private static final class Leaf extends FilterLeafReader {
    private final FixedBitSet live;
    private final int shown;

    Leaf(LeafReader segment, int base, FixedBitSet unshown) {
      super(segment);
      live = new FixedBitSet(Math.max(1, segment.maxDoc()));
      Bits before = segment.getLiveDocs();
      for (int doc = 0; doc < segment.maxDoc(); doc++) {
        if ((before == null || before.get(doc)) && !unshown.get(base + doc)) {
          live.set(doc);
        }
      }
      shown = live.cardinality();
    }

    @Override
    public Bits getLiveDocs() {
      return live;
    }

    @Override
    public int numDocs() {
      return shown;
    }

    @Override
    public CacheHelper getCoreCacheHelper() {
      return in.getCoreCacheHelper();
    }

    /** What was deleted is another here. */
    @Override
    public @Nullable CacheHelper getReaderCacheHelper() {
      return null;
    }

    /** The segment belongs to the whole index, which is closed as one. */
    @Override
    protected void doClose() {}
  }
}
