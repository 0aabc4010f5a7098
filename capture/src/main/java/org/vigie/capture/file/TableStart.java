package org.vigie.capture.file;

import java.util.List;

/**
 * What a table was taken for, with its first rows.
 *
 * @param table which of several it is, such as {@code sheet 2}, or empty
 * @param written how it is written, such as {@code windows-1251, semicolon}; empty in a workbook
 * @param columns its columns as they are named
 * @param keys for each column the advert-v1 key that it is read as, or {@code fields.NAME}
 * @param rows its first {@link #ROWS} rows below the header
 */
public record TableStart(
    String table,
    String written,
    List<String> columns,
    List<String> keys,
    List<List<String>> rows) {
  /** Enough to see whether letters and columns are right. */
  public static final int ROWS = 3;

  /** Keeps the first rows alone. */
  public TableStart {
    columns = List.copyOf(columns);
    keys = List.copyOf(keys);
    rows = rows.stream().limit(ROWS).map(List::copyOf).toList();
  }
}
