package org.vigie.exchange.partner;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.marking.Tlp;

/**
 * The contacts in a table (RFC 4180, with commas, semicolons or tabs): a column {@code contact} or
 * {@code value}, and, if they are there, {@code note}, {@code marking} or {@code tlp}, and {@code
 * expires}.
 */
final class CsvList {
  private final String text;
  private final char separator;
  private int at;

  private CsvList(String text) {
    this.text = text;
    String first = text.lines().findFirst().orElse("");
    this.separator = first.indexOf('\t') >= 0 ? '\t' : first.indexOf(';') >= 0 ? ';' : ',';
  }

  /**
   * Reads a table.
   *
   * @throws IllegalArgumentException if its first row names no column of contacts, or a row can't
   *     be understood
   */
  static PartnerList read(String text) {
    CsvList csv = new CsvList(text);
    List<String> names =
        csv.row().stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    int contact = column(names, "contact", "value");
    if (contact < 0) {
      throw new IllegalArgumentException(
          "must be CSV whose first row names a column contact or value, but isn't");
    }
    int note = column(names, "note", "comment");
    int marking = column(names, "marking", "tlp");
    int expires = column(names, "expires", "valid_until");
    PartnerList.Builder list = new PartnerList.Builder();
    for (int number = 2; csv.at < csv.text.length(); number++) {
      List<String> row = csv.row();
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

  /** Reads the cells up to the end of a row. */
  private List<String> row() {
    List<String> cells = new ArrayList<>();
    do {
      cells.add(cell());
    } while (accept(separator));
    accept('\r');
    accept('\n');
    return cells;
  }

  private String cell() {
    StringBuilder cell = new StringBuilder();
    if (accept('"')) {
      while (at < text.length() && (text.charAt(at) != '"' || isDoubled())) {
        at += text.charAt(at) == '"' ? 1 : 0;
        cell.append(text.charAt(at++));
      }
      if (!accept('"')) {
        throw new IllegalArgumentException("must close each quotation mark, but leaves one open");
      }
    }
    while (at < text.length()
        && "\r\n".indexOf(text.charAt(at)) < 0
        && text.charAt(at) != separator) {
      cell.append(text.charAt(at++));
    }
    return cell.toString();
  }

  private boolean isDoubled() {
    return at + 1 < text.length() && text.charAt(at + 1) == '"';
  }

  private boolean accept(char expected) {
    boolean isThere = at < text.length() && text.charAt(at) == expected;
    at += isThere ? 1 : 0;
    return isThere;
  }
}
