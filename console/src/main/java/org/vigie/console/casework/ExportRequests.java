package org.vigie.console.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.console.people.Desk;

/** What people asked to take out, and what was decided of it; neither is changed or removed. */
public final class ExportRequests {
  /** Makes the tables, and what keeps them append-only. */
  public static final List<String> SCHEMA = schema();

  private static final String ALL =
      "SELECT r.*, d.account AS decided_by, d.at AS decided_at, d.granted FROM export_request r"
          + " LEFT JOIN export_decision d ON d.request = r.id ";

  private final Desk desk;
  private final Clock clock;

  public ExportRequests(Desk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  public void ask(String account, String query, String format, String recipient, String why) {
    desk.run(
        "INSERT INTO export_request (at, account, query, format, recipient, why)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        clock.instant().toString(),
        account,
        query,
        format,
        recipient,
        why);
  }

  /**
   * Decides a request, unless the person asked for it or somebody has decided it before.
   *
   * @return whether the decision counts
   */
  public boolean decide(String account, long id, boolean granted) {
    // One statement, so that two reviewers at once can't both decide.
    return desk.run(
            """
            INSERT INTO export_decision (request, at, account, granted)
            SELECT r.id, ?, ?, ? FROM export_request r WHERE r.id = ? AND r.account <> ?
            AND NOT EXISTS (SELECT 1 FROM export_decision d WHERE d.request = r.id)
            """,
            clock.instant().toString(),
            account,
            granted ? 1 : 0,
            id,
            account)
        == 1;
  }

  public Optional<ExportRequest> find(long id) {
    return desk.list(ALL + "WHERE r.id = ?", ExportRequests::request, id).stream().findFirst();
  }

  /** Returns what a person asked for, the newest first. */
  public List<ExportRequest> of(String account, int limit) {
    return desk.list(
        ALL + "WHERE r.account = ? ORDER BY r.id DESC LIMIT ?",
        ExportRequests::request,
        account,
        limit);
  }

  /** Returns what others than a person asked for that waits for a second one, the oldest first. */
  public List<ExportRequest> pendingFor(String account) {
    return desk.list(
        ALL + "WHERE d.request IS NULL AND r.account <> ? ORDER BY r.id",
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
    schema.addAll(
        AppendOnly.table(
            "export_decision",
            "request INTEGER PRIMARY KEY REFERENCES export_request (id), at TEXT NOT NULL, account"
                + " TEXT NOT NULL, granted INTEGER NOT NULL"));
    return List.copyOf(schema);
  }

  private static ExportRequest request(ResultSet row) throws SQLException {
    String decidedBy = row.getString("decided_by");
    String decidedAt = row.getString("decided_at");
    return new ExportRequest(
        row.getLong("id"),
        row.getString("account"),
        Instant.parse(row.getString("at")),
        row.getString("query"),
        row.getString("format"),
        row.getString("recipient"),
        row.getString("why"),
        decidedBy == null ? "" : decidedBy,
        decidedAt == null ? null : Instant.parse(decidedAt),
        row.getInt("granted") == 1);
  }
}
