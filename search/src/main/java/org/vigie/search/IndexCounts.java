package org.vigie.search;

import java.io.IOException;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.Query;
import org.vigie.search.analysis.Fields;
import org.vigie.search.document.IndexDocuments;
import org.vigie.search.document.Kind;

/**
 * What an index holds.
 *
 * @param adverts different adverts
 * @param sightings how often adverts were met in all
 * @param clusters clusters of at least two adverts
 * @param alerts alerts
 */
public record IndexCounts(long adverts, long sightings, long clusters, long alerts) {
  static IndexCounts of(IndexDocuments documents) throws IOException {
    return new IndexCounts(
        documents.count(IndexDocuments.allOf(Kind.ADVERT)),
        sightings(documents),
        documents.count(largeClusters(2))
            - documents.shownSizes().values().stream().filter(size -> size < 2).count(),
        documents.count(IndexDocuments.allOf(Kind.ALERT)));
  }

  /** Returns the clusters with at least a number of adverts. */
  static Query largeClusters(int minSize) {
    return IndexDocuments.ofKind(
        Kind.CLUSTER, LongField.newRangeQuery(Fields.SIZE, minSize, Long.MAX_VALUE));
  }

  private static long sightings(IndexDocuments documents) throws IOException {
    long[] sum = new long[1];
    documents.each(
        IndexDocuments.allOf(Kind.SIGHTING),
        leaf -> {
          var times = leaf.reader().getSortedNumericDocValues(Fields.TIMES);
          return doc -> {
            if (times != null && times.advanceExact(doc)) {
              sum[0] += times.nextValue();
            }
          };
        });
    return sum[0];
  }
}
