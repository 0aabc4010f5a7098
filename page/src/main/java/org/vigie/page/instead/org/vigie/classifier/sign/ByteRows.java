package org.vigie.page.instead.org.vigie.classifier.sign;

/** Sums of some rows of a table of signed bytes, column by column. */
final class ByteRows {
  private ByteRows() {}

  /** Adds the first rows of some of a table to sums. */
  static void add(byte[] table, int[] rows, int count, int[] sums) {
    for (int i = 0; i < count; i++) {
      int at = rows[i] * sums.length;
      for (int k = 0; k < sums.length; k++) {
        sums[k] += table[at + k];
      }
    }
  }
}
