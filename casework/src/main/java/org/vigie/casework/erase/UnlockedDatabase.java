package org.vigie.casework.erase;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.vigie.casework.people.TableSums;
import org.vigie.files.failure.UserError;

/**
 * The console's database while its tables don't refuse to be changed, in one transaction. What is
 * taken out of it stands nowhere in its file afterwards.
 */
final class UnlockedDatabase {
  /** What is done with it. */
  interface Change {
    void on(UnlockedDatabase database) throws SQLException;
  }

  private final Connection db;

  private UnlockedDatabase(Connection db) {
    this.db = db;
  }

  /**
   * Changes a database, if there is one.
   *
   * @return whether what was taken out stands in no file any more; not so while {@code ./vigie
   *     serve} reads the database
   */
  static boolean change(Path file, Change change) {
    if (!Files.exists(file)) {
      return true;
    }
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      UnlockedDatabase database = new UnlockedDatabase(db);
      database.run("PRAGMA busy_timeout = 5000");
      database.run("PRAGMA secure_delete = ON");
      database.run("PRAGMA temp_store = MEMORY");
      db.setAutoCommit(false);
      TableSums sums = TableSums.in(db);
      requireWhole(file, sums);
      List<String> refusals =
          database.strings("SELECT sql FROM sqlite_master WHERE type = 'trigger'");
      for (String trigger :
          database.strings("SELECT name FROM sqlite_master WHERE type = 'trigger'")) {
        database.run("DROP TRIGGER " + trigger);
      }
      change.on(database);
      sums.renew();
      for (String refusal : refusals) {
        database.run(refusal);
      }
      db.commit();
      db.setAutoCommit(true);
      database.run("VACUUM");
      return database.strings("PRAGMA wal_checkpoint(TRUNCATE)").equals(List.of("0"));
    } catch (SQLException e) {
      throw new IllegalStateException(file + " must be a database of the console's", e);
    }
  }

  /** What is damaged would count as whole once its sums are made anew. */
  private static void requireWhole(Path file, TableSums sums) throws SQLException {
    List<String> damaged = sums.damaged(sums.kept());
    if (!damaged.isEmpty()) {
      throw UserError.ofInput(
          "%s must be as it was written, but %s is damaged: run ./vigie check"
              .formatted(file.getFileName(), String.join(", ", damaged)));
    }
  }

  List<String> tables() throws SQLException {
    return strings("SELECT name FROM sqlite_master WHERE type = 'table'");
  }

  /** Writes names into a table of this connection's own, in memory, for all rows to be held to. */
  void name(String table, Collection<String> names) throws SQLException {
    run("CREATE TEMP TABLE %s (name TEXT PRIMARY KEY)".formatted(table));
    try (PreparedStatement insert =
        db.prepareStatement("INSERT OR IGNORE INTO %s VALUES (?)".formatted(table))) {
      for (String name : names) {
        insert.setString(1, name);
        insert.executeUpdate();
      }
    }
  }

  /** Returns the first column of all rows. */
  List<String> strings(String query) throws SQLException {
    try (Statement statement = db.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  void run(String sql, String... values) {
    try (PreparedStatement statement = db.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException("the console's database must be writable, but isn't", e);
    }
  }

  /** How a text is changed; itself if it isn't. */
  interface Rewording {
    String of(String text);
  }

  /** Rewords a column, which is read once. */
  void reword(String table, String column, Rewording rewording) throws SQLException {
    try (Statement statement = db.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT rowid, %s FROM %s".formatted(column, table));
        PreparedStatement update =
            db.prepareStatement("UPDATE %s SET %s = ? WHERE rowid = ?".formatted(table, column))) {
      while (rows.next()) {
        String text = rows.getString(2);
        String other = text == null ? null : rewording.of(text);
        if (other != null && !other.equals(text)) {
          update.setString(1, other);
          update.setLong(2, rows.getLong(1));
          update.addBatch();
        }
      }
      update.executeBatch();
    }
  }
}
