package org.vigie.console.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.console.people.Desk;

/** Referrals and what was decided of them; neither is ever changed or removed. */
public final class Referrals {
  /** Makes the tables, and what keeps them append-only. */
  public static final List<String> SCHEMA = schema();

  private static final String ALL =
      "SELECT r.*, d.account AS decided_by, d.at AS decided_at, d.granted FROM referral r"
          + " LEFT JOIN referral_decision d ON d.referral = r.id ";

  private final Desk desk;
  private final Clock clock;

  public Referrals(Desk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  public void ask(String account, Subject subject, String recipient, String why) {
    desk.run(
        "INSERT INTO referral (at, account, subject, recipient, why) VALUES (?, ?, ?, ?, ?)",
        clock.instant().toString(),
        account,
        subject.key(),
        recipient,
        why);
  }

  /**
   * Decides a referral, unless the person asked for it or somebody has decided it before.
   *
   * @return whether the decision counts
   */
  public boolean decide(String account, long id, boolean granted) {
    // One statement, so that two reviewers at once can't both decide.
    return desk.run(
            """
            INSERT INTO referral_decision (referral, at, account, granted)
            SELECT r.id, ?, ?, ? FROM referral r WHERE r.id = ? AND r.account <> ?
            AND NOT EXISTS (SELECT 1 FROM referral_decision d WHERE d.referral = r.id)
            """,
            clock.instant().toString(),
            account,
            granted ? 1 : 0,
            id,
            account)
        == 1;
  }

  public Optional<Referral> find(long id) {
    return desk.list(ALL + "WHERE r.id = ?", Referrals::referral, id).stream().findFirst();
  }

  /** Returns the referrals of something, the newest first. */
  public List<Referral> of(Subject subject) {
    return desk.list(
        ALL + "WHERE r.subject = ? ORDER BY r.id DESC", Referrals::referral, subject.key());
  }

  /** Returns the referrals that wait for a second person, the oldest first. */
  public List<Referral> pending() {
    return desk.list(ALL + "WHERE d.referral IS NULL ORDER BY r.id", Referrals::referral);
  }

  private static List<String> schema() {
    List<String> schema =
        new ArrayList<>(
            AppendOnly.table(
                "referral",
                "id INTEGER PRIMARY KEY, at TEXT NOT NULL, account TEXT NOT NULL, subject TEXT NOT"
                    + " NULL, recipient TEXT NOT NULL, why TEXT NOT NULL"));
    schema.addAll(
        AppendOnly.table(
            "referral_decision",
            "referral INTEGER PRIMARY KEY REFERENCES referral (id), at TEXT NOT NULL, account TEXT"
                + " NOT NULL, granted INTEGER NOT NULL"));
    return List.copyOf(schema);
  }

  private static Referral referral(ResultSet row) throws SQLException {
    String decidedBy = row.getString("decided_by");
    String decidedAt = row.getString("decided_at");
    return new Referral(
        row.getLong("id"),
        Subject.of(row.getString("subject")),
        row.getString("account"),
        Instant.parse(row.getString("at")),
        row.getString("recipient"),
        row.getString("why"),
        decidedBy == null ? "" : decidedBy,
        decidedAt == null ? null : Instant.parse(decidedAt),
        row.getInt("granted") == 1);
  }
}
