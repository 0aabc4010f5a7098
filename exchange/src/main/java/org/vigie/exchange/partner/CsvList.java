package org.vigie.exchange.partner;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.file.TableReader;
import org.vigie.exchange.marking.Tlp;

/**
 * The contacts in a table (RFC 4180, with any usual separator): a column {@code contact} or {@code
 * value}, and, if they are there, {@code note}, {@code marking} or {@code tlp}, and {@code
 * expires}.
 */
final class CsvList {
  private CsvList() {}

  /**
   * Reads a table.
   *
   * @throws IllegalArgumentException if its first row names no column of contacts, or a row can't
   *     be understood
   */
  static PartnerList read(String text) {
    List<List<String>> rows = TableReader.rows(text);
    List<String> names =
        rows.stream()
            .limit(1)
            .flatMap(List::stream)
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .toList();
    int contact = column(names, "contact", "value");
    if (contact < 0) {
      throw new IllegalArgumentException(
          "must be CSV whose first row names a column contact or value, but isn't");
    }
    int note = column(names, "note", "comment");
    int marking = column(names, "marking", "tlp");
    int expires = column(names, "expires", "valid_until");
    PartnerList.Builder list = new PartnerList.Builder();
    for (int number = 2; number <= rows.size(); number++) {
      List<String> row = rows.get(number - 1);
      list.add(
          new PartnerSelector(
              cell(row, contact),
              cell(row, note),
              marking(cell(row, marking), number),
              day(cell(row, expires), number)));
    }
    return list.build("csv");
  }

  private static int column(List<String> names, String name, String other) {
    int column = names.indexOf(name);
    return column >= 0 ? column : names.indexOf(other);
  }

  private static String cell(List<String> row, int column) {
    return column >= 0 && column < row.size() ? row.get(column).strip() : "";
  }

  private static @Nullable Tlp marking(String cell, int row) {
    Tlp tlp = Markings.parse(cell);
    if (tlp == null && !cell.isEmpty()) {
      throw new IllegalArgumentException(
          "must have a TLP marking or nothing in row %d, but has another word".formatted(row));
    }
    return tlp;
  }

  private static @Nullable LocalDate day(String cell, int row) {
    try {
      return cell.isEmpty() ? null : LocalDate.parse(cell);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "must have a day such as 2026-12-31 or nothing in row %d, but has another word"
              .formatted(row));
    }
  }
}
