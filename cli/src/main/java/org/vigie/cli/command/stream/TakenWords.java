package org.vigie.cli.command.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vigie.capture.file.TableStart;
import org.vigie.pipeline.intake.TakenFile;
import org.vigie.text.safe.SafeText;
import org.vigie.text.safe.Words;

/** What a person reads of a file that was taken for something. */
final class TakenWords {
  /** Columns and characters that fit on a line. */
  private static final int COLUMNS = 12;

  private static final int CELL = 28;

  private TakenWords() {}

  /** Returns a line for the file, and some for each of the tables in it. */
  static List<String> of(TakenFile file) {
    List<String> lines = new ArrayList<>();
    lines.add(told(file));
    file.tables().forEach(table -> show(table, lines));
    return lines;
  }

  private static String told(TakenFile file) {
    String adverts =
        file.adverts() < 0 ? "" : ", " + Words.count(file.adverts(), "advert", "adverts");
    String unread =
        file.unread() == 0
            ? ""
            : ", %s that can't be read".formatted(Words.count(file.unread(), "part", "parts"));
    return "%s: taken for %s%s%s"
        .formatted(
            SafeText.line(String.valueOf(file.file().getFileName())),
            SafeText.line(file.kind()),
            adverts,
            unread);
  }

  private static void show(TableStart table, List<String> lines) {
    String name = table.table().isEmpty() ? "table" : table.table();
    lines.add("  " + name + (table.written().isEmpty() ? "" : ": " + table.written()));
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      String key = i < table.keys().size() ? table.keys().get(i) : "";
      columns.add(table.columns().get(i) + " = " + (key.isEmpty() ? "not read" : key));
    }
    lines.add("    columns: " + row(columns));
    int number = 1;
    for (List<String> row : table.rows()) {
      lines.add("    row %d: %s".formatted(number++, row(row)));
    }
  }

  private static String row(List<String> cells) {
    String shown =
        cells.stream()
            .limit(COLUMNS)
            .map(cell -> cut(SafeText.line(cell.strip())))
            .collect(Collectors.joining(" | "));
    int more = cells.size() - COLUMNS;
    return more > 0 ? shown + " | and " + more + " more" : shown;
  }

  private static String cut(String cell) {
    int end = Math.min(cell.length(), CELL);
    boolean parts = end < cell.length() && Character.isHighSurrogate(cell.charAt(end - 1));
    return cell.length() <= CELL ? cell : cell.substring(0, parts ? end - 1 : end) + "…";
  }
}
