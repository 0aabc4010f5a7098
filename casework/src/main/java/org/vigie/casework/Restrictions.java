package org.vigie.casework;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.search.Hidden;

/** What is restricted, by whom and why; a restriction that is lifted stays in the table. */
public final class Restrictions {
  /** Makes the table, and what keeps it append-only. */
  public static final List<String> SCHEMA =
      AppendOnly.table(
          "restriction",
          "id INTEGER PRIMARY KEY, at TEXT NOT NULL, account TEXT NOT NULL, subject TEXT NOT NULL,"
              + " ground TEXT NOT NULL, why TEXT NOT NULL,"
              + " lifts INTEGER UNIQUE REFERENCES restriction (id)");

  /** What can be restricted. */
  public static final Set<Subject.Kind> KINDS =
      Set.copyOf(EnumSet.of(Subject.Kind.ADVERT, Subject.Kind.CLUSTER, Subject.Kind.CONTACT));

  private static final String IN_FORCE =
      "SELECT * FROM restriction r WHERE lifts IS NULL"
          + " AND NOT EXISTS (SELECT 1 FROM restriction l WHERE l.lifts = r.id)";

  private final CaseDatabase database;
  private final Clock clock;

  public Restrictions(CaseDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Returns what is restricted, by the database in a file; nothing if there is none. */
  public static List<Restriction> inForceIn(Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (CaseDatabase database = CaseDatabase.open(file, SCHEMA)) {
      return database.list(IN_FORCE + " ORDER BY id", Restrictions::restriction);
    }
  }

  /** Returns what searches must not show. */
  public static Hidden hidden(List<Restriction> restrictions) {
    Set<String> adverts = new HashSet<>();
    Set<String> clusters = new HashSet<>();
    Set<String> contacts = new HashSet<>();
    for (Restriction restriction : restrictions) {
      String id = restriction.subject().id();
      switch (restriction.subject().kind()) {
        case ADVERT -> adverts.add(id);
        case CLUSTER -> clusters.add(id);
        case CONTACT -> contacts.add(id);
        case ALERT, CASE ->
            throw new IllegalStateException("an alert or a case must not be restricted, but is");
      }
    }
    return new Hidden(adverts, clusters, contacts);
  }

  /** Restricts something. */
  public void add(String account, Subject subject, Restriction.Ground ground, String why) {
    if (!KINDS.contains(subject.kind())) {
      throw new IllegalArgumentException(
          "an advert, cluster or contact can be restricted, but this is of kind "
              + subject.kind().label());
    }
    again(new Restriction(0, clock.instant(), account, subject, ground, why));
  }

  /** Restricts something as it was restricted at some time; its number is made anew. */
  public void again(Restriction former) {
    database.run(
        "INSERT INTO restriction (at, account, subject, ground, why) VALUES (?, ?, ?, ?, ?)",
        former.at().toString(),
        former.account(),
        former.subject().key(),
        former.ground().label(),
        former.why());
  }

  /**
   * Lifts a restriction.
   *
   * @return whether it was in force until now
   */
  public boolean lift(String account, Restriction restriction, String why) {
    // One statement, so that two at once can't both lift it.
    return database.run(
            "INSERT INTO restriction (at, account, subject, ground, why, lifts)"
                + " SELECT ?, ?, subject, ground, ?, id FROM restriction r WHERE r.id = ?"
                + " AND NOT EXISTS (SELECT 1 FROM restriction l WHERE l.lifts = r.id)",
            clock.instant().toString(),
            account,
            why,
            restriction.number())
        == 1;
  }

  /** Returns those that hold, the newest first. */
  public List<Restriction> inForce() {
    return database.list(IN_FORCE + " ORDER BY id DESC", Restrictions::restriction);
  }

  /** Finds one that holds. */
  public Optional<Restriction> find(long number) {
    return database.list(IN_FORCE + " AND id = ?", Restrictions::restriction, number).stream()
        .findFirst();
  }

  private static Restriction restriction(ResultSet row) throws SQLException {
    return new Restriction(
        row.getLong("id"),
        Instant.parse(row.getString("at")),
        row.getString("account"),
        Subject.of(row.getString("subject")),
        Restriction.Ground.valueOf(row.getString("ground").toUpperCase(Locale.ROOT)),
        row.getString("why"));
  }
}
