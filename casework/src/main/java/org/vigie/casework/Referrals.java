package org.vigie.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.casework.people.CaseDatabase;

/** Referrals and what was decided of them; neither is ever changed or removed. */
public final class Referrals {
  /** Makes the tables, and what keeps them append-only. */
  public static final List<String> SCHEMA = schema();

  private static final String ASKED = "referral";

  private static final String ALL = SecondPerson.select(ASKED);

  private final CaseDatabase database;
  private final Clock clock;
  private final SecondPerson second;

  public Referrals(CaseDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.second = new SecondPerson(database, clock, ASKED);
  }

  public void ask(String account, Subject subject, String recipient, String why) {
    database.run(
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
    return second.decide(account, id, granted);
  }

  public Optional<Referral> find(long id) {
    return database.list(ALL + "WHERE r.id = ?", Referrals::referral, id).stream().findFirst();
  }

  /** Returns the referrals of something, the newest first. */
  public List<Referral> of(Subject subject) {
    return database.list(
        ALL + "WHERE r.subject = ? ORDER BY r.id DESC", Referrals::referral, subject.key());
  }

  /** Returns the referrals that wait for a second person, the oldest first. */
  public List<Referral> pending() {
    return database.list(ALL + "WHERE d.account IS NULL ORDER BY r.id", Referrals::referral);
  }

  private static List<String> schema() {
    List<String> schema =
        new ArrayList<>(
            AppendOnly.table(
                "referral",
                "id INTEGER PRIMARY KEY, at TEXT NOT NULL, account TEXT NOT NULL, subject TEXT NOT"
                    + " NULL, recipient TEXT NOT NULL, why TEXT NOT NULL"));
    schema.addAll(SecondPerson.schema(ASKED));
    return List.copyOf(schema);
  }

  private static Referral referral(ResultSet row) throws SQLException {
    return new Referral(
        row.getLong("id"),
        Subject.of(row.getString("subject")),
        row.getString("account"),
        Instant.parse(row.getString("at")),
        row.getString("recipient"),
        row.getString("why"),
        SecondDecision.of(row));
  }
}
