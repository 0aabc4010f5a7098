package org.vigie.search;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;
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
          Fields.OUTCOME,
          Fields.FORM);

  private final IndexReader reader;

  /** A field's values in all segments, numbered: dear to make, so made once and kept. */
  private final Map<String, StringDocValuesReaderState> states = new ConcurrentHashMap<>();

  FacetCounts(IndexReader reader) {
    this.reader = reader;
  }

  /** Returns facet → value → number of collected adverts, the most first, then by value. */
  Map<String, Map<String, Long>> of(FacetsCollector collected, int most) throws IOException {
    Map<String, Map<String, Long>> facets = new LinkedHashMap<>();
    for (String field : FIELDS) {
      facets.put(field, counts(Fields.facet(field), collected, most));
    }
    return Collections.unmodifiableMap(facets);
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

  private StringDocValuesReaderState state(String field) throws IOException {
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
