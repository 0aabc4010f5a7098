package org.vigie.casework;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.casework.config.WebSettings;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.files.failure.UserError;
import org.vigie.text.safe.SafeText;

/** What people asked to take out, and what was decided of it; neither is changed or removed. */
public final class ExportRequests {
  /** Makes the tables, and what keeps them append-only. */
  public static final List<String> SCHEMA = schema();

  private static final String ASKED = "export_request";

  private static final String ALL = SecondPerson.select(ASKED);

  /** Asks: instant, account, query, format, recipient and grounds. */
  static final String INSERT =
      "INSERT INTO export_request (at, account, query, format, recipient, why)"
          + " VALUES (?, ?, ?, ?, ?, ?)";

  private static final String GRANT = "INSERT INTO export_request_adverts VALUES (?, ?)";

  private final CaseDatabase database;
  private final Clock clock;
  private final SecondPerson second;

  /** Requests that wait for a decision as long as they do by default. */
  public ExportRequests(CaseDatabase database, Clock clock) {
    this(database, clock, WebSettings.defaults().requestsHold());
  }

  /**
   * @param holds how long a request waits for a decision before it lapses
   */
  public ExportRequests(CaseDatabase database, Clock clock, Duration holds) {
    this.database = database;
    this.clock = clock;
    this.second = new SecondPerson(database, clock, ASKED, holds);
  }

