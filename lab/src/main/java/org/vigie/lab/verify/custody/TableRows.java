package org.vigie.lab.verify.custody;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.files.digest.Sha256;

/** The rows of the tables of a database, to compare those of two. */
final class TableRows {
  private TableRows() {}

  /** Returns the names of all tables but SQLite's own and the sums that change with each row. */
  static List<String> tables(CaseDatabase database) {
    return database.list(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
            + " AND name NOT IN ('table_sum', 'change_count') ORDER BY name",
        row -> row.getString("name"));
  }

  /** Returns the number of a table's last row, or 0. */
  static long last(CaseDatabase database, String table) {
    return database
        .list("SELECT coalesce(max(rowid), 0) AS last FROM " + table, row -> row.getLong("last"))
        .getFirst();
  }

  /**
   * Returns a digest of all columns of rows, in their order.
   *
   * @param last number of the last of them
   */
  static String digest(CaseDatabase database, String table, long last) {
    return Sha256.hex(
        database
            .list(
                "SELECT rowid AS number, * FROM " + table + " WHERE rowid <= ? ORDER BY rowid",
                TableRows::cells,
                last)
            .toString());
  }

  private static String cells(ResultSet row) throws SQLException {
    StringBuilder cells = new StringBuilder();
    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
      String cell = String.valueOf(row.getString(column));
      cells.append(cell.length()).append(':').append(cell);
    }
    return cells.toString();
  }
}
