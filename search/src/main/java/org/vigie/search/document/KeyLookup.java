package org.vigie.search.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;
import org.vigie.search.analysis.Fields;

/**
 * Finds documents by kind and id, many one after the other. For one thread.
 *
 * <p>A page of hits asks for some eighty: a search for each would set up weights, collectors and
 * terms for every segment each time.
 */
public final class KeyLookup {
  private final List<Leaf> leaves = new ArrayList<>();

  public KeyLookup(IndexDocuments documents) throws IOException {
    for (LeafReaderContext leaf : documents.reader().leaves()) {
      Terms terms = leaf.reader().terms(Fields.KEY);
      if (terms != null) {
        leaves.add(new Leaf(leaf, terms.iterator()));
      }
    }
  }

  /**
   * A document.
   *
   * @param leaf its segment
   * @param doc its number within the segment
   */
  public record Place(LeafReaderContext leaf, int doc) {
    /** Returns its number within the index. */
    public int global() {
      return leaf.docBase + doc;
    }
  }

  /** Finds the document of a kind with an id. */
  public Optional<Place> find(Kind kind, String id) throws IOException {
    BytesRef key = kind.keyTerm(id).bytes();
    for (Leaf leaf : leaves) {
      int doc = leaf.find(key);
      if (doc != DocIdSetIterator.NO_MORE_DOCS) {
        return Optional.of(new Place(leaf.context, doc));
      }
    }
    return Optional.empty();
  }

  /** Finds the documents of a kind with an id, in whatever memories they stand. */
  public List<Place> findAll(Kind kind, String id) throws IOException {
    BytesRef key = kind.keyTerm(id).bytes();
    List<Place> found = new ArrayList<>();
    for (Leaf leaf : leaves) {
      leaf.addAll(key, found);
    }
    return found;
  }

  /** One segment; its enumerations are used again. */
  private static final class Leaf {
    private final LeafReaderContext context;
    private final TermsEnum terms;
    private @Nullable PostingsEnum postings;

    Leaf(LeafReaderContext context, TermsEnum terms) {
      this.context = context;
      this.terms = terms;
    }

    int find(BytesRef key) throws IOException {
      return terms.seekExact(key) ? current() : DocIdSetIterator.NO_MORE_DOCS;
    }

    void addAll(BytesRef key, List<Place> places) throws IOException {
      @Nullable BytesRef term =
          terms.seekCeil(key) == TermsEnum.SeekStatus.END ? null : terms.term();
      while (term != null && StringHelper.startsWith(term, key)) {
        int doc = isInMemory(term, key) ? current() : DocIdSetIterator.NO_MORE_DOCS;
        if (doc != DocIdSetIterator.NO_MORE_DOCS) {
          places.add(new Place(context, doc));
        }
        term = terms.next();
      }
    }

    /** A key that begins with another may be that of a longer id. */
    private static boolean isInMemory(BytesRef term, BytesRef key) {
      return term.length == key.length
          || term.bytes[term.offset + key.length] == IndexDocuments.MEMORY.charAt(0);
    }

    /** Returns the document of the key that the enumeration stands at. */
    private int current() throws IOException {
      PostingsEnum found = terms.postings(postings, PostingsEnum.NONE);
      postings = found;
      var live = context.reader().getLiveDocs();
      int doc = found.nextDoc();
      while (doc != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(doc)) {
        doc = found.nextDoc();
      }
      return doc;
    }
  }
}
