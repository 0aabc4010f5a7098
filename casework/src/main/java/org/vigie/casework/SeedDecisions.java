package org.vigie.casework;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.casework.people.CaseDatabase;

/**
 * Which proposed seeds people approved or declined; the newest word on each counts. A seed is known
 * by its id alone: what its address is, isn't kept here.
 */
public final class SeedDecisions {
  /** Makes the table, and what keeps it append-only. */
  public static final List<String> SCHEMA =
      AppendOnly.table(
          "seed_decision",
          "id INTEGER PRIMARY KEY, at TEXT NOT NULL, account TEXT NOT NULL, seed TEXT NOT NULL,"
              + " approved INTEGER NOT NULL, why TEXT NOT NULL");

  private final CaseDatabase database;
  private final Clock clock;

  public SeedDecisions(CaseDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Returns seed → whether it is approved, by the database in a file; none if there is none. */
  public static Map<String, Boolean> in(Path file) {
    Map<String, Boolean> decided = new HashMap<>();
    if (Files.exists(file)) {
      try (CaseDatabase database = CaseDatabase.open(file, SCHEMA)) {
        database
            .list(
                "SELECT seed, approved FROM seed_decision ORDER BY id",
                row -> Map.entry(row.getString("seed"), row.getInt("approved") == 1))
            .forEach(one -> decided.put(one.getKey(), one.getValue()));
      }
    }
    return decided;
  }

  /** Writes down what somebody decided. */
  public void decide(String account, String seed, boolean approved, String why) {
    database.run(
        "INSERT INTO seed_decision (at, account, seed, approved, why) VALUES (?, ?, ?, ?, ?)",
        clock.instant().toString(),
        account,
        seed,
        approved ? 1 : 0,
        why);
  }
}
