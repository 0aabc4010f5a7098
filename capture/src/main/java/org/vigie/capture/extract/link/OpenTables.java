package org.vigie.capture.extract.link;

import java.util.ArrayDeque;
import java.util.Deque;

/** The tables that are open at a place of a page, one in another. */
final class OpenTables {
  /** For each table, the cell open in it, or empty. */
  private final Deque<String> cells = new ArrayDeque<>();

  boolean areNone() {
    return cells.isEmpty();
  }

  /** Returns whether the innermost table is open, and no cell of it. */
  boolean isBetweenCells() {
    return !cells.isEmpty() && cells.getFirst().isEmpty();
  }

  /** Returns whether an element is a table, or a part of one that is closed by its own end. */
  static boolean isPart(String name) {
    return switch (name) {
      case "table", "td", "th", "tr", "thead", "tbody", "tfoot" -> true;
      default -> false;
    };
  }

  /** Opens a table or a part of one. */
  void begin(String name) {
    switch (name) {
      case "table" -> cells.push("");
      case "td", "th" -> cell(name);
      default -> cell("");
    }
  }

  /** Closes the innermost table or a part of it; returns false for a cell that isn't open. */
  boolean end(String name) {
    switch (name) {
      case "table" -> cells.pop();
      case "td", "th" -> {
        String cell = cells.getFirst();
        cell("");
        return cell.equals(name);
      }
      default -> cell("");
    }
    return true;
  }

  /** Of parts of tables outside a table, nothing becomes. */
  private void cell(String name) {
    if (!cells.isEmpty()) {
      cells.pop();
      cells.push(name);
    }
  }
}
