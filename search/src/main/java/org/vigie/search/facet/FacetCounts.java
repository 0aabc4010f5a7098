package org.vigie.search.facet;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.LongValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IntsRef;
import org.vigie.search.analysis.Fields;
import org.vigie.search.fact.FactColumns;

/** Counts of adverts by the values of their fields. */
public final class FacetCounts {
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
          Fields.FORM,
          Fields.GENRE);

  /** Adverts that are counted one by one; of more, counts are told from a part. */
  public static final int MOST_COUNTED = 50_000;

  /** Sizes of clusters, largest first, by what a query says to get them. */
  private static final List<String> SIZES =
      List.of("size>=100", "size>=10 size<100", "size>=2 size<10", "size<2");

  private static final List<String> STANDING =
      List.of("status:" + Fields.THERE, "status:" + Fields.GONE);

  private static final Comparator<Map.Entry<BytesRef, Long>> MOST_FIRST =
      Map.Entry.<BytesRef, Long>comparingByValue()
          .reversed()
          .thenComparing(Map.Entry.comparingByKey());

  private final FacetColumns columns;

  public FacetCounts(FacetColumns columns) {
    this.columns = columns;
  }

  /**
   * What was counted.
   *
   * @param facets facet → value → adverts
   * @param estimated whether the counts are told from a part of the adverts
   */
  public record Counted(Map<String, Map<String, Long>> facets, boolean estimated) {
    public static final Counted NOTHING = new Counted(Map.of(), false);
  }

  /**
   * Returns facet → value → number of adverts found, the most first, then by value. The values of
   * {@code risk}, {@code size} and {@code status} are conditions as a query has them, in a fixed
   * order.
   */
  public Counted of(SampledHits hits, FactColumns facts, int most) throws IOException {
    int[][] counts = columns.count(hits);
    Map<String, Map<String, Long>> facets = new LinkedHashMap<>();
    for (int field = 0; field < FIELDS.size(); field++) {
      facets.put(FIELDS.get(field), values(field, counts[field], hits, most));
    }
    int[] risks = counts[FIELDS.size()];
    facets.put("risk", some(FacetColumns.RISKS, Arrays.copyOfRange(risks, 1, risks.length), hits));
    facets.put("size", some(SIZES, bySize(facts, hits), hits));
    facets.put("status", some(STANDING, byStanding(facts, hits), hits));
    return new Counted(Collections.unmodifiableMap(facets), hits.isPart());
  }

  /** Returns the values of a field that most adverts have. */
  private Map<String, Long> values(int field, int[] bySet, SampledHits hits, int most) {
    Map<BytesRef, Long> byValue = new HashMap<>();
    for (int set = 1; set < bySet.length; set++) {
      if (bySet[set] > 0) {
        for (BytesRef value : columns.set(field, set)) {
          byValue.merge(value, (long) bySet[set], Long::sum);
        }
      }
    }
    Map<String, Long> counts = new LinkedHashMap<>();
    byValue.entrySet().stream()
        .sorted(MOST_FIRST)
        .limit(most)
        .forEach(value -> counts.put(value.getKey().utf8ToString(), hits.scaled(value.getValue())));
    return Collections.unmodifiableMap(counts);
  }

  private static int[] bySize(FactColumns facts, SampledHits hits) throws IOException {
    int[] counts = new int[SIZES.size()];
    for (SampledHits.Segment segment : hits.segments()) {
      LongValues sizes = facts.sizes().getValues(segment.leaf(), null);
      IntsRef docs = segment.docs();
      for (int i = 0; i < docs.length; i++) {
        sizes.advanceExact(docs.ints[i]);
        long size = sizes.longValue();
        // A sum, and not a branch: which size comes next can't be foretold.
        counts[(size < 100 ? 1 : 0) + (size < 10 ? 1 : 0) + (size < 2 ? 1 : 0)]++;
      }
    }
    return counts;
  }

  private static int[] byStanding(FactColumns facts, SampledHits hits) throws IOException {
    int[] counts = new int[STANDING.size()];
    for (SampledHits.Segment segment : hits.segments()) {
      LongValues gone = facts.gone().getValues(segment.leaf(), null);
      IntsRef docs = segment.docs();
      for (int i = 0; i < docs.length; i++) {
        gone.advanceExact(docs.ints[i]);
        counts[(int) gone.longValue()]++;
      }
    }
    return counts;
  }

  /** Returns the bands that hold any advert. */
  private static Map<String, Long> some(List<String> bands, int[] counts, SampledHits hits) {
    Map<String, Long> some = new LinkedHashMap<>();
    for (int band = 0; band < counts.length; band++) {
      if (counts[band] > 0) {
        some.put(bands.get(band), hits.scaled(counts[band]));
      }
    }
    return Collections.unmodifiableMap(some);
  }
}
