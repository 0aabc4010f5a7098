package org.vigie.search.hidden;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.NumericUtils;
import org.vigie.search.analysis.Fields;
import org.vigie.search.document.AdvertDocument;
import org.vigie.search.document.IndexDocuments;

/**
 * Between which times some adverts lie, on which days, and how risky the riskiest is. Read from
 * columns.
 *
 * @param first earliest event time, in milliseconds since 1970
 * @param last latest event time, likewise
 * @param highestRisk highest risk probability, in millionths rounded, as sums of clusters have it
 * @param days UTC day since 1970 → adverts
 */
record Extent(long first, long last, double highestRisk, Map<Long, Long> days) {
  private static final double MILLION = 1_000_000;

  private static final long DAY = 86_400_000;

  /** Returns that of the adverts that match a query. */
  static Extent of(IndexDocuments documents, Query adverts) throws IOException {
    long[] range = {Long.MAX_VALUE, Long.MIN_VALUE};
    double[] highest = new double[1];
    Map<Long, Long> days = new HashMap<>();
    documents.each(
        adverts,
        leaf -> {
          SortedNumericDocValues times = DocValues.getSortedNumeric(leaf.reader(), Fields.TIME);
          SortedNumericDocValues risks = DocValues.getSortedNumeric(leaf.reader(), Fields.RISK);
          return doc -> {
            if (times.advanceExact(doc)) {
              long time = times.nextValue();
              range[0] = Math.min(range[0], time);
              range[1] = Math.max(range[1], time);
              days.merge(Math.floorDiv(time, DAY), 1L, Long::sum);
            }
            if (risks.advanceExact(doc)) {
              highest[0] =
                  Math.max(highest[0], NumericUtils.sortableLongToDouble(risks.nextValue()));
            }
          };
        });
    return new Extent(range[0], range[1], Math.round(highest[0] * MILLION) / MILLION, days);
  }

  /** Returns the earliest event time; another one if it is that, to below the millisecond. */
  Instant first(Instant other) {
    return known(first, other);
  }

  /** Returns the latest event time, likewise. */
  Instant last(Instant other) {
    return known(last, other);
  }

  private Instant known(long millis, Instant other) {
    return days.isEmpty() || AdvertDocument.millis(other) == millis
        ? other
        : Instant.ofEpochMilli(millis);
  }
}
