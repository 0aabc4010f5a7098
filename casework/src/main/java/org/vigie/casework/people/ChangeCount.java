package org.vigie.casework.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.files.owner.OwnerOnly;

/**
 * How often rows of the console's database were changed, since its {@linkplain TableSums sums} are
 * kept. It grows in the transaction of each change, so that an older copy of the database shows.
 */
public final class ChangeCount {
  static final String TABLE = "change_count";

  private static final String TRIGGER = TABLE + "_up";
  private static final String MADE =
      "CREATE TABLE IF NOT EXISTS %s (changes INTEGER NOT NULL)".formatted(TABLE);
  private static final String FILLED =
      "INSERT INTO %1$s SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM %1$s)".formatted(TABLE);
  private static final String UP = "UPDATE %s SET changes = changes + 1".formatted(TABLE);

  /** What this process committed: a file in the place of one that it has open knows less. */
  private static final Map<Path, Long> COMMITTED = new ConcurrentHashMap<>();

  /** What this process has open so that nobody else can. */
  private static final Set<Path> ALONE = ConcurrentHashMap.newKeySet();

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
      statement.execute(MADE);
      statement.execute(FILLED);
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
   * Lets a database have counted as many changes as the log says of the one that was accepted, so
   * that no other copy is taken for it: another has fewer. One that is missing is made.
   */
  public static void raise(Path file, long changes) throws IOException {
    OwnerOnly.file(file);
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = db.createStatement()) {
      statement.execute(MADE);
      statement.execute(FILLED);
      statement.execute("UPDATE %s SET changes = %d".formatted(TABLE, changes));
    } catch (SQLException e) {
      throw new IOException(file + " must be writable to be accepted, but isn't", e);
    }
  }

  /** What is known of a database that is there. */
  public enum State {
    READ,
    /** Another program locks it, or it can't be opened. */
    LOCKED,
    /** This process itself has it open alone, as while its key changes. */
    OWN,
    /** It is no database, or damaged. */
    DAMAGED
  }

  /**
   * What was found.
   *
   * @param changes what a database counted: 0 if it is missing or never did; nothing unless read
   */
  public record Found(State state, OptionalLong changes) {
    static Found read(long changes) {
      return new Found(State.READ, OptionalLong.of(changes));
    }

    static Found not(State state) {
      return new Found(state, OptionalLong.empty());
    }
  }

  /** Remembers whether this process has a database open alone. */
  static void alone(Path file, boolean isAlone) {
    if (isAlone) {
      ALONE.add(key(file));
    } else {
      ALONE.remove(key(file));
    }
  }

  /** Returns what a database counted; nothing if that can't be read now. */
  public static OptionalLong of(Path file) {
    return find(file).changes();
  }

  /**
   * Returns what a database counted. It is opened for this alone, so that another file in its place
   * is seen; where another program locks it, that is waited for as long as SQLite does.
   */
  public static Found find(Path file) {
    if (!Files.exists(file)) {
      return Found.read(0);
    }
    try {
      return Found.read(count(file, ""));
    } catch (SQLException e) {
      if (CaseDatabase.isDamage(e)) {
        return Found.not(State.DAMAGED);
      }
      return ALONE.contains(key(file)) ? Found.not(State.OWN) : unwritten(file);
    }
  }

  /** Reads as whoever may not write beside the database: then SQLite makes no file there. */
  private static Found unwritten(Path file) {
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    try {
      boolean isWhole = !Files.exists(log) || Files.size(log) == 0;
      Path folder = file.toAbsolutePath().getParent();
      boolean mayWrite = Files.isWritable(file) && folder != null && Files.isWritable(folder);
      return isWhole && !mayWrite
          ? Found.read(count(file, "?immutable=1"))
          : Found.not(State.LOCKED);
    } catch (IOException | SQLException e) {
      return Found.not(State.LOCKED);
    }
  }

  private static long count(Path file, String how) throws SQLException {
    String name = how.isEmpty() ? file.toString() : file.toUri() + how;
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + name)) {
      return has(db, TABLE) ? in(db) : 0;
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
