package org.vigie.search.facet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;
import org.vigie.search.analysis.Fields;

/**
 * The values that adverts are counted by, laid in memory beside the documents of each segment: a
 * search that counts tens of thousands of adverts by nine fields would spend most of its time
 * taking the same values out of the index again. Some ten bytes an advert; a segment's are kept for
 * as long as any reader has it open.
 *
 * <p>The sets of values that occur in a field are numbered, as most adverts have one value and few
 * of all possible sets occur. Of fields with few of them, the combinations that occur are numbered
 * once more, so that one count stands for all these fields.
 */
public final class FacetColumns {
  /** Bands of risk, highest first, numbered from 1, by what a query says to get them. */
  static final List<String> RISKS =
      List.of("risk>=0.9", "risk>=0.7 risk<0.9", "risk>=0.5 risk<0.7", "risk<0.5");

  private static final int FIELDS = FacetCounts.FIELDS.size();

  /** Fields of which each has a column of its own. */
  private static final List<Integer> WITH_MANY_SETS =
      Stream.of(Fields.SITE, Fields.PLACE, Fields.INDICATOR)
          .map(FacetCounts.FIELDS::indexOf)
          .toList();

  /** The other fields and the risk. */
  private static final List<Integer> WITH_FEW_SETS =
      IntStream.rangeClosed(0, FIELDS)
          .boxed()
          .filter(field -> !WITH_MANY_SETS.contains(field))
          .toList();

  private final List<Numbered<List<BytesRef>>> sets = new ArrayList<>();
  private final Numbered<List<Integer>> combinations = new Numbered<>();
  private final ConcurrentMap<IndexReader.CacheKey, FacetTable> bySegment =
      new ConcurrentHashMap<>();

  public FacetColumns() {
    FacetCounts.FIELDS.forEach(field -> sets.add(new Numbered<>()));
  }

  /** Reads the values of segments that nobody has asked for yet. */
  public void read(List<LeafReaderContext> leaves) throws IOException {
    for (LeafReaderContext leaf : leaves) {
      of(leaf);
    }
  }

  /** Returns the set of values of a field that has a number. */
  List<BytesRef> set(int field, int number) {
    return sets.get(field).value(number);
  }

  /**
   * Returns how many of some adverts have each number: by field, as {@link FacetCounts#FIELDS} has
   * them, and number of its set of values; last, by band of risk. What has number 0 has no value.
   */
  int[][] count(SampledHits hits) throws IOException {
    List<FacetTable> tables = new ArrayList<>();
    for (SampledHits.Segment segment : hits.segments()) {
      tables.add(of(segment.leaf()));
    }
    // Only now are all numbers given that stand in these tables.
    int[][] counts = new int[FIELDS + 1][];
    for (int field = 0; field < FIELDS; field++) {
      counts[field] = new int[sets.get(field).largest() + 1];
    }
    counts[FIELDS] = new int[RISKS.size() + 1];
    int[][] columns = new int[WITH_MANY_SETS.size() + 1][];
    for (int column = 0; column < WITH_MANY_SETS.size(); column++) {
      columns[column] = counts[WITH_MANY_SETS.get(column)];
    }
    int[] combined = new int[combinations.largest() + 1];
    columns[WITH_MANY_SETS.size()] = combined;
    for (int i = 0; i < tables.size(); i++) {
      tables.get(i).count(hits.segments().get(i).docs(), columns);
    }
    addApart(combined, counts);
    return counts;
  }

  /** Adds the counts of combinations to those of the sets in them. */
  private void addApart(int[] combined, int[][] counts) {
    for (int number = 1; number < combined.length; number++) {
      if (combined[number] > 0) {
        List<Integer> combination = combinations.value(number);
        for (int i = 0; i < combination.size(); i++) {
          counts[WITH_FEW_SETS.get(i)][combination.get(i)] += combined[number];
        }
      }
    }
  }

