package org.vigie.search.document;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** The terms of a segment that begin with something. */
final class TermPrefixes {
  private TermPrefixes() {}

  /** Returns whether more than a number of terms begin with a prefix. */
  static boolean expandsBeyond(LeafReader reader, Term prefix, int limit) throws IOException {
    Terms terms = reader.terms(prefix.field());
    if (terms == null) {
      return false;
    }
    TermsEnum each = terms.iterator();
    if (each.seekCeil(prefix.bytes()) == TermsEnum.SeekStatus.END) {
      return false;
    }
    int count = 0;
    BytesRef term = each.term();
    while (term != null && StringHelper.startsWith(term, prefix.bytes())) {
      count++;
      if (count > limit) {
        return true;
      }
      term = each.next();
    }
    return false;
  }
}
