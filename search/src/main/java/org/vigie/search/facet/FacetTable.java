package org.vigie.search.facet;

import java.util.List;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.IntsRef;

/**
 * Numbers of some documents of a segment, a row for each: all numbers of a document stand together,
 * since fetching them from memory is what counting them takes longest for.
 */
final class FacetTable {
  private static final int WORD = Long.SIZE;

  private final long[] has;

  /** Rows before each word of the above. */
  private final int[] before;

  private final int width;
  private final Rows rows;

  private FacetTable(long[] has, int[] before, int width, Rows rows) {
    this.has = has;
    this.before = before;
    this.width = width;
    this.rows = rows;
  }

  /** The rows, each number in as few bytes as hold the largest. */
  private interface Rows {
    /** Adds one to the count of each number of a row that begins at a place. */
    void count(int start, int[][] counts);
  }

  /**
   * Returns a table.
   *
   * @param columns of each document a number, 0 or more
   */
  static FacetTable of(List<int[]> columns, int documents) {
    FixedBitSet has = new FixedBitSet(Math.max(1, documents));
    int largest = 0;
    for (int[] column : columns) {
      for (int doc = 0; doc < documents; doc++) {
        if (column[doc] != 0) {
          has.set(doc);
          largest = Math.max(largest, column[doc]);
        }
      }
    }
    int rows = has.cardinality();
    return new FacetTable(
        has.getBits(),
        before(has.getBits()),
        columns.size(),
        largest <= Character.MAX_VALUE
            ? ofChars(columns, has, documents, rows)
            : ofInts(columns, has, documents, rows));
  }

  private static int[] before(long[] words) {
    int[] before = new int[words.length];
    for (int word = 1; word < words.length; word++) {
      before[word] = before[word - 1] + Long.bitCount(words[word - 1]);
    }
    return before;
  }

  private static Rows ofChars(List<int[]> columns, FixedBitSet has, int documents, int rows) {
    char[] numbers = new char[rows * columns.size()];
    int next = 0;
    for (int doc = 0; doc < documents; doc++) {
      if (has.get(doc)) {
        for (int[] column : columns) {
          numbers[next] = (char) column[doc];
          next++;
        }
      }
    }
    return (start, counts) -> {
      for (int i = 0; i < counts.length; i++) {
        counts[i][numbers[start + i]]++;
      }
    };
  }

  private static Rows ofInts(List<int[]> columns, FixedBitSet has, int documents, int rows) {
    int[] numbers = new int[rows * columns.size()];
    int next = 0;
    for (int doc = 0; doc < documents; doc++) {
      if (has.get(doc)) {
        for (int[] column : columns) {
          numbers[next] = column[doc];
          next++;
        }
      }
    }
    return (start, counts) -> {
      for (int i = 0; i < counts.length; i++) {
        counts[i][numbers[start + i]]++;
      }
    };
  }

  /**
   * Adds one to the count of each number that each document has.
   *
   * @param counts by column and number
   */
  void count(IntsRef docs, int[][] counts) {
    for (int i = 0; i < docs.length; i++) {
      int doc = docs.ints[docs.offset + i];
      long word = has[doc / WORD];
      if ((word >>> doc & 1) != 0) {
        int row = before[doc / WORD] + Long.bitCount(word & ((1L << doc) - 1));
        rows.count(row * width, counts);
      }
    }
  }
}
