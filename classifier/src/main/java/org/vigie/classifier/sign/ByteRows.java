package org.vigie.classifier.sign;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Adds up rows of signed bytes, eight columns with each step of the processor.
 *
 * <p>A long of eight bytes, made positive by adding 128 to each, is parted into two of four numbers
 * of 16 bits, which are added as one number: 257 of 255 fit before they are emptied. Eight columns
 * of many rows come before the next eight, so that the memory is waited for once, not row by row.
 */
final class ByteRows {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int COLUMNS = 8;
  private static final long TO_POSITIVE = 0x8080808080808080L;
  private static final long EVEN = 0x00FF00FF00FF00FFL;

  /** Rows after which the numbers of 16 bits are emptied: no more than 257. */
  private static final int ROWS = 256;

  private ByteRows() {}

  /**
   * Adds some rows of a table.
   *
   * @param table rows one behind the other
   * @param rows numbers of the rows to add, in ascending order
   * @param count how many of them are to be added, the first ones
   * @param sums one a column
   */
  static void add(byte[] table, int[] rows, int count, int[] sums) {
    int end = count;
    // Behind the last rows of the table there may be no eight bytes to read.
    int lastStart = table.length - (sums.length + COLUMNS - 1) / COLUMNS * COLUMNS;
    while (end > 0 && rows[end - 1] * sums.length > lastStart) {
      addOne(table, rows[--end] * sums.length, sums);
    }
    for (int from = 0; from < end; from += ROWS) {
      int to = Math.min(end, from + ROWS);
      for (int column = 0; column < sums.length; column += COLUMNS) {
        addEight(table, rows, from, to, column, sums);
      }
    }
  }

  private static void addEight(byte[] table, int[] rows, int from, int to, int column, int[] sums) {
    long even = 0;
    long odd = 0;
    for (int i = from; i < to; i++) {
      long eight = (long) EIGHT.get(table, rows[i] * sums.length + column) ^ TO_POSITIVE;
      even += eight & EVEN;
      odd += eight >>> 8 & EVEN;
    }
    for (int k = 0; k < COLUMNS && column + k < sums.length; k++) {
      long of = k % 2 == 0 ? even : odd;
      sums[column + k] += (int) (of >>> 8 * (k & ~1) & 0xFFFF) - 128 * (to - from);
    }
  }

  private static void addOne(byte[] table, int row, int[] sums) {
    for (int k = 0; k < sums.length; k++) {
      sums[k] += table[row + k];
    }
  }
}
