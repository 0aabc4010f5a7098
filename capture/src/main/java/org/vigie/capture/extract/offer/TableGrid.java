package org.vigie.capture.extract.offer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table, cell by cell: one that reaches over several rows or columns stands in each
 * of them, as its readers see it. Rows of nested tables are left out.
 */
final class TableGrid {
  private static final int MAX_ROWS = 500;
  private static final int MAX_COLUMNS = 40;

  /** More rows or columns than are read. */
  private static final int MAX_SPAN = 1_000;

  private static final int MAX_DIGITS = 6;

  private final List<List<Element>> rows = new ArrayList<>();
  private final @Nullable Element[] above = new Element[MAX_COLUMNS];
  private final int[] left = new int[MAX_COLUMNS];

  private boolean cut;

  private TableGrid() {}

  static TableGrid of(Element table) {
    TableGrid grid = new TableGrid();
    for (Element part = table.firstElementChild(); part != null; part = part.nextElementSibling()) {
      if (part.normalName().equals("tr")) {
        grid.add(part);
      } else if (part.normalName().matches("t(?:head|body|foot)")) {
        Arrays.fill(grid.left, 0);
        Element row = part.firstElementChild();
        for (; row != null; row = row.nextElementSibling()) {
          grid.add(row);
        }
      }
    }
    return grid;
  }

  /** Returns the rows as far as they are read. */
  List<List<Element>> rows() {
    return rows;
  }

  /** Returns whether there are more rows than are read. */
  boolean cut() {
    return cut;
  }

  private void add(Element row) {
    if (!row.normalName().equals("tr")) {
      return;
    }
    cut |= rows.size() >= MAX_ROWS;
    if (cut) {
      return;
    }
    List<Element> cells = new ArrayList<>();
    for (Element cell = row.firstElementChild(); cell != null; cell = cell.nextElementSibling()) {
      boolean own = cell.normalName().equals("td") || cell.normalName().equals("th");
      carry(cells);
      for (int i = own ? span(cell, "colspan") : 0; i > 0; i--) {
        if (cells.size() < MAX_COLUMNS) {
          above[cells.size()] = cell;
          left[cells.size()] = span(cell, "rowspan") - 1;
          cells.add(cell);
        }
      }
    }
    carry(cells);
    rows.add(cells);
  }

  /** Takes the cells that reach down to here from above. */
  private void carry(List<Element> cells) {
    while (cells.size() < MAX_COLUMNS && left[cells.size()] > 0) {
      Element cell = above[cells.size()];
      left[cells.size()]--;
      if (cell == null) {
        return;
      }
      cells.add(cell);
    }
  }

  /** Returns over how many rows or columns a cell reaches; 0 rows are all that are left. */
  private static int span(Element cell, String attribute) {
    String told = cell.attr(attribute).strip();
    if (told.isEmpty() || !told.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return 1;
    }
    int number = told.length() > MAX_DIGITS ? MAX_SPAN : Integer.parseInt(told);
    boolean rest = number == 0 && attribute.equals("rowspan");
    return rest ? MAX_SPAN : Math.clamp(number, 1, MAX_SPAN);
  }
}
