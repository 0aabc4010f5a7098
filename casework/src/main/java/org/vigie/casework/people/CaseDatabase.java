package org.vigie.casework.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlite.SQLiteConnection;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.OwnerOnly;

/**
 * The database of what people do in the console: accounts now, and cases, judgements and notes by
 * whoever adds their tables. One SQLite file; one writer at a time.
 */
public final class CaseDatabase implements AutoCloseable {
  /** What stands where something stood that was erased. */
  public static final String ERASED = "(erased)";

  private static final Pattern MAKES_A_TABLE =
      Pattern.compile("\\s*CREATE TABLE IF NOT EXISTS (\\w+)");

  /** SQLITE_CORRUPT and SQLITE_NOTADB (sqlite.org/rescode.html). */
  private static final Set<Integer> DAMAGED = Set.of(11, 26);

  private final Path file;
  private final Connection connection;

  private boolean isAlone;

  /** Rows that this connection changed up to its last commit. */
  private long changed;

  private CaseDatabase(Path file, Connection connection) throws SQLException {
    this.file = file;
    this.connection = connection;
    this.changed = changedRows();
  }

  /** What is done with the database, alone. */
  @FunctionalInterface
  public interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /**
   * Opens a database, which is made if it is absent.
   *
   * @param file where it lies
   * @param schema statements that make the tables that aren't there yet
   * @throws UserError if one of these tables isn't as it was written
   */
  public static CaseDatabase open(Path file, List<String> schema) {
    return open(file, schema, List.of());
  }

  /**
   * Opens a database that no other process has open, nor opens until this is closed.
   *
   * @throws IllegalStateException if another process has it open
   */
  public static CaseDatabase openAlone(Path file, List<String> schema) {
    // Without a moment in which it is shared, or SQLite never takes the lock of the whole file.
    CaseDatabase alone =
        open(file, schema, List.of("PRAGMA busy_timeout = 0", "PRAGMA locking_mode = EXCLUSIVE"));
    alone.isAlone = true;
    ChangeCount.alone(file, true);
    return alone;
  }

  private static CaseDatabase open(Path file, List<String> schema, List<String> first) {
    return open(file, schema, first, Migrations.ofThisRelease());
  }

  static CaseDatabase open(
      Path file, List<String> schema, List<String> first, Migrations migrations) {
    try {
      // SQLite gives its write-ahead log the rights of the database.
      OwnerOnly.file(file);
      Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      try (Statement statement = connection.createStatement()) {
        for (String each : first) {
          statement.execute(each);
        }
        statement.execute("PRAGMA journal_mode = WAL");
        // A judgement or an account must outlive a power cut, not just a crash.
        statement.execute("PRAGMA synchronous = FULL");
        statement.execute("PRAGMA foreign_keys = ON");
        statement.execute("PRAGMA busy_timeout = 5000");
        // Or a row that is replaced would stay in its table's sum.
        statement.execute("PRAGMA recursive_triggers = ON");
        TableSums sums = TableSums.in(connection);
        if (migrations.isPending(connection)) {
          // What is changed is summed anew, which would hide damage.
          requireWhole(file, sums.damaged(sums.kept()));
        }
        migrations.make(connection, file);
        for (String table : schema) {
          statement.execute(table);
        }
        List<String> tables = tables(schema);
        sums.begin(tables);
        connection.setAutoCommit(false);
        requireWhole(file, sums.damaged(tables));
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        // Or it would keep a lock that nobody lets go of.
        connection.close();
        throw e;
      }
      return new CaseDatabase(file, connection);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " must be writable, but isn't", e);
    } catch (SQLException e) {
      if (isDamage(e)) {
        throw new UserError(Exit.INPUT, damaged(file, "it"), e);
      }
      throw new IllegalStateException(file + " must be a database of the console's", e);
    }
  }

  /** Returns whether a file is no database, or a damaged one, by what SQLite says of it. */
  static boolean isDamage(SQLException e) {
    return DAMAGED.contains(e.getErrorCode());
  }

  private static List<String> tables(List<String> schema) {
    return schema.stream()
        .map(MAKES_A_TABLE::matcher)
        .filter(Matcher::lookingAt)
        .map(made -> made.group(1))
        .toList();
  }

  private static void requireWhole(Path file, List<String> damaged) {
    if (!damaged.isEmpty()) {
      throw UserError.ofInput(damaged(file, String.join(", ", damaged)));
    }
  }

  private static String damaged(Path file, String what) {
    return "%s must be as it was written, but %s is damaged, not shown: run ./vigie check"
        .formatted(file.getFileName(), what);
  }

  /** Does some work as one transaction: all of it or, if it throws, nothing. */
  public synchronized <T> T transact(Work<T> work) {
    try {
      try {
        T result = work.with(connection);
        commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the console's database must answer, but didn't", e);
    }
  }

  private void commit() throws SQLException {
    long now = changedRows();
    if (now == changed) {
      connection.commit();
      return;
    }
    long count = ChangeCount.in(connection);
    connection.commit();
    changed = now;
    ChangeCount.committed(file, count);
  }

  private long changedRows() throws SQLException {
    return connection.unwrap(SQLiteConnection.class).getDatabase().total_changes();
  }

  /** Makes a value of one row. */
  @FunctionalInterface
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * Returns what a query finds.
   *
   * @param values of the question marks, in order
   */
  public <T> List<T> list(String query, Row<T> row, Object... values) {
    return transact(db -> {
      try (PreparedStatement statement = filled(db, query, values);
          ResultSet rows = statement.executeQuery()) {
        List<T> found = new ArrayList<>();
        while (rows.next()) {
          found.add(row.read(rows));
        }
        return List.copyOf(found);
      }
    });
  }

  /**
   * Carries out one statement and returns how many rows it made, changed or removed.
   *
   * @param values of the question marks, in order
   */
  public int run(String sql, Object... values) {
    return transact(db -> run(db, sql, values));
  }

  /** Carries out one statement of a transaction's in the same way. */
  public static int run(Connection db, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = filled(db, sql, values)) {
      return statement.executeUpdate();
    }
  }

  private static PreparedStatement filled(Connection db, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = db.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  /**
   * Writes the whole file anew, so that what was replaced in it stands nowhere in it any more.
   *
   * @return whether that is so; not while another process reads the database
   */
  public synchronized boolean rewrite() {
    try {
      connection.commit();
      connection.setAutoCommit(true);
      try (Statement statement = connection.createStatement()) {
        statement.execute("VACUUM");
        try (ResultSet busy = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
          return busy.next() && busy.getInt(1) == 0;
        }
      } finally {
        connection.setAutoCommit(false);
      }
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
      if (isAlone) {
        ChangeCount.alone(file, false);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the console's database must close, but didn't", e);
    }
  }
}
