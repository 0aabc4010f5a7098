package org.vigie.casework.people;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.vigie.files.failure.UserError;

/**
 * The changes of the database's tables since its first release, by number. The database holds the
 * number of the last one made ({@code PRAGMA user_version}); each is made once, in order, all in
 * one transaction. A table that isn't there yet is made as it is today, and none is made on it.
 */
final class Migrations {
  /** To change a table, change what makes it, and add here how an older one becomes the same. */
  private static final List<Migration> ALL =
      List.of(new Migration(1, "account", List.of())); // as of release 0.2.0: numbers begin here

  private final List<Migration> all;

  private Migrations(List<Migration> all) {
    this.all = all;
  }

  /**
   * One change.
   *
   * @param number from 1, one more than that of the change before it
   * @param table the table it changes
   * @param statements in the order they are carried out
   */
  record Migration(int number, String table, List<String> statements) {
    Migration {
      statements = List.copyOf(statements);
    }
  }

  /** Returns those of this release. */
  static Migrations ofThisRelease() {
    return of(ALL);
  }

  /**
   * Returns some others.
   *
   * @throws IllegalArgumentException if their numbers aren't 1, 2, 3 …
   */
  static Migrations of(List<Migration> all) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).number() != i + 1) {
        throw new IllegalArgumentException(
            "migration %d must have number %d, but has %d"
                .formatted(i + 1, i + 1, all.get(i).number()));
      }
    }
    return new Migrations(List.copyOf(all));
  }

  /**
   * Makes those that a database lacks.
   *
   * @param file where the database lies, for messages
   * @throws UserError if a newer release has written the database; nothing is changed then
   */
  void make(Connection connection, Path file) throws SQLException {
    int made = number(connection);
    if (made > all.size()) {
      throw UserError.ofInput(
          ("%s must be of this release or an older one, but its tables are number %d and this"
                  + " release knows %d; use the release that wrote it")
              .formatted(file.getFileName(), made, all.size()));
    }
    if (made == all.size()) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      // Of two processes that open it at once, one waits and finds them made.
      statement.execute("BEGIN IMMEDIATE");
      try {
        for (Migration migration : all.subList(number(connection), all.size())) {
          if (isThere(connection, migration.table())) {
            for (String each : migration.statements()) {
              statement.execute(each);
            }
          }
        }
        statement.execute("PRAGMA user_version = " + all.size());
        statement.execute("COMMIT");
      } catch (SQLException | RuntimeException e) {
        try {
          statement.execute("ROLLBACK");
        } catch (SQLException rollback) {
          e.addSuppressed(rollback);
        }
        throw e;
      }
    }
  }

  /** Returns whether some are to be made. */
  boolean isPending(Connection connection) throws SQLException {
    return number(connection) < all.size();
  }

  private static int number(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA user_version")) {
      return row.getInt(1);
    }
  }

  private static boolean isThere(Connection connection, String table) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?")) {
      statement.setString(1, table);
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }
}
