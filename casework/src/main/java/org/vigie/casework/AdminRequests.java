package org.vigie.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigie.casework.config.WebSettings;
import org.vigie.casework.people.CaseDatabase;

/**
 * What people asked for that changes somebody's rights, and what a second admin decided of it;
 * neither is changed or removed.
 */
public final class AdminRequests {
  private static final String ASKED = "admin_request";

  /** Makes the tables, and what keeps them append-only. */
  public static final List<String> SCHEMA = schema();

  private static final String ALL =
      SecondPerson.select(ASKED)
          .replace("SELECT r.*,", "SELECT r.*, t.request AS taken,")
          .replace(" LEFT JOIN", " LEFT JOIN admin_request_taken t ON t.request = r.id LEFT JOIN");

  private final CaseDatabase database;
  private final Clock clock;
  private final SecondPerson second;

  /** Requests that wait for a decision as long as they do by default. */
  public AdminRequests(CaseDatabase database, Clock clock) {
    this(database, clock, WebSettings.defaults().requestsHold());
  }

  /**
   * @param holds how long a request waits for a decision before it lapses
   */
  public AdminRequests(CaseDatabase database, Clock clock, Duration holds) {
    this.database = database;
    this.clock = clock;
    this.second = new SecondPerson(database, clock, ASKED, holds);
  }

  public void ask(AdminRequest.Kind kind, String account, String subject, String detail) {
    database.run(
        "INSERT INTO admin_request (at, account, kind, subject, detail) VALUES (?, ?, ?, ?, ?)",
        clock.instant().toString(),
        account,
        kind.name().toLowerCase(Locale.ROOT),
        subject,
        detail);
  }

  /**
   * Decides a request, unless the person asked for it, somebody has decided it before or it has
   * lapsed.
   *
   * @return whether the decision counts
   */
  public boolean decide(String account, long id, boolean granted) {
    return second.decide(account, id, granted);
  }

  /** Returns what nobody decided in time and isn't noted as lapsed yet, the oldest first. */
  public List<AdminRequest> overdue() {
    return second.overdue().stream().map(this::find).flatMap(Optional::stream).toList();
  }

  /** Notes that a request has lapsed: nobody decides it any more. */
  public void lapse(AdminRequest overdue) {
    second.lapse(overdue.id());
  }

  /** Takes what was granted; returns false if it was taken before, has lapsed or isn't granted. */
  public boolean take(long id) {
    return database.run(
            "INSERT OR IGNORE INTO admin_request_taken (request, at) SELECT d.admin_request, ?"
                + " FROM admin_request_decision d WHERE d.admin_request = ? AND d.granted = 1"
                + " AND d.at > ?",
            clock.instant().toString(),
            id,
            second.oldest())
        == 1;
  }

  public Optional<AdminRequest> find(long id) {
    return database.list(ALL + "WHERE r.id = ?", AdminRequests::request, id).stream().findFirst();
  }

  /** Returns what waits for a decision, the oldest first. */
  public List<AdminRequest> pending() {
    return database.list(ALL + "WHERE d.account IS NULL ORDER BY r.id", AdminRequests::request);
  }

  /** Returns what lapsed within some time, the newest first. */
  public List<AdminRequest> lapsedWithin(Duration time) {
    return database.list(
        ALL + "WHERE d.account = ? AND d.at > ? ORDER BY r.id DESC",
        AdminRequests::request,
        SecondPerson.NOBODY,
        clock.instant().minus(time).toString());
  }

  /**
   * Returns what a person asked for and hasn't taken yet, though granted it was of late or may be.
   */
  public List<AdminRequest> openOf(String account, AdminRequest.Kind kind) {
    return database.list(
        ALL
            + "WHERE r.account = ? AND r.kind = ? AND t.request IS NULL"
            + " AND (d.granted IS NULL OR d.granted = 1 AND d.at > ?) ORDER BY r.id",
        AdminRequests::request,
        account,
        kind.name().toLowerCase(Locale.ROOT),
        second.oldest());
  }

  private static List<String> schema() {
    List<String> schema =
        new ArrayList<>(
            AppendOnly.table(
                ASKED,
                "id INTEGER PRIMARY KEY, at TEXT NOT NULL, account TEXT NOT NULL, kind TEXT NOT"
                    + " NULL, subject TEXT NOT NULL, detail TEXT NOT NULL"));
    schema.addAll(SecondPerson.schema(ASKED));
    schema.addAll(
        AppendOnly.table(
            "admin_request_taken",
            "request INTEGER PRIMARY KEY REFERENCES admin_request (id), at TEXT NOT NULL"));
    return List.copyOf(schema);
  }

  private static AdminRequest request(ResultSet row) throws SQLException {
    String decidedBy = row.getString("decided_by");
    row.getLong("taken");
    boolean taken = !row.wasNull();
    return new AdminRequest(
        row.getLong("id"),
        AdminRequest.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("account"),
        Instant.parse(row.getString("at")),
        row.getString("subject"),
        row.getString("detail"),
        new AdminRequest.Decision(
            decidedBy == null ? "" : decidedBy, row.getInt("granted") == 1, taken));
  }
}
