package org.vigie.casework;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.casework.people.CaseDatabase;

/** Which adverts people keep beyond their time or let go; the newest word on each counts. */
public final class RetentionDecisions {
  /** Makes the table, and what keeps it append-only. */
  public static final List<String> SCHEMA =
      AppendOnly.table(
          "retention_decision",
          "id INTEGER PRIMARY KEY, at TEXT NOT NULL, account TEXT NOT NULL, subject TEXT NOT NULL,"
              + " kept INTEGER NOT NULL, why TEXT NOT NULL");

  private static final String NEWEST =
      "SELECT * FROM retention_decision d WHERE id ="
          + " (SELECT max(id) FROM retention_decision e WHERE e.subject = d.subject)";

  private final CaseDatabase database;
  private final Clock clock;

  public RetentionDecisions(CaseDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Returns the newest of each advert, by the database in a file; nothing if there is none. */
  public static Map<String, RetentionDecision> newestIn(Path file) {
    Map<String, RetentionDecision> newest = new HashMap<>();
    if (Files.exists(file)) {
      try (CaseDatabase database = CaseDatabase.open(file, SCHEMA)) {
        database
            .list(NEWEST, RetentionDecisions::decision)
            .forEach(decision -> newest.put(decision.advert(), decision));
      }
    }
    return newest;
  }

  /** Keeps an advert until the next review, or lets it go. */
  public void decide(String account, String advert, boolean kept, String why) {
    database.run(
        "INSERT INTO retention_decision (at, account, subject, kept, why) VALUES (?, ?, ?, ?, ?)",
        clock.instant().toString(),
        account,
        new Subject(Subject.Kind.ADVERT, advert).key(),
        kept ? 1 : 0,
        why);
  }

  /** Returns the newest word on an advert. */
  public Optional<RetentionDecision> find(String advert) {
    return database
        .list(
            NEWEST + " AND subject = ?",
            RetentionDecisions::decision,
            new Subject(Subject.Kind.ADVERT, advert).key())
        .stream()
        .findFirst();
  }

  private static RetentionDecision decision(ResultSet row) throws SQLException {
    return new RetentionDecision(
        Instant.parse(row.getString("at")),
        row.getString("account"),
        Subject.of(row.getString("subject")).id(),
        row.getInt("kept") == 1,
        row.getString("why"));
  }
}
