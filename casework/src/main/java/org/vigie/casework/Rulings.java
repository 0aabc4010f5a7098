package org.vigie.casework;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.pipeline.cluster.ClusterRuling;

/**
 * All that people ruled of clusters. Nothing is changed or removed: who thinks better of a ruling
 * undoes it by another row, which says who, when and why, too.
 */
public final class Rulings {
  /** Makes the table, and what keeps it append-only. */
  public static final List<String> SCHEMA =
      AppendOnly.table(
          "ruling",
          "id INTEGER PRIMARY KEY, at TEXT NOT NULL, account TEXT NOT NULL, kind TEXT NOT NULL,"
              + " cluster TEXT NOT NULL, adverts TEXT NOT NULL, others TEXT NOT NULL,"
              + " why TEXT NOT NULL, undoes INTEGER UNIQUE REFERENCES ruling (id)");

  private static final String IN_EFFECT =
      "SELECT * FROM ruling r WHERE undoes IS NULL"
          + " AND NOT EXISTS (SELECT 1 FROM ruling u WHERE u.undoes = r.id)";

  private final CaseDatabase database;
  private final Clock clock;

  public Rulings(CaseDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * What undid a ruling.
   *
   * @param why the grounds, in the person's own words
   */
  public record Undoing(Instant at, String account, Ruling undone, String why) {}

  /** Returns what the stream keeps to of the rulings in a database; nothing if there is none. */
  public static List<ClusterRuling> storedIn(Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (CaseDatabase database = CaseDatabase.open(file, SCHEMA)) {
      return database.list(IN_EFFECT + " ORDER BY id", Rulings::ruling).stream()
          .map(Ruling::forTheStream)
          .toList();
    }
  }

  /**
   * Adds a ruling.
   *
   * @throws IllegalArgumentException if it names no adverts, or others without need
   */
  public void add(
      String account,
      ClusterRuling.Kind kind,
      String cluster,
      List<String> adverts,
      List<String> others,
      String why) {
    new ClusterRuling("new", kind, adverts, others);
    database.run(
        "INSERT INTO ruling (at, account, kind, cluster, adverts, others, why)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        clock.instant().toString(),
        account,
        kind.name(),
        cluster,
        String.join(" ", adverts),
        String.join(" ", others),
        why);
  }

  /** Undoes a ruling that holds. */
  public void undo(String account, Ruling ruling, String why) {
    database.run(
        "INSERT INTO ruling (at, account, kind, cluster, adverts, others, why, undoes)"
            + " VALUES (?, ?, ?, ?, '', '', ?, ?)",
        clock.instant().toString(),
        account,
        ruling.kind().name(),
        ruling.cluster(),
        why,
        ruling.number());
  }

  /** Returns the rulings that hold, the newest first. */
  public List<Ruling> inEffect() {
    return database.list(IN_EFFECT + " ORDER BY id DESC", Rulings::ruling);
  }

  /** Returns a ruling that holds by its number. */
  public Optional<Ruling> find(String number) {
    return inEffect().stream()
        .filter(ruling -> String.valueOf(ruling.number()).equals(number))
        .findFirst();
  }

  /** Returns what was undone, the newest undoing first. */
  public List<Undoing> undone() {
    return database.list(
        "SELECT r.*, u.at AS u_at, u.account AS u_account, u.why AS u_why"
            + " FROM ruling u JOIN ruling r ON u.undoes = r.id ORDER BY u.id DESC",
        row ->
            new Undoing(
                Instant.parse(row.getString("u_at")),
                row.getString("u_account"),
                ruling(row),
                row.getString("u_why")));
  }

  private static Ruling ruling(ResultSet row) throws SQLException {
    return new Ruling(
        row.getLong("id"),
        Instant.parse(row.getString("at")),
        row.getString("account"),
        ClusterRuling.Kind.valueOf(row.getString("kind")),
        row.getString("cluster"),
        ids(row.getString("adverts")),
        ids(row.getString("others")),
        row.getString("why"));
  }

  private static List<String> ids(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
  }
}
