package org.vigie.casework.budget;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigie.casework.people.CaseDatabase;

/** What case leads are told of budgets: that somebody came to four fifths or the end of one. */
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
   * Notes some as part of a transaction, unless the same was noted within the last hour, and
   * forgets what is told no more.
   *
   * @return those that were noted
   */
  static List<BudgetNotice> noteNew(Connection db, List<BudgetNotice> notices) throws SQLException {
    List<BudgetNotice> noted = new ArrayList<>();
    for (BudgetNotice notice : notices) {
      CaseDatabase.run(
          db, "DELETE FROM budget_notice WHERE at <= ?", notice.at().minus(TOLD).toString());
      if (note(db, notice)) {
        noted.add(notice);
      }
    }
    return noted;
  }

  /** Refusals of one budget are the same, however much was asked for. */
  private static boolean note(Connection db, BudgetNotice notice) throws SQLException {
    return CaseDatabase.run(
            db,
            "INSERT INTO budget_notice (at, who, per, share, made_by) SELECT ?, ?, ?, ?, ? WHERE"
                + " NOT EXISTS (SELECT 1 FROM budget_notice WHERE who = ? AND per = ? AND"
                + " min(share, 101) = min(?, 101) AND at > ?)",
            notice.at().toString(),
            notice.who(),
            notice.per().label(),
            notice.share(),
            notice.by(),
            notice.who(),
            notice.per().label(),
            notice.share(),
            notice.at().minus(SAME).toString())
        > 0;
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
