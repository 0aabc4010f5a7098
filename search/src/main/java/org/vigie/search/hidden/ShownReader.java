package org.vigie.search.hidden;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

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

  /**
   * Returns a reader of all but some things; the reader itself if there are none.
   *
   * @param documents what readers of the same index before this found
   */
  public static IndexReader of(IndexReader whole, HiddenThings hidden, HiddenDocuments documents)
      throws IOException {
    if (hidden.isEmpty()) {
      return whole;
    }
    List<int[]> unshown = documents.of(whole, hidden);
    List<LeafReader> leaves = new ArrayList<>();
    for (LeafReaderContext leaf : whole.leaves()) {
      leaves.add(new Leaf(leaf.reader(), unshown.get(leaf.ord)));
    }
    return new ShownReader(whole, leaves);
  }

  @Override
  protected synchronized void doClose() throws IOException {
    super.doClose();
    whole.decRef();
  }

  /** One segment of it. */
  private static final class Leaf extends FilterLeafReader {
    private final @Nullable Bits live;
    private final int shown;

    Leaf(LeafReader segment, int[] unshown) {
      super(segment);
      if (unshown.length == 0) {
        live = segment.getLiveDocs();
        shown = segment.numDocs();
      } else {
        FixedBitSet left = live(segment);
        for (int doc : unshown) {
          left.clear(doc);
        }
        live = left;
        shown = left.cardinality();
      }
    }

    private static FixedBitSet live(LeafReader segment) {
      @Nullable Bits live = segment.getLiveDocs();
      if (live != null) {
        return FixedBitSet.copyOf(live); // by words
      }
      FixedBitSet all = new FixedBitSet(segment.maxDoc());
      all.set(0, segment.maxDoc());
      return all;
    }

    @Override
    public @Nullable Bits getLiveDocs() {
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
