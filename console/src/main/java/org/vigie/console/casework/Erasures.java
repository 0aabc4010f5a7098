package org.vigie.console.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.console.people.Desk;

/**
 * What people asked to erase, what was decided of it, and when it was done. The rows stay, by ids
 * and without content, since who erased what has to be known.
 */
public final class Erasures {
  /** Makes the tables, and what keeps them append-only. */
  public static final List<String> SCHEMA = schema();

  private static final String ASKED = "erasure";

  private static final String ALL =
      "SELECT e.*, f.at AS done_at FROM (%s) e LEFT JOIN erasure_done f ON f.erasure = e.id "
          .formatted(SecondPerson.select(ASKED));

  private final Desk desk;
  private final Clock clock;
  private final SecondPerson second;

  public Erasures(Desk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
    this.second = new SecondPerson(desk, clock, ASKED);
  }

  public void ask(String account, String advert, String why) {
    desk.run(
        "INSERT INTO erasure (at, account, advert, why) VALUES (?, ?, ?, ?)",
        clock.instant().toString(),
        account,
        advert,
        why);
  }

  /**
   * Decides, unless the person asked for it or somebody has decided it before.
   *
   * @return whether the decision counts
   */
  public boolean decide(String account, long id, boolean granted) {
    return second.decide(account, id, granted);
  }

  /** Says that nothing is left of an advert. */
  public void done(Erasure erasure) {
    desk.run(
        "INSERT INTO erasure_done (erasure, at) VALUES (?, ?)",
        erasure.id(),
        clock.instant().toString());
  }

  public Optional<Erasure> find(long id) {
    return desk.list(ALL + "WHERE e.id = ?", Erasures::erasure, id).stream().findFirst();
  }

  /** Returns what was asked for, the newest first. */
  public List<Erasure> newest(int limit) {
    return desk.list(ALL + "ORDER BY e.id DESC LIMIT ?", Erasures::erasure, limit);
  }

  /** Returns what was granted and is yet to be carried out, the oldest first. */
  public List<Erasure> due() {
    return desk.list(ALL + "WHERE e.granted = 1 AND f.at IS NULL ORDER BY e.id", Erasures::erasure);
  }

  private static List<String> schema() {
    List<String> schema =
        new ArrayList<>(
            AppendOnly.table(
                "erasure",
                "id INTEGER PRIMARY KEY, at TEXT NOT NULL, account TEXT NOT NULL, advert TEXT NOT"
                    + " NULL, why TEXT NOT NULL"));
    schema.addAll(SecondPerson.schema("erasure"));
    schema.addAll(
        AppendOnly.table(
            "erasure_done",
            "erasure INTEGER PRIMARY KEY REFERENCES erasure (id), at TEXT NOT NULL"));
    return List.copyOf(schema);
  }

  private static Erasure erasure(ResultSet row) throws SQLException {
    String decidedBy = row.getString("decided_by");
    String doneAt = row.getString("done_at");
    return new Erasure(
        row.getLong("id"),
        row.getString("advert"),
        row.getString("account"),
        Instant.parse(row.getString("at")),
        row.getString("why"),
        decidedBy == null ? "" : decidedBy,
        row.getInt("granted") == 1,
        doneAt == null ? null : Instant.parse(doneAt));
  }
}
