package org.vigie.casework.budget;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.vigie.casework.people.CaseDatabase;

/** What case leads are told of budgets: that somebody came to four fifths of one, or to all. */
public final class BudgetNotices {
  /** Makes the table. */
  public static final List<String> SCHEMA =
      List.of(
          "CREATE TABLE IF NOT EXISTS budget_notice (id INTEGER PRIMARY KEY, at TEXT NOT NULL, who"
              + " TEXT NOT NULL, per TEXT NOT NULL, share INTEGER NOT NULL, made_by TEXT NOT NULL)");

  /** How long they are told. */
  private static final Duration TOLD = Duration.ofDays(30);

  /** The same again within it tells nobody anything. */
  private static final Duration SAME = Duration.ofHours(1);

  private static final int MOST = 200;

  private final CaseDatabase database;
  private final Clock clock;

  public BudgetNotices(CaseDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Notes one as part of a transaction, unless it was noted within the last hour, and forgets what
   * is told no more.
   */
  static void note(Connection db, BudgetNotice notice) throws SQLException {
    CaseDatabase.run(
        db, "DELETE FROM budget_notice WHERE at <= ?", notice.at().minus(TOLD).toString());
    CaseDatabase.run(
        db,
        "INSERT INTO budget_notice (at, who, per, share, made_by) SELECT ?, ?, ?, ?, ? WHERE NOT"
            + " EXISTS (SELECT 1 FROM budget_notice WHERE who = ? AND per = ? AND share = ? AND at"
            + " > ?)",
        notice.at().toString(),
        notice.who(),
        notice.per().label(),
        notice.share(),
        notice.by(),
        notice.who(),
        notice.per().label(),
        notice.share(),
        notice.at().minus(SAME).toString());
  }

  /** Returns those of the last 30 days, the newest first, 200 at most. */
  public List<BudgetNotice> recent() {
    return database.list(
        "SELECT * FROM budget_notice WHERE at > ? ORDER BY id DESC LIMIT " + MOST,
        row ->
            new BudgetNotice(
                Instant.parse(row.getString("at")),
                row.getString("who"),
                BudgetNotice.Per.valueOf(row.getString("per").toUpperCase(Locale.ROOT)),
                row.getInt("share"),
                row.getString("made_by")),
        clock.instant().minus(TOLD).toString());
  }
}
