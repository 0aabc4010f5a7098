package org.vigie.page.instead.org.vigie.classifier.sign;

/** Sums of some rows of a table of signed bytes, column by column. */
final class ByteRows {
  private ByteRows() {}

  /** Adds some rows of a table to sums. */
  static void add(byte[] table, int[] rows, int[] sums) {
    for (int row : rows) {
      int at = row * sums.length;
      for (int k = 0; k < sums.length; k++) {
        sums[k] += table[at + k];
      }
    }
  }
}
