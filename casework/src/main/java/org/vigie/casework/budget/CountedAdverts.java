package org.vigie.casework.budget;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.vigie.casework.people.CaseDatabase;

/** A table of the adverts that each holder of a budget was shown in full, and when last. */
enum CountedAdverts {
  /** That of accounts and tokens, which forgets after a day. */
  OF_PEOPLE("disclosure"),
  /** That of cases, which keeps ids as long as the database. */
  OF_CASES("case_disclosure");

  private final String table;

  CountedAdverts(String table) {
    this.table = table;
  }

  /** Returns the statement that makes the table. */
  String schema() {
    return """
    CREATE TABLE IF NOT EXISTS %s (
      who TEXT NOT NULL, advert TEXT NOT NULL, at TEXT NOT NULL,
      PRIMARY KEY (who, advert))
    """
        .formatted(table);
  }

  /** Returns how many somebody was shown since some time. */
  int known(Connection db, String who, Instant since) throws SQLException {
    try (PreparedStatement query =
        db.prepareStatement("SELECT count(*) FROM %s WHERE who = ? AND at > ?".formatted(table))) {
      query.setString(1, who);
      query.setString(2, stamp(since));
      return number(query);
    }
  }

  /** Returns how many of some adverts somebody wasn't shown since some time. */
  int unknown(Connection db, String who, Instant since, Collection<String> adverts)
      throws SQLException {
    int unknown = 0;
    try (PreparedStatement query =
        db.prepareStatement(
            "SELECT count(*) FROM %s WHERE who = ? AND advert = ? AND at > ?".formatted(table))) {
      query.setString(1, who);
      query.setString(3, stamp(since));
      for (String advert : Set.copyOf(adverts)) {
        query.setString(2, advert);
        unknown += 1 - number(query);
      }
    }
    return unknown;
  }

  /** Notes that somebody is shown some adverts now. */
  void note(Connection db, String who, Instant now, Collection<String> adverts)
      throws SQLException {
    try (PreparedStatement insert =
        db.prepareStatement("INSERT OR REPLACE INTO %s VALUES (?, ?, ?)".formatted(table))) {
      for (String advert : adverts) {
        insert.setString(1, who);
        insert.setString(2, advert);
        insert.setString(3, stamp(now));
        insert.executeUpdate();
      }
    }
  }

  /** Forgets what was shown up to a time. */
  void forget(Connection db, Instant before) throws SQLException {
    CaseDatabase.run(db, "DELETE FROM %s WHERE at <= ?".formatted(table), stamp(before));
  }

  /** Of one length, so that they sort as times do. */
  static String stamp(Instant at) {
    return Long.toString(1_000_000_000_000_000L + at.toEpochMilli());
  }

  private static int number(PreparedStatement query) throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }
}
