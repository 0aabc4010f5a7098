package org.vigie.capture.file;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The rows of a table, its header found and its columns named. */
final class Rows {
  /** Titles and notes stand above a header, seldom more. */
  private static final int MAX_ABOVE = 6;

  private Rows() {}

  /** Hands on each row below the header; says so if no column holds a text. */
  static void read(List<List<String>> all, String table, FileSource file, FileSink sink)
      throws IOException {
    read(all, table, "", file, sink);
  }

  /** Does the same for a text, of which it is told how it is written. */
  static void read(
      List<List<String>> all, String table, String written, FileSource file, FileSink sink)
      throws IOException {
    List<List<String>> rows =
        all.stream().filter(row -> row.stream().anyMatch(cell -> !cell.isBlank())).toList();
    if (rows.isEmpty()) {
      return;
    }
    int widest = rows.stream().mapToInt(TableReader::filled).max().orElse(0);
    if (widest > TableReader.MOST_COLUMNS) {
      sink.unread(
          table,
          "too-many-columns",
          "a table must have at most %d columns, but has %d"
              .formatted(TableReader.MOST_COLUMNS, widest));
      return;
    }
    int top = header(rows);
    List<String> header = rows.get(top).stream().limit(widest).map(String::strip).toList();
    List<List<String>> below = rows.subList(top + 1, rows.size());
    if (!header.containsAll(file.mapping().values())) {
      sink.table(new TableStart(table, written, header, List.of(), below));
      sink.unread(
          table,
          "no-such-column",
          "a table must have the columns that --map names, but hasn't all");
      return;
    }
    Map<Integer, String> keys = ColumnNames.of(header, below, file.mapping());
    List<String> columns = IntStream.range(0, header.size()).mapToObj(keys::get).toList();
    sink.table(new TableStart(table, written, header, columns, below));
    if (!keys.containsValue("text") && !keys.containsValue("title")) {
      sink.unread(
          table,
          "no-text-column",
          "a table must have a column of texts or titles, or --map text=COLUMN; it has "
              + header.size()
              + " columns and "
              + below.size()
              + " rows");
      return;
    }
    List<Boolean> dayFirst = dayFirst(below, columns);
    int number = top + 1;
    for (List<String> row : below) {
      number++;
      if (!read(row, columns, dayFirst, sink)) {
        sink.unread(table + " row " + number, "no-text", "a row must have a text or a title");
      }
    }
  }

  /** The header is the first row that is about as wide as those below it. */
  private static int header(List<List<String>> rows) {
    int widest = 0;
    for (List<String> row : rows.subList(0, Math.min(rows.size(), 50))) {
      widest = Math.max(widest, width(row));
    }
    for (int i = 0; i < Math.min(rows.size(), MAX_ABOVE); i++) {
      if (2 * width(rows.get(i)) > widest) {
        return i;
      }
    }
    return 0;
  }

  private static int width(List<String> row) {
    return (int) row.stream().filter(cell -> !cell.isBlank()).count();
  }

  private static boolean isTime(String key) {
    return key.equals("posted") || key.equals("seen");
  }

  /** Returns for each column whether its days come before its months. */
  private static List<Boolean> dayFirst(List<List<String>> rows, List<String> columns) {
    List<Boolean> first = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      first.add(
          !isTime(columns.get(i))
              || LocalTimes.isDayFirst(
                  rows.stream()
                      .filter(row -> row.size() > column)
                      .map(row -> row.get(column))
                      .toList()));
    }
    return first;
  }

  /** No more columns are looked at than a row has: a header may be long, and rows many. */
  private static boolean read(
      List<String> row, List<String> columns, List<Boolean> dayFirst, FileSink sink)
      throws IOException {
    RowBuilder built = new RowBuilder();
    int clock = columns.indexOf(ColumnNames.HOURS);
    for (int i = 0; i < Math.min(row.size(), columns.size()); i++) {
      String key = columns.get(i);
      String value = row.get(i);
      if (isTime(key)) {
        String hour =
            key.equals("posted") && clock >= 0 && clock < row.size() ? row.get(clock) : "";
        Instant time = LocalTimes.parse((value + " " + hour).strip(), dayFirst.get(i));
        built.part(key, time == null ? "" : time.toString());
        built.field("context.posted", time == null ? value : "");
      } else if (key.equals(ColumnNames.HOURS)) {
        continue; // said with its day
      } else if (key.startsWith("fields.")) {
        built.field(key.substring("fields.".length()), value);
      } else {
        built.part(key, value);
      }
    }
    return built.to(sink);
  }
}
