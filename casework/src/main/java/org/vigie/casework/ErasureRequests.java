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

  /** What was asked for at once counts once in lists, by its first. */
  private static final String FIRST =
      "r.id IN (SELECT min(id) FROM erasure_request GROUP BY account, at, why) AND ";

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
    ask(account, List.of(advert), "", why);
  }

  /**
   * Asks for several adverts at once: they are decided together.
   *
   * @param adverts ids, at least one
   * @param contact key of the contact whose adverts they are, or empty
   */
  public void ask(String account, List<String> adverts, String contact, String why) {
    String now = clock.instant().toString();
    database.transact(db -> {
      for (String advert : adverts) {
        CaseDatabase.run(
            db,
            "INSERT INTO erasure_request (at, account, advert, why) VALUES (?, ?, ?, ?)",
            now,
            account,
            advert,
            why);
      }
      if (!contact.isEmpty()) {
        CaseDatabase.run(
            db,
            "INSERT INTO erasure_request_contact SELECT min(id), ? FROM erasure_request"
                + " WHERE account = ? AND at = ? AND why = ?",
            new Subject(Subject.Kind.CONTACT, contact).key(),
            account,
            now,
            why);
      }
      return adverts.size();
    });
  }

  /** Returns the key of the contact whose adverts the first request is of; empty if of none. */
  public String contact(ErasureRequest first) {
    return database
        .list(
            "SELECT subject FROM erasure_request_contact WHERE erasure_request = ?",
            row -> Subject.of(row.getString("subject")).id(),
            first.id())
        .stream()
        .findFirst()
        .orElse("");
  }

  /**
   * Decides a request and what was asked for at once with it, unless the person asked for it or
   * somebody has decided it before.
   *
   * @return whether the decision counts
   */
  public boolean decide(String account, long id, boolean granted) {
    List<ErasureRequest> together = find(id).map(this::askedWith).orElse(List.of());
    return database.transact(db -> {
      boolean counts = second.decide(db, account, id, granted);
      for (ErasureRequest other : counts ? together : List.<ErasureRequest>of()) {
        second.decide(db, account, other.id(), granted);
      }
      return counts;
    });
  }

  /** Returns what was asked for at once with a request, itself included, in order. */
  public List<ErasureRequest> askedWith(ErasureRequest request) {
    return database.list(
        ALL + "WHERE r.account = ? AND r.at = ? AND r.why = ? ORDER BY r.id",
        ErasureRequests::request,
        request.askedBy(),
        request.askedAt().toString(),
        request.why());
  }

  public Optional<ErasureRequest> find(long id) {
    return database.list(ALL + "WHERE r.id = ?", ErasureRequests::request, id).stream().findFirst();
  }

  /** Returns what a person asked for, the newest first; of what was asked for at once the first. */
  public List<ErasureRequest> of(String account, int limit) {
    return database.list(
        ALL + "WHERE " + FIRST + "r.account = ? ORDER BY r.id DESC LIMIT ?",
        ErasureRequests::request,
        account,
        limit);
  }

  /** Returns what a person decided as the second one, in the same way. */
  public List<ErasureRequest> decidedBy(String account, int limit) {
    return database.list(
        ALL + "WHERE " + FIRST + "d.account = ? ORDER BY d.at DESC, r.id DESC LIMIT ?",
        ErasureRequests::request,
        account,
        limit);
  }

  /**
   * Returns what others asked for that waits for a second person, in the same way, oldest first.
   */
  public List<ErasureRequest> pendingFor(String account) {
    return database.list(
        ALL + "WHERE " + FIRST + "d.account IS NULL AND r.account <> ? ORDER BY r.id",
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
    schema.addAll(
        AppendOnly.table(
            "erasure_request_contact",
            "erasure_request INTEGER PRIMARY KEY REFERENCES erasure_request (id), subject TEXT NOT"
                + " NULL"));
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