  private FacetTable of(LeafReaderContext leaf) throws IOException {
    // The core of a segment stays the same when documents of it are deleted.
    IndexReader.CacheHelper core = leaf.reader().getCoreCacheHelper();
    @Nullable FacetTable known = bySegment.get(core.getKey());
    return known != null ? known : read(leaf.reader(), core);
  }

  /** Who needs the same segment meanwhile waits, and doesn't read it too. */
  private synchronized FacetTable read(LeafReader segment, IndexReader.CacheHelper core)
      throws IOException {
    @Nullable FacetTable known = bySegment.get(core.getKey());
    if (known != null) {
      return known;
    }
    List<int[]> fields = new ArrayList<>();
    for (int field = 0; field < FIELDS; field++) {
      String name = Fields.facet(FacetCounts.FIELDS.get(field));
      SortedSetDocValues values = DocValues.getSortedSet(segment, name);
      fields.add(numbers(values, segment.maxDoc(), sets.get(field)));
    }
    fields.add(bands(DocValues.getSortedNumeric(segment, Fields.RISK), segment.maxDoc()));
    List<int[]> columns = new ArrayList<>();
    WITH_MANY_SETS.forEach(field -> columns.add(fields.get(field)));
    columns.add(combined(WITH_FEW_SETS.stream().map(fields::get).toList(), segment.maxDoc()));
    FacetTable table = FacetTable.of(columns, segment.maxDoc());
    bySegment.put(core.getKey(), table);
    core.addClosedListener(bySegment::remove);
    return table;
  }

  private int[] combined(List<int[]> fields, int documents) {
    int[] combined = new int[documents];
    for (int doc = 0; doc < documents; doc++) {
      List<Integer> combination = new ArrayList<>(fields.size());
      boolean isEmpty = true;
      for (int[] field : fields) {
        combination.add(field[doc]);
        isEmpty &= field[doc] == 0;
      }
      combined[doc] = isEmpty ? 0 : combinations.number(combination);
    }
    return combined;
  }

  private static int[] bands(SortedNumericDocValues risks, int documents) throws IOException {
    int[] bands = new int[documents];
    for (int doc = risks.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = risks.nextDoc()) {
      double risk = NumericUtils.sortableLongToDouble(risks.nextValue());
      bands[doc] = risk >= 0.9 ? 1 : risk >= 0.7 ? 2 : risk >= 0.5 ? 3 : 4;
    }
    return bands;
  }

  private static int[] numbers(
      SortedSetDocValues values, int documents, Numbered<List<BytesRef>> sets) throws IOException {
    int[] numbers = new int[documents];
    @Nullable SortedDocValues single = DocValues.unwrapSingleton(values);
    if (single == null) {
      fill(numbers, values, sets);
    } else {
      fill(numbers, single, sets);
    }
    return numbers;
  }

  private static void fill(int[] numbers, SortedDocValues values, Numbered<List<BytesRef>> sets)
      throws IOException {
    int[] byOrd = new int[values.getValueCount()];
    for (int ord = 0; ord < byOrd.length; ord++) {
      byOrd[ord] = sets.number(List.of(BytesRef.deepCopyOf(values.lookupOrd(ord))));
    }
    for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
      numbers[doc] = byOrd[values.ordValue()];
    }
  }

  private static void fill(int[] numbers, SortedSetDocValues values, Numbered<List<BytesRef>> sets)
      throws IOException {
    Map<List<Long>, Integer> byOrds = new HashMap<>();
    for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
      List<Long> ords = new ArrayList<>();
      for (int i = values.docValueCount(); i > 0; i--) {
        ords.add(values.nextOrd());
      }
      Integer number = byOrds.get(ords);
      if (number == null) {
        number = sets.number(values(values, ords));
        byOrds.put(ords, number);
      }
      numbers[doc] = number;
    }
  }

  private static List<BytesRef> values(SortedSetDocValues values, List<Long> ords)
      throws IOException {
    List<BytesRef> found = new ArrayList<>();
    for (long ord : ords) {
      found.add(BytesRef.deepCopyOf(values.lookupOrd(ord)));
    }
    return found;
  }
}
