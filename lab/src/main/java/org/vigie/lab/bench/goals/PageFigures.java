package org.vigie.lab.bench.goals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The figures in the tables of a page of benchmarks, as their own commands wrote them. */
final class PageFigures {
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");
  private static final Pattern COLUMN = Pattern.compile("\\|");

  private final List<String> lines;

  PageFigures(List<String> lines) {
    this.lines = List.copyOf(lines);
  }

  /** Reads a page; one without a section if the file is absent. */
  static PageFigures of(Path page) throws IOException {
    return new PageFigures(Files.exists(page) ? Files.readAllLines(page) : List.of());
  }

  /**
   * Returns a number of a table.
   *
   * @param section its title
   * @param row how the row's first cell begins
   * @param column of the row, 0 for the first cell; negative ones count from the end, -1 the last
   * @param which of the numbers in the cell, 0 for the first
   * @return nothing if there is no such section, row, cell or number
   */
  OptionalDouble number(String section, String row, int column, int which) {
    List<String> within = section(section);
    for (String line : within) {
      List<String> cells = cells(line);
      if (!cells.isEmpty() && cells.getFirst().startsWith(row)) {
        int at = column < 0 ? cells.size() + column : column;
        return at >= 0 && at < cells.size() ? number(cells.get(at), which) : OptionalDouble.empty();
      }
    }
    return OptionalDouble.empty();
  }

  private List<String> section(String title) {
    int from = lines.indexOf("## " + title) + 1;
    int to = from;
    while (from > 0 && to < lines.size() && !lines.get(to).startsWith("## ")) {
      to++;
    }
    return lines.subList(from, to);
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    if (line.startsWith("|")) {
      COLUMN.splitAsStream(line.substring(1)).map(String::strip).forEach(cells::add);
    }
    return cells;
  }

  private static OptionalDouble number(String cell, int which) {
    Matcher number = NUMBER.matcher(cell);
    for (int i = 0; number.find(); i++) {
      if (i == which) {
        return OptionalDouble.of(Double.parseDouble(number.group().replace(",", "")));
      }
    }
    return OptionalDouble.empty();
  }
}
