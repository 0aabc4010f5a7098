package org.vigie.casework.statistics;

import java.util.List;
import java.util.stream.Collectors;

/** A release as CSV (RFC 4180): a row a cell. Every word in it is one of ours. */
public final class FigureCsv {
  /** What no figure means, in each row: rows are copied into other tables, without their sheet. */
  static final String NOTE = "groups of adverts with noise: not persons or victims or crimes";

  private FigureCsv() {}

  /** Returns the text. */
  public static String of(Release release) {
    StringBuilder csv = new StringBuilder();
    row(csv, List.of("release", "table", "quarter", "region", "value", "groups", "note"));
    for (CountedBy table : release.request().ordered()) {
      for (FigureCell cell : release.grid(table)) {
        row(
            csv,
            List.of(
                release.request().id(),
                table.label(),
                cell.quarter().toString(),
                cell.region(),
                cell.value(),
                release.shown(cell),
                NOTE));
      }
    }
    return csv.toString();
  }

  /** Adds a row of cells none of which has a quote. */
  static void row(StringBuilder csv, List<String> cells) {
    csv.append(cells.stream().map(c -> "\"" + c + "\"").collect(Collectors.joining(",")))
        .append("\r\n");
  }
}
