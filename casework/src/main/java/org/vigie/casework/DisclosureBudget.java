package org.vigie.casework;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.vigie.casework.config.DisclosureSettings;
import org.vigie.casework.people.CaseDatabase;

/**
 * How many full adverts somebody was shown of late, by pages, programs and the command line alike.
 * The same advert again counts no more; above the budget the way is an export, which a second
 * person grants.
 */
public final class DisclosureBudget {
  /** Makes the table. It forgets after a day; who saw what stands in the audit log. */
  public static final List<String> SCHEMA =
      List.of(
          """
          CREATE TABLE IF NOT EXISTS disclosure (
            who TEXT NOT NULL, advert TEXT NOT NULL, at TEXT NOT NULL,
            PRIMARY KEY (who, advert))
          """);

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  /** From this share on, it is written down that a budget is nearly used up. */
  private static final double WARNED = 0.8;

  private final CaseDatabase database;
  private final DisclosureSettings settings;
  private final Clock clock;

  public DisclosureBudget(CaseDatabase database, DisclosureSettings settings, Clock clock) {
    this.database = database;
    this.settings = settings;
    this.clock = clock;
  }

  /** What came of asking to be shown some adverts. */
  public enum Outcome {
    ADMITTED,
    /** Admitted, and with it four fifths of a budget were reached. */
    WARNED,
    REFUSED
  }

  /** Returns what a person's budget is kept by, however they are shown adverts. */
  public static String ofAccount(String name) {
    return "account " + name;
  }

  /**
   * Counts adverts that are about to be shown, all of them or, if one budget hasn't room for all,
   * none.
   *
   * @param who each has a budget of its own, such as an account and its token
   * @param adverts ids
   */
  public Outcome take(List<String> who, Collection<String> adverts) {
    Instant now = clock.instant();
    return database.transact(db -> {
      forget(db, now.minus(DAY));
      boolean warned = false;
      for (String one : who) {
        Count hour = count(db, one, now.minus(HOUR), adverts);
        Count day = count(db, one, now.minus(DAY), adverts);
        if (hour.after() > settings.perHour() || day.after() > settings.perDay()) {
          return Outcome.REFUSED;
        }
        warned |= hour.crosses(settings.perHour()) || day.crosses(settings.perDay());
      }
      for (String one : who) {
        note(db, one, now, adverts);
      }
      return warned ? Outcome.WARNED : Outcome.ADMITTED;
    });
  }

  /** How many different adverts were shown before, and how many with those to come. */
  private record Count(int before, int after) {
    boolean crosses(int most) {
      return before < WARNED * most && after >= WARNED * most;
    }
  }

  private static Count count(Connection db, String who, Instant since, Collection<String> adverts)
      throws SQLException {
    int before = known(db, who, since);
    return new Count(before, before + unknown(db, who, since, adverts));
  }

  private static int known(Connection db, String who, Instant since) throws SQLException {
    try (PreparedStatement query =
        db.prepareStatement("SELECT count(*) FROM disclosure WHERE who = ? AND at > ?")) {
      query.setString(1, who);
      query.setString(2, stamp(since));
      return number(query);
    }
  }

  private static int unknown(Connection db, String who, Instant since, Collection<String> adverts)
      throws SQLException {
    int unknown = 0;
    try (PreparedStatement query =
        db.prepareStatement(
            "SELECT count(*) FROM disclosure WHERE who = ? AND advert = ? AND at > ?")) {
      query.setString(1, who);
      query.setString(3, stamp(since));
      for (String advert : Set.copyOf(adverts)) {
        query.setString(2, advert);
        unknown += 1 - number(query);
      }
    }
    return unknown;
  }

  private static int number(PreparedStatement query) throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }

  private static void note(Connection db, String who, Instant now, Collection<String> adverts)
      throws SQLException {
    try (PreparedStatement insert =
        db.prepareStatement("INSERT OR REPLACE INTO disclosure VALUES (?, ?, ?)")) {
      for (String advert : adverts) {
        insert.setString(1, who);
        insert.setString(2, advert);
        insert.setString(3, stamp(now));
        insert.executeUpdate();
      }
    }
  }

  private static void forget(Connection db, Instant before) throws SQLException {
    try (PreparedStatement delete = db.prepareStatement("DELETE FROM disclosure WHERE at <= ?")) {
      delete.setString(1, stamp(before));
      delete.executeUpdate();
    }
  }

  /** Of one length, so that they sort as times do. */
  private static String stamp(Instant at) {
    return Long.toString(1_000_000_000_000_000L + at.toEpochMilli());
  }
}
