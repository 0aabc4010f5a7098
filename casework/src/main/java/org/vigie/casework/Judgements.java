package org.vigie.casework;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.vigie.casework.people.CaseDatabase;

/**
 * All judgements, in the order in which they were made. None is ever changed or removed, not even
 * by this program: who thinks better of it judges anew.
 */
public final class Judgements {
  /** Makes the table, and what keeps it append-only. */
  public static final List<String> SCHEMA =
      AppendOnly.table(
          "judgement",
          "id INTEGER PRIMARY KEY, at TEXT NOT NULL, account TEXT NOT NULL, subject TEXT NOT NULL,"
              + " opinion TEXT NOT NULL, why TEXT NOT NULL");

  private final CaseDatabase database;
  private final Clock clock;

  public Judgements(CaseDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Adds a judgement.
   *
   * @throws IllegalArgumentException if this can't be said of such a thing
   */
  public Judgement add(String account, Subject subject, Opinion opinion, String why) {
    if (!Opinion.about(subject.kind()).contains(opinion)) {
      throw new IllegalArgumentException(
          "%s must be something that can be said of an %s, but isn't"
              .formatted(opinion.label(), subject.kind().label()));
    }
    Judgement judgement = new Judgement(clock.instant(), account, subject, opinion, why);
    database.run(
        "INSERT INTO judgement (at, account, subject, opinion, why) VALUES (?, ?, ?, ?, ?)",
        judgement.at().toString(),
        account,
        subject.key(),
        opinion.label(),
        why);
    return judgement;
  }

  /** Returns the judgements on something, the newest first. */
  public List<Judgement> on(Subject subject) {
    return database.list(
        "SELECT * FROM judgement WHERE subject = ? ORDER BY id DESC",
        Judgements::judgement,
        subject.key());
  }

  /** Returns the judgements on adverts in a workspace's database, which need not exist yet. */
  public static List<Judgement> aboutAdvertsIn(Path file, Clock clock) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (CaseDatabase database = CaseDatabase.open(file, SCHEMA)) {
      return new Judgements(database, clock).about(Subject.Kind.ADVERT);
    }
  }

  /** Returns all judgements on things of a kind, in the order in which they were made. */
  public List<Judgement> about(Subject.Kind kind) {
    return database.list(
        "SELECT * FROM judgement WHERE subject LIKE ? ORDER BY id",
        Judgements::judgement,
        kind.label() + ":%");
  }

  private static Judgement judgement(ResultSet row) throws SQLException {
    return new Judgement(
        Instant.parse(row.getString("at")),
        row.getString("account"),
        Subject.of(row.getString("subject")),
        Opinion.valueOf(row.getString("opinion").toUpperCase(Locale.ROOT).replace('-', '_')),
        row.getString("why"));
  }
}
