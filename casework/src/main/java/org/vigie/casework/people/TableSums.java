package org.vigie.casework.people;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A checksum of each table of the console's database: how many rows it has, and the sum of their
 * {@linkplain RowHash hashes}. Triggers keep it, in the transaction of each change; it is looked at
 * before anything of the table is shown, as SQLite has no checksums of its own.
 */
public final class TableSums {
  private static final String TABLE = "table_sum";

  private final Connection db;

  private TableSums(Connection db) {
    this.db = db;
  }

  /** Returns the sums of a database, whose tables can be changed through this connection then. */
  public static TableSums in(Connection db) throws SQLException {
    RowHash.addTo(db);
    return new TableSums(db);
  }

  /**
   * What stands in a table.
   *
   * @param rows how many
   * @param sum of their hashes, below {@link RowHash#MODULUS}
   */
  private record Sum(long rows, long sum) {}

  /**
   * Begins to keep the sums of tables that have none yet; what they hold now counts as whole. In a
   * transaction of its own.
   */
  void begin(List<String> tables) throws SQLException {
    if (ChangeCount.isKept(db) && tables.stream().allMatch(this::isKept)) {
      return;
    }
    run("BEGIN IMMEDIATE");
    try {
      run(
          "CREATE TABLE IF NOT EXISTS %s (name TEXT PRIMARY KEY, columns TEXT NOT NULL, rows INTEGER NOT NULL, sum INTEGER NOT NULL)"
              .formatted(TABLE));
      ChangeCount.begin(db, TABLE);
      for (String table : tables) {
        if (!isKept(table)) {
          keep(table);
        }
      }
      run("COMMIT");
    } catch (SQLException | RuntimeException e) {
      run("ROLLBACK");
      throw e;
    }
  }

  /** Returns those of some tables that aren't as they were written. */
  public List<String> damaged(List<String> tables) throws SQLException {
    List<String> damaged = new ArrayList<>();
    for (String table : tables) {
      if (!strings("PRAGMA integrity_check('%s')".formatted(table)).equals(List.of("ok"))
          || !Objects.equals(summed(table), stored(table))) {
        damaged.add(table);
      }
    }
    return damaged;
  }

  /** Returns the tables whose sums are kept. */
  public List<String> kept() throws SQLException {
    return tables().contains(TABLE) ? strings("SELECT name FROM " + TABLE) : List.of();
  }

  /** Returns the tables whose sums aren't kept, as those of a database that no console has open. */
  public List<String> unkept() throws SQLException {
    List<String> tables = new ArrayList<>(tables());
    tables.removeAll(kept());
    tables.removeAll(List.of(TABLE, ChangeCount.TABLE));
    return tables;
  }

  /** Adds up all tables anew, after they were changed while their triggers were gone. */
  public void renew() throws SQLException {
    for (String table : kept()) {
      store(table);
    }
    ChangeCount.add(db);
  }

  private List<String> tables() throws SQLException {
    return strings(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'");
  }

  private boolean isKept(String table) {
    try {
      List<String> present =
          strings("SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", table);
      return present.containsAll(triggers(table));
    } catch (SQLException e) {
      throw new IllegalStateException("the console's database must be readable, but isn't", e);
    }
  }

  private void keep(String table) throws SQLException {
    boolean isNew =
        !strings("SELECT columns FROM table_sum WHERE name = ?", table)
            .equals(List.of(columns(table, "")));
    for (String change : List.of("insert", "delete", "update")) {
      run("DROP TRIGGER IF EXISTS %s_sum_%s".formatted(table, change));
    }
    for (String trigger : triggers(table)) {
      run(trigger);
    }
    // Else a trigger alone was lost: what the rows were is known.
    if (isNew) {
      store(table);
    }
  }

  private List<String> triggers(String table) throws SQLException {
    String without = without(columns(table, "OLD."));
    return List.of(
        trigger(table, "insert", "rows = rows + 1, sum = " + with("sum", columns(table, "NEW."))),
        trigger(table, "delete", "rows = rows - 1, sum = " + without),
        trigger(table, "update", "sum = " + with(without, columns(table, "NEW."))));
  }

  /** Returns the sum with another row; no step of it is beyond SQLite's integers. */
  private static String with(String sum, String columns) {
    return "(%s + %s(%s)) %% %d".formatted(sum, RowHash.NAME, columns, RowHash.MODULUS);
  }

  private static String without(String columns) {
    return "((sum + %1$d - %2$s(%3$s)) %% %1$d)".formatted(RowHash.MODULUS, RowHash.NAME, columns);
  }

  private static String trigger(String table, String change, String assignment) {
    return "CREATE TRIGGER %1$s_sum_%2$s AFTER %2$s ON %1$s BEGIN UPDATE %3$s SET %4$s WHERE name = '%1$s'; END"
        .formatted(table, change, TABLE, assignment);
  }

  /** Returns the names of a table's columns, each behind a prefix. */
  private String columns(String table, String prefix) throws SQLException {
    return String.join(
        ", ", strings("SELECT ? || '\"' || name || '\"' FROM pragma_table_info(?)", prefix, table));
  }

  private void store(String table) throws SQLException {
    Sum sum = summed(table);
    try (PreparedStatement put =
        db.prepareStatement("REPLACE INTO %s VALUES (?, ?, ?, ?)".formatted(TABLE))) {
      put.setString(1, table);
      put.setString(2, columns(table, ""));
      put.setLong(3, sum.rows());
      put.setLong(4, sum.sum());
      put.executeUpdate();
    }
  }

  private Sum summed(String table) throws SQLException {
    long count = 0;
    long sum = 0;
    try (Statement statement = db.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT %s(%s) FROM %s".formatted(RowHash.NAME, columns(table, ""), table))) {
      while (rows.next()) {
        count++;
        sum = (sum + rows.getLong(1)) % RowHash.MODULUS;
      }
    }
    return new Sum(count, sum);
  }

  private @Nullable Sum stored(String table) throws SQLException {
    try (PreparedStatement query =
        db.prepareStatement("SELECT rows, sum FROM %s WHERE name = ?".formatted(TABLE))) {
      query.setString(1, table);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? new Sum(row.getLong(1), row.getLong(2)) : null;
      }
    }
  }

  private List<String> strings(String query, String... values) throws SQLException {
    try (PreparedStatement statement = db.prepareStatement(query)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      List<String> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = db.createStatement()) {
      statement.execute(sql);
    }
  }
}
