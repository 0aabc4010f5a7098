package org.vigie.search.fact;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.NumericUtils;
import org.vigie.search.analysis.Fields;

/** The highest of an advert's own risk, its cluster's and its network's, by document. */
final class HighestRisk extends DoubleValuesSource {
  private final FactColumns facts;

  HighestRisk(FactColumns facts) {
    this.facts = facts;
  }

  @Override
  public DoubleValues getValues(LeafReaderContext leaf, DoubleValues scores) throws IOException {
    SortedNumericDocValues own = DocValues.getSortedNumeric(leaf.reader(), Fields.RISK);
    int[] groups = facts.groupsOf(leaf);
    return new DoubleValues() {
      private double highest;

      @Override
      public double doubleValue() {
        return highest;
      }

      @Override
      public boolean advanceExact(int doc) throws IOException {
        double alone =
            own.advanceExact(doc) ? NumericUtils.sortableLongToDouble(own.nextValue()) : 0;
        highest = Math.max(alone, facts.groups().risk(groups[doc]));
        return true;
      }
    };
  }

  @Override
  public boolean needsScores() {
    return false;
  }

  @Override
  public DoubleValuesSource rewrite(IndexSearcher searcher) {
    return this;
  }

  @Override
  public boolean isCacheable(LeafReaderContext leaf) {
    // A join made later may say something else of the same segment.
    return false;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public String toString() {
    return "highest risk";
  }
}
