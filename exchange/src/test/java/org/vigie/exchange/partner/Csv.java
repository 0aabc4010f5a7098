package org.vigie.exchange.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Tables (RFC 4180) as a library reads them; the first row names the columns. */
final class Csv {
  private Csv() {}

  static List<String> columns(String text) {
    return rows(text).getFirst();
  }

  /** Returns the rows behind the first, by column. */
  static List<Map<String, String>> read(String text) {
    List<List<String>> rows = rows(text);
    List<String> columns = rows.getFirst();
    return rows.stream().skip(1).map(row -> byColumn(columns, row)).toList();
  }

  private static Map<String, String> byColumn(List<String> columns, List<String> row) {
    assertThat(row).as("as many cells as columns").hasSameSizeAs(columns);
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < row.size(); i++) {
      cells.put(columns.get(i), row.get(i));
    }
    return cells;
  }

  static List<List<String>> rows(String text) {
    try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
      return parser.stream().map(CSVRecord::toList).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
