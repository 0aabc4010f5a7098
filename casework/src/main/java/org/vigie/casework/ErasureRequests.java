package org.vigie.casework;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.casework.people.CaseDatabase;

/** What people asked to have erased, and what was decided of it; neither is changed or removed. */
public final class ErasureRequests {
  /** Makes the tables, and what keeps them append-only. */
  public static final List<String> SCHEMA = schema();

  private static final String ASKED = "erasure_request";

  private static final String ALL = SecondPerson.select(ASKED);

  private final CaseDatabase database;
  private final Clock clock;
  private final SecondPerson second;

  public ErasureRequests(CaseDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.second = new SecondPerson(database, clock, ASKED);
  }

  /**
   * Returns what a second person has granted, by the database in a file; nothing if there is none.
   */
  public static List<ErasureRequest> grantedIn(Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (CaseDatabase database = CaseDatabase.open(file, SCHEMA)) {
      return database.list(ALL + "WHERE d.granted = 1 ORDER BY r.id", ErasureRequests::request);
    }
  }

  public void ask(String account, String advert, String why) {
    database.run(
        "INSERT INTO erasure_request (at, account, advert, why) VALUES (?, ?, ?, ?)",
        clock.instant().toString(),
        account,
        advert,
        why);
  }

  /**
   * Decides a request, unless the person asked for it or somebody has decided it before.
   *
   * @return whether the decision counts
   */
  public boolean decide(String account, long id, boolean granted) {
    return second.decide(account, id, granted);
  }

  public Optional<ErasureRequest> find(long id) {
    return database.list(ALL + "WHERE r.id = ?", ErasureRequests::request, id).stream().findFirst();
  }

  /** Returns what a person asked for, the newest first. */
  public List<ErasureRequest> of(String account, int limit) {
    return database.list(
        ALL + "WHERE r.account = ? ORDER BY r.id DESC LIMIT ?",
        ErasureRequests::request,
        account,
        limit);
  }

  /** Returns what others than a person asked for that waits for a second one, the oldest first. */
  public List<ErasureRequest> pendingFor(String account) {
    return database.list(
        ALL + "WHERE d.account IS NULL AND r.account <> ? ORDER BY r.id",
        ErasureRequests::request,
        account);
  }

  private static List<String> schema() {
    List<String> schema =
        new ArrayList<>(
            AppendOnly.table(
                "erasure_request",
                "id INTEGER PRIMARY KEY, at TEXT NOT NULL, account TEXT NOT NULL, advert TEXT NOT"
                    + " NULL, why TEXT NOT NULL"));
    schema.addAll(SecondPerson.schema(ASKED));
    return List.copyOf(schema);
  }

  private static ErasureRequest request(ResultSet row) throws SQLException {
    String decidedBy = row.getString("decided_by");
    String decidedAt = row.getString("decided_at");
    return new ErasureRequest(
        row.getLong("id"),
        row.getString("account"),
        Instant.parse(row.getString("at")),
        row.getString("advert"),
        row.getString("why"),
        decidedBy == null ? "" : decidedBy,
        decidedAt == null ? null : Instant.parse(decidedAt),
        row.getInt("granted") == 1);
  }
}
