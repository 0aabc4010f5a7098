package org.vigie.casework;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.vigie.casework.people.CaseDatabase;

/**
 * What a second person decided of something that a first one asked for, once and for good.
 *
 * <p>For a table of what is asked for, with columns {@code id} and {@code account}, there is one of
 * decisions, named after it.
 */
final class SecondPerson {
  /** Stands as who decided where nobody did in time; no account has such a name. */
  static final String NOBODY = "-";

  /** Longer than anything is kept. */
  private static final Duration NEVER = Duration.ofDays(365_000);

  private final CaseDatabase database;
  private final Clock clock;
  private final String asked;
  private final Duration holds;

  /** What was asked for here waits for as long as it takes. */
  SecondPerson(CaseDatabase database, Clock clock, String asked) {
    this(database, clock, asked, NEVER);
  }

  /**
   * @param asked name of the table of what is asked for; no user's words
   * @param holds how long it waits for a decision
   */
  SecondPerson(CaseDatabase database, Clock clock, String asked, Duration holds) {
    this.holds = holds;
    this.database = database;
    this.clock = clock;
    this.asked = asked;
  }

  /** Makes the table of decisions, and what keeps it append-only. */
  static List<String> schema(String asked) {
    return AppendOnly.table(
        asked + "_decision",
        asked
            + " INTEGER PRIMARY KEY REFERENCES "
            + asked
            + " (id), at TEXT NOT NULL, account TEXT NOT NULL, granted INTEGER NOT NULL");
  }

  /**
   * Returns the query for all that was asked for, as {@code r}, with what was decided of it, as
   * {@code d}: {@code decided_by}, {@code decided_at} and {@code granted}, null where nothing was.
   */
  static String select(String asked) {
    return "SELECT r.*, d.account AS decided_by, d.at AS decided_at, d.granted FROM TABLE r LEFT JOIN TABLE_decision d ON d.TABLE = r.id "
        .replace("TABLE", asked);
  }

  /**
   * Decides, unless the person asked for it, somebody has decided it before or it has lapsed.
   *
   * @return whether the decision counts
   */
  boolean decide(String account, long id, boolean granted) {
    return database.transact(db -> decide(db, account, id, granted));
  }

  /** Decides in the same way, as part of a transaction. */
  boolean decide(Connection db, String account, long id, boolean granted) throws SQLException {
    // One statement, so that two reviewers at once can't both decide.
    return CaseDatabase.run(
            db,
            """
            INSERT INTO TABLE_decision (TABLE, at, account, granted)
            SELECT r.id, ?, ?, ? FROM TABLE r WHERE r.id = ? AND r.account <> ?
            AND r.at > ? AND NOT EXISTS (SELECT 1 FROM TABLE_decision d WHERE d.TABLE = r.id)
            """
                .replace("TABLE", asked),
            clock.instant().toString(),
            account,
            granted ? 1 : 0,
            id,
            account,
            oldest())
        == 1;
  }

  /** Returns the time after which something must have happened to hold still, ISO 8601. */
  String oldest() {
    return clock.instant().minus(holds).toString();
  }

  /** Returns the ids of what nobody decided in time, and which isn't noted as lapsed yet. */
  List<Long> overdue() {
    return database.list(
        select(asked) + "WHERE d.account IS NULL AND r.at <= ? ORDER BY r.id",
        row -> row.getLong("id"),
        oldest());
  }

  /** Notes that something has lapsed, once. */
  void lapse(long id) {
    database.run(
        "INSERT OR IGNORE INTO TABLE_decision (TABLE, at, account, granted) VALUES (?, ?, ?, 0)"
            .replace("TABLE", asked),
        id,
        clock.instant().toString(),
        NOBODY);
  }
}
