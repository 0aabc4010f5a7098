package org.vigie.search;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.NumericUtils;

/**
 * The highest of an advert's own risk and those of the groups that it stands in, by document.
 *
 * <p>Each index has its own, so it is equal to none but itself.
 */
final class HighestRisk extends DoubleValuesSource {
  private final Map<LeafReaderContext, float[]> ofGroups;

  HighestRisk(Map<LeafReaderContext, float[]> ofGroups) {
    this.ofGroups = Map.copyOf(ofGroups);
  }

  @Override
  public DoubleValues getValues(LeafReaderContext leaf, DoubleValues scores) throws IOException {
    SortedNumericDocValues own = DocValues.getSortedNumeric(leaf.reader(), Fields.RISK);
    float[] groups = ofGroups.getOrDefault(leaf, new float[0]);
    return new DoubleValues() {
      private double value;

      @Override
      public double doubleValue() {
        return value;
      }

      @Override
      public boolean advanceExact(int doc) throws IOException {
        double group = doc < groups.length ? groups[doc] : 0;
        value =
            own.advanceExact(doc)
                ? Math.max(group, NumericUtils.sortableLongToDouble(own.nextValue()))
                : group;
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
  public Explanation explain(LeafReaderContext leaf, int doc, Explanation scores)
      throws IOException {
    DoubleValues values = getValues(leaf, DoubleValues.EMPTY);
    values.advanceExact(doc);
    return Explanation.match(values.doubleValue(), toString());
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