  /** Finds a request by the database in a file; nothing if there is none. */
  public static Optional<ExportRequest> findIn(Path file, long id) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (CaseDatabase database = CaseDatabase.open(file, SCHEMA)) {
      return database.list(ALL + "WHERE r.id = ?", ExportRequests::request, id).stream()
          .findFirst();
    }
  }

  /**
   * Returns a request of a file that an account may take now.
   *
   * @throws UserError if nobody granted it within {@link ExportRequest#HOLDS}, or another account
   *     asked for it, or the account is disabled
   */
  public static ExportRequest requireOpenIn(Path file, long id, String account, Instant now) {
    ExportRequest open =
        findIn(file, id)
            .filter(request -> request.isOpen(now))
            .orElseThrow(() ->
                UserError.ofInput(
                    "export %d must have been granted by a second person within the last %d hours, but wasn't"
                        .formatted(id, ExportRequest.HOLDS.toHours())));
    if (!open.askedBy().equals(account)) {
      throw UserError.ofInput(
          "export %d must be taken by the account that asked for it, but you are %s; disclosure.users in vigie.yaml says which user of this machine is which account"
              .formatted(id, SafeText.line(account)));
    }
    if (Accounts.isDisabledIn(file, account)) {
      throw UserError.ofInput("export %d needs an account that is enabled".formatted(id));
    }
    return open;
  }

  public void ask(String account, String query, String format, String recipient, String why) {
    database.run(INSERT, clock.instant().toString(), account, query, format, recipient, why);
  }

  /**
   * Decides a request, unless the person asked for it, somebody has decided it before or it has
   * lapsed.
   *
   * @return whether the decision counts
   */
  public boolean decide(String account, long id, boolean granted) {
    return decide(account, id, granted, "");
  }

  /**
   * Decides a request in the same way, and says why. Both are kept, or neither.
   *
   * @param why the grounds of whoever decides; may be empty
   * @return whether the decision counts
   */
  public boolean decide(String account, long id, boolean granted, String why) {
    return database.transact(db -> decide(db, account, id, granted, why));
  }

  /**
   * Grants a request in the same way, and what it finds now: what comes later, or is found once the
   * asker has changed what the query finds, nobody granted.
   *
   * @param adverts ids of the adverts that its query finds
   * @return whether the decision counts
   */
  public boolean grant(String account, long id, String why, Collection<String> adverts) {
    return database.transact(db -> {
      boolean counts = decide(db, account, id, true, why);
      if (counts) {
        CaseDatabase.run(db, GRANT, id, String.join(" ", adverts));
      }
      return counts;
    });
  }

  private boolean decide(Connection db, String account, long id, boolean granted, String why)
      throws SQLException {
    boolean counts = second.decide(db, account, id, granted);
    if (counts && !why.isEmpty()) {
      CaseDatabase.run(db, "INSERT INTO export_request_grounds VALUES (?, ?)", id, why);
    }
    return counts;
  }

  /** As below, by the database in a file. */
  public static Optional<Set<String>> grantedIn(Path file, long id) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (CaseDatabase database = CaseDatabase.open(file, SCHEMA)) {
      return granted(database, id);
    }
  }

  /**
   * Returns the ids of the adverts that a request found when it was granted, which alone may leave
   * by it; nothing if it isn't granted, or was decided without a look at what it finds.
   */
  public Optional<Set<String>> granted(long id) {
    return granted(database, id);
  }

  private static Optional<Set<String>> granted(CaseDatabase database, long id) {
    return database
        .list(
            "SELECT adverts FROM export_request_adverts WHERE export_request = ?",
            row -> Set.copyOf(List.of(row.getString("adverts").split(" ", -1))),
            id)
        .stream()
        .findFirst();
  }

  /** Returns why a request was decided as it was; empty if nobody said. */
  public String grounds(long id) {
    return database
        .list(
            "SELECT why FROM export_request_grounds WHERE export_request = ?",
            row -> row.getString("why"),
            id)
        .stream()
        .findFirst()
        .orElse("");
  }

  /** Returns what nobody decided in time and isn't noted as lapsed yet, the oldest first. */
  public List<ExportRequest> overdue() {
    return second.overdue().stream().map(this::find).flatMap(Optional::stream).toList();
  }

  /** Notes that a request has lapsed: nobody decides it any more. */
  public void lapse(ExportRequest overdue) {
    second.lapse(overdue.id());
  }

  public Optional<ExportRequest> find(long id) {
    return database.list(ALL + "WHERE r.id = ?", ExportRequests::request, id).stream().findFirst();
  }

  /** Returns what a person asked for, the newest first. */
  public List<ExportRequest> of(String account, int limit) {
    return database.list(
        ALL + "WHERE r.account = ? ORDER BY r.id DESC LIMIT ?",
        ExportRequests::request,
        account,
        limit);
  }

  /**
   * Returns what a person asked for last in a format by some words, decided or not.
   *
   * @param format one by which no export is taken out, too
   */
  public Optional<ExportRequest> last(String account, String format, String query) {
    return database
        .list(
            ALL + "WHERE r.account = ? AND r.format = ? AND r.query = ? ORDER BY r.id DESC LIMIT 1",
            ExportRequests::request,
            account,
            format,
            query)
        .stream()
        .findFirst();
  }

  /** Returns what a person asked for in the very same words first, if it waits for a decision. */
  public Optional<ExportRequest> waiting(
      String account, String query, String format, String recipient, String why) {
    return database
        .list(
            ALL
                + "WHERE d.account IS NULL AND r.account = ? AND r.query = ? AND r.format = ?"
                + " AND r.recipient = ? AND r.why = ? ORDER BY r.id LIMIT 1",
            ExportRequests::request,
            account,
            query,
            format,
            recipient,
            why)
        .stream()
        .findFirst();
  }

  /** Returns how many requests of a person in a format and for a recipient wait for a decision. */
  public long pending(String account, String format, String recipient) {
    return database
        .list(
            ALL + "WHERE d.account IS NULL AND r.account = ? AND r.format = ? AND r.recipient = ?",
            ExportRequests::request,
            account,
            format,
            recipient)
        .size();
  }

  /** Returns what a person decided as the second one, the newest first. */
  public List<ExportRequest> decidedBy(String account, int limit) {
    return database.list(
        ALL + "WHERE d.account = ? ORDER BY d.at DESC, r.id DESC LIMIT ?",
        ExportRequests::request,
        account,
        limit);
  }

  /** Returns what others than a person asked for that waits for a second one, the oldest first. */
  public List<ExportRequest> pendingFor(String account) {
    return database.list(
        ALL + "WHERE d.account IS NULL AND r.account <> ? ORDER BY r.id",
        ExportRequests::request,
        account);
  }

  private static List<String> schema() {
    List<String> schema =
        new ArrayList<>(
            AppendOnly.table(
                "export_request",
                "id INTEGER PRIMARY KEY, at TEXT NOT NULL, account TEXT NOT NULL, query TEXT NOT"
                    + " NULL, format TEXT NOT NULL, recipient TEXT NOT NULL, why TEXT NOT NULL"));
    schema.addAll(SecondPerson.schema(ASKED));
    schema.addAll(
        AppendOnly.table(
            "export_request_grounds",
            "export_request INTEGER PRIMARY KEY REFERENCES export_request (id), why TEXT NOT NULL"));
    schema.addAll(
        AppendOnly.table(
            "export_request_adverts",
            "export_request INTEGER PRIMARY KEY REFERENCES export_request (id), adverts TEXT NOT"
                + " NULL"));
    return List.copyOf(schema);
  }

  private static ExportRequest request(ResultSet row) throws SQLException {
    return new ExportRequest(
        row.getLong("id"),
        row.getString("account"),
        Instant.parse(row.getString("at")),
        row.getString("query"),
        row.getString("format"),
        row.getString("recipient"),
        row.getString("why"),
        SecondDecision.of(row));
  }
}
