package org.vigie.casework;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.exchange.deconflict.DeconflictRequest;
import org.vigie.files.failure.Exit;
import org.vigie.files.failure.UserError;

/**
 * Which requests of deconfliction were answered here, and how many elements each had: so that none
 * is answered twice, and no agency asks about more than its quota in a week. Nothing is removed.
 */
public final class DeconflictLedger {
  /** Makes the table. */
  public static final List<String> SCHEMA =
      AppendOnly.table(
          "deconflict_answered",
          "request TEXT PRIMARY KEY, at INTEGER NOT NULL, signer TEXT NOT NULL,"
              + " elements INTEGER NOT NULL");

  private static final Duration WEEK = Duration.ofDays(7);

  private final Path file;
  private final Clock clock;

  /**
   * @param file the database of people's work
   */
  public DeconflictLedger(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
  }

  /**
   * Requires that a request may be answered, without writing it down.
   *
   * @param keys fingerprints of all keys of its signer's agency
   * @param perWeek elements that its signer may ask about in seven days
   * @throws UserError if it was answered before, or its signer's quota hasn't room for it
   */
  public void require(DeconflictRequest request, List<String> keys, int perWeek) {
    transact(db -> {
      require(db, request, keys, perWeek);
      return true;
    });
  }

  /**
   * Writes down that a request is about to be answered.
   *
   * @throws UserError as {@link #require}; then nothing is written
   */
  public void take(DeconflictRequest request, List<String> keys, int perWeek) {
    transact(db -> {
      require(db, request, keys, perWeek);
      try (PreparedStatement insert =
          db.prepareStatement("INSERT INTO deconflict_answered VALUES (?, ?, ?, ?)")) {
        insert.setString(1, request.id());
        insert.setLong(2, clock.instant().getEpochSecond());
        insert.setString(3, request.signer().fingerprint());
        insert.setInt(4, request.count());
        return insert.executeUpdate() == 1;
      }
    });
  }

  private void transact(CaseDatabase.Work<Boolean> work) {
    try (CaseDatabase database = CaseDatabase.open(file, SCHEMA)) {
      database.transact(work);
    }
  }

  private void require(Connection db, DeconflictRequest request, List<String> keys, int perWeek)
      throws SQLException {
    if (count(db, "SELECT COUNT(*) FROM deconflict_answered WHERE request = ?", request.id()) > 0) {
      throw UserError.ofInput(
          "a request must be answered once, but %s was answered before; the agency has to ask anew"
              .formatted(request.id()));
    }
    long before = 0;
    for (String key : keys) {
      before +=
          count(
              db,
              "SELECT COALESCE(SUM(elements), 0) FROM deconflict_answered WHERE signer = ? AND at > ?",
              key,
              clock.instant().minus(WEEK).getEpochSecond());
    }
    if (before + request.count() > perWeek) {
      throw new UserError(
          Exit.BUDGET,
          "a partner may ask about %,d selectors in seven days (per-week in deconflict.yaml), but this one asked about %,d and now about %,d more"
              .formatted(perWeek, before, request.count()));
    }
  }

  private static long count(Connection db, String query, Object... values) throws SQLException {
    try (PreparedStatement statement = db.prepareStatement(query)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
