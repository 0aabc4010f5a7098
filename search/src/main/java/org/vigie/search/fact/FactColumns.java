package org.vigie.search.fact;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.facet.range.LongRange;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LongValues;
import org.apache.lucene.search.LongValuesSource;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.FixedBitSet;

/**
 * What is known of the adverts of one index beside what they say themselves, by document.
 *
 * @see AdvertFacts
 */
public final class FactColumns {
  private final Groups groups;
  private final Map<LeafReaderContext, int[]> groupsBySegment;

  /** Adverts in the cluster of each advert, 1 for an advert that is alone. */
  private final Column sizes;

  /** 1 for an advert that was found gone. */
  private final Column gone;

  /**
   * @param groupsBySegment the group of each advert
   */
  FactColumns(
      Groups groups,
      Map<LeafReaderContext, int[]> groupsBySegment,
      Map<LeafReaderContext, FixedBitSet> goneBySegment) {
    this.groups = groups;
    this.groupsBySegment = groupsBySegment;
    this.sizes =
        new Column(leaf -> {
          int[] column = groupsOf(leaf);
          return doc -> groups.size(column[doc]);
        });
    this.gone =
        new Column(leaf -> {
          FixedBitSet column = goneBySegment.get(leaf);
          return doc -> column != null && column.get(doc) ? 1 : 0;
        });
  }

  /** Returns the group of each advert of a segment, by document. */
  public int[] groupsOf(LeafReaderContext leaf) {
    int[] column = groupsBySegment.get(leaf);
    return column == null ? new int[leaf.reader().maxDoc()] : column;
  }

  /** Returns the groups that adverts stand in. */
  public Groups groups() {
    return groups;
  }

  public LongValuesSource sizes() {
    return sizes;
  }

  public LongValuesSource gone() {
    return gone;
  }

  /** Returns the adverts whose cluster's size is in a range. */
  public Query sized(long least, long most) {
    if (least > most) {
      return new MatchNoDocsQuery("no size lies between " + least + " and " + most);
    }
    return new LongRange("size", least, true, most, true).getQuery(null, sizes);
  }

  /** Returns the adverts that were found gone, or those that weren't. */
  public Query gone(boolean wanted) {
    long value = wanted ? 1 : 0;
    return new LongRange("gone", value, true, value, true).getQuery(null, gone);
  }

  /** Returns the order in which adverts of large clusters come first. */
  public SortField largestFirst() {
    return sizes.getSortField(true);
  }

  /**
   * Returns the order in which adverts come first whose own risk, or that of their cluster or
   * network, is highest.
   */
  public SortField riskiestFirst() {
    return new HighestRisk(this).getSortField(true);
  }

  /** What a document's value is in one segment. */
  private interface Values {
    long of(int doc);
  }

  /** Where the values of a segment come from. */
  private interface Segments {
    Values of(LeafReaderContext leaf);
  }

  /**
   * Numbers beside the documents; each index has its own, so they are equal to none but themselves.
   */
  private static final class Column extends LongValuesSource {
    private final Segments segments;

    Column(Segments segments) {
      this.segments = segments;
    }

    @Override
    public LongValues getValues(LeafReaderContext leaf, DoubleValues scores) {
      Values values = segments.of(leaf);
      return new LongValues() {
        private int doc = -1;

        @Override
        public long longValue() throws IOException {
          return values.of(doc);
        }

        @Override
        public boolean advanceExact(int next) {
          doc = next;
          return true;
        }
      };
    }

    @Override
    public boolean needsScores() {
      return false;
    }

    @Override
    public LongValuesSource rewrite(IndexSearcher searcher) {
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
      return "facts";
    }
  }
}
