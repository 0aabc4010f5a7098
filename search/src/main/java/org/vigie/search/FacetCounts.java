package org.vigie.search;

import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.facet.range.DoubleRange;
import org.apache.lucene.facet.range.DoubleRangeFacetCounts;
import org.apache.lucene.facet.range.LongRange;
import org.apache.lucene.facet.range.LongRangeFacetCounts;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;

/** Counts of adverts by the values of their fields. */
final class FacetCounts {
  /** In the order in which they are shown. */
  static final List<String> FIELDS =
      List.of(
          Fields.CHANNEL,
          Fields.SITE,
          Fields.LANG,
          Fields.COUNTRY,
          Fields.PLACE,
          Fields.INDICATOR,
          Fields.GRADE,
          Fields.OUTCOME,
          Fields.FORM);

  private final IndexReader reader;

  /** A field's values in all segments, numbered: dear to make, so made once and kept. */
  private final Map<String, StringDocValuesReaderState> states = new HashMap<>();

  /** Documents that are counted one by one; of more, counts are told from a part. */
  static final int MOST_COUNTED = 50_000;

  private final int mostCounted;

  /**
   * @param mostCounted documents up to which counts are exact
   */
  FacetCounts(IndexReader reader, int mostCounted) {
    this.reader = reader;
    this.mostCounted = mostCounted;
  }

  /**
   * What was counted.
   *
   * @param facets facet → value → adverts
   * @param estimated whether the counts are told from a part of the adverts
   */
  record Counted(Map<String, Map<String, Long>> facets, boolean estimated) {
    static final Counted NOTHING = new Counted(Map.of(), false);
  }

  /** Bands of risk, highest first, by what a query says to get them. */
  private static final DoubleRange[] RISKS = {
    new DoubleRange("risk>=0.9", 0.9, true, Double.POSITIVE_INFINITY, true),
    new DoubleRange("risk>=0.7 risk<0.9", 0.7, true, 0.9, false),
    new DoubleRange("risk>=0.5 risk<0.7", 0.5, true, 0.7, false),
    new DoubleRange("risk<0.5", Double.NEGATIVE_INFINITY, true, 0.5, false)
  };

  /** Sizes of clusters, largest first, by what a query says to get them. */
  private static final LongRange[] SIZES = {
    new LongRange("size>=100", 100, true, Long.MAX_VALUE, true),
    new LongRange("size>=10 size<100", 10, true, 100, false),
    new LongRange("size>=2 size<10", 2, true, 10, false),
    new LongRange("size<2", 0, true, 2, false)
  };

  private static final LongRange[] STANDING = {
    new LongRange("status:" + QueryNode.Gone.THERE, 0, true, 0, true),
    new LongRange("status:" + QueryNode.Gone.GONE, 1, true, 1, true)
  };

  /**
   * Returns facet → value → number of collected adverts, the most first, then by value. The values
   * of {@code risk}, {@code size} and {@code status} are conditions as a query has them, in a fixed
   * order.
   */
  Counted of(FacetsCollector collected, FactColumns facts, int most) throws IOException {
    long found = collected.getMatchingDocs().stream().mapToLong(docs -> docs.totalHits()).sum();
    if (found <= mostCounted) {
      return new Counted(counted(collected, facts, most), false);
    }
    SampledHits part = SampledHits.of(collected, found, mostCounted);
    Map<String, Map<String, Long>> facets = new LinkedHashMap<>();
    counted(part, facts, most)
        .forEach((name, counts) -> {
          Map<String, Long> scaled = new LinkedHashMap<>();
          counts.forEach((value, adverts) -> scaled.put(value, part.scaled(adverts)));
          facets.put(name, Collections.unmodifiableMap(scaled));
        });
    return new Counted(Collections.unmodifiableMap(facets), true);
  }

  private Map<String, Map<String, Long>> counted(
      FacetsCollector collected, FactColumns facts, int most) throws IOException {
    Map<String, Map<String, Long>> facets = new LinkedHashMap<>();
    for (String field : FIELDS) {
      facets.put(field, counts(Fields.facet(field), collected, most));
    }
    facets.put("risk", some(new DoubleRangeFacetCounts(Fields.RISK, collected, RISKS)));
    facets.put("size", some(new LongRangeFacetCounts("size", facts.sizes(), collected, SIZES)));
    facets.put(
        "status", some(new LongRangeFacetCounts("status", facts.gone(), collected, STANDING)));
    return Collections.unmodifiableMap(facets);
  }

  /** Returns the ranges that hold any advert. */
  private static Map<String, Long> some(Facets ranges) throws IOException {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (FacetResult result : ranges.getAllDims(Integer.MAX_VALUE)) {
      for (LabelAndValue value : result.labelValues) {
        if (value.value.longValue() > 0) {
          counts.put(value.label, value.value.longValue());
        }
      }
    }
    return Collections.unmodifiableMap(counts);
  }

  private Map<String, Long> counts(String field, FacetsCollector collected, int most)
      throws IOException {
    Map<String, Long> counts = new LinkedHashMap<>();
    if (!holds(field)) {
      return counts;
    }
    FacetResult result =
        new StringValueFacetCounts(state(field), collected).getTopChildren(most, field);
    if (result != null) {
      for (LabelAndValue value : result.labelValues) {
        counts.put(value.label, value.value.longValue());
      }
    }
    return Collections.unmodifiableMap(counts);
  }

  /** Numbers the values of all fields, which the first search would wait for. */
  void ready() throws IOException {
    for (String field : FIELDS) {
      if (holds(Fields.facet(field))) {
        state(Fields.facet(field));
      }
    }
  }

  private synchronized StringDocValuesReaderState state(String field) throws IOException {
    StringDocValuesReaderState state = states.get(field);
    if (state == null) {
      state = new StringDocValuesReaderState(reader, field);
      states.put(field, state);
    }
    return state;
  }

  private boolean holds(String field) {
    for (LeafReaderContext leaf : reader.leaves()) {
      if (leaf.reader().getFieldInfos().fieldInfo(field) != null) {
        return true;
      }
    }
    return false;
  }
}
