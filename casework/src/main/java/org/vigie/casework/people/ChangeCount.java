package org.vigie.casework.people;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often rows of the console's database were changed, since its {@linkplain TableSums sums} are
 * kept. It grows in the transaction of each change, so that an older copy of the database shows.
 */
public final class ChangeCount {
  static final String TABLE = "change_count";

  private static final String TRIGGER = TABLE + "_up";
  private static final String UP = "UPDATE %s SET changes = changes + 1".formatted(TABLE);

  /** What this process committed: a file in the place of one that it has open knows less. */
  private static final Map<Path, Long> COMMITTED = new ConcurrentHashMap<>();

  private ChangeCount() {}

  /** Returns whether changes of a database are counted. */
  static boolean isKept(Connection db) throws SQLException {
    return has(db, TRIGGER);
  }

  /**
   * Begins to count, if that isn't so yet.
   *
   * @param sums table of which a row changes with each row of the others
   */
  static void begin(Connection db, String sums) throws SQLException {
    try (Statement statement = db.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS %s (changes INTEGER NOT NULL)".formatted(TABLE));
      statement.execute(
          "INSERT INTO %1$s SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM %1$s)".formatted(TABLE));
      statement.execute(
          "CREATE TRIGGER IF NOT EXISTS %s AFTER UPDATE ON %s BEGIN %s; END"
              .formatted(TRIGGER, sums, UP));
    }
  }

  /** Counts a change that was made while triggers were gone. */
  static void add(Connection db) throws SQLException {
    if (has(db, TABLE)) {
      try (Statement statement = db.createStatement()) {
        statement.execute(UP);
      }
    }
  }

  /** Returns the count amid a transaction that raised it. */
  static long in(Connection db) throws SQLException {
    try (Statement statement = db.createStatement();
        ResultSet row = statement.executeQuery("SELECT changes FROM " + TABLE)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  /** Remembers what was committed to a database. */
  static void committed(Path file, long changes) {
    COMMITTED.merge(key(file), changes, Math::max);
  }

  /** Returns the most that this process committed to a database: 0 if nothing. */
  public static long committed(Path file) {
    return COMMITTED.getOrDefault(key(file), 0L);
  }

  /** Forgets what this process committed, as somebody answers for another file in its place. */
  public static void forget(Path file) {
    COMMITTED.remove(key(file));
  }

  private static Path key(Path file) {
    return file.toAbsolutePath().normalize();
  }

  /**
   * Returns what a database counted: 0 if it is missing or never did; nothing if that can't be read
   * now, as while its key changes. It is opened for this alone, so that another file in its place
   * is seen.
   */
  public static OptionalLong of(Path file) {
    if (!Files.exists(file)) {
      return OptionalLong.of(0);
    }
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      if (!has(db, TABLE)) {
        return OptionalLong.of(0);
      }
      return OptionalLong.of(in(db));
    } catch (SQLException e) {
      return OptionalLong.empty();
    }
  }

  private static boolean has(Connection db, String name) throws SQLException {
    try (Statement statement = db.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT 1 FROM sqlite_master WHERE name = '%s'".formatted(name))) {
      return row.next();
    }
  }
}
