package org.vigie.casework.budget;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.casework.budget.BudgetNotice.Per;
import org.vigie.casework.config.DisclosureSettings;
import org.vigie.casework.people.CaseDatabase;

/**
 * How many full adverts somebody was shown of late, or are shown for a case, by pages, programs and
 * the command line alike. The same advert again counts no more; above the budget the way is an
 * export, which a second person grants.
 */
public final class DisclosureBudget {
  /**
   * Makes the tables. Those of people forget after a day; who saw what stands in the audit log.
   * That of cases keeps the ids, which are digests, as long as the database.
   */
  public static final List<String> SCHEMA = schema();

  private static final String PEOPLE = "disclosure";
  private static final String CASES = "case_disclosure";
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  /** From this share on, it is written down that a budget is nearly used up. */
  private static final double WARNED = 0.8;

  private final CaseDatabase database;
  private final DisclosureSettings settings;
  private final Clock clock;

  public DisclosureBudget(CaseDatabase database, DisclosureSettings settings, Clock clock) {
    this.database = database;
    this.settings = settings;
    this.clock = clock;
  }

  /** What came of asking to be shown some adverts. */
  public enum Outcome {
    ADMITTED,
    /** Admitted, and with it four fifths of a budget were reached. */
    WARNED,
    /** One person's budget of an hour or a day hasn't room: that of a later hour has. */
    REFUSED,
    /** The case's budget hasn't room, and will have none unless it is raised. */
    CASE_REFUSED;

    public boolean isRefused() {
      return this == REFUSED || this == CASE_REFUSED;
    }
  }

  private static List<String> schema() {
    List<String> schema = new ArrayList<>(BudgetNotices.SCHEMA);
    schema.addAll(SnippetWindows.SCHEMA);
    for (String table : List.of(PEOPLE, CASES)) {
      schema.add(
          """
          CREATE TABLE IF NOT EXISTS %s (
            who TEXT NOT NULL, advert TEXT NOT NULL, at TEXT NOT NULL,
            PRIMARY KEY (who, advert))
          """
              .formatted(table));
    }
    return List.copyOf(schema);
  }

  /** Returns what a case's budget is kept by. */
  public static String ofCase(String id) {
    return "case " + id;
  }

  /** Returns what a person's budget is kept by, however they are shown adverts. */
  public static String ofAccount(String name) {
    return "account " + name;
  }

  /**
   * Counts adverts that are about to be shown, all of them or, if one budget hasn't room for all,
   * none. Case leads are told of each budget that comes to four fifths or to its end; where nothing
   * is shown, of those alone that hadn't room.
   *
   * @param who each has a budget of its own, such as an account and its token
   * @param caseId id of the case for which they are shown
   * @param adverts ids
   */
  public Outcome take(List<String> who, Optional<String> caseId, Collection<String> adverts) {
    Instant now = clock.instant();
    return database.transact(db -> {
      forget(db, now.minus(DAY));
      return take(db, now, who, caseId, adverts);
    });
  }

  /**
   * What of some snippets is shown.
   *
   * @param outcome what came of those that count
   * @param withheld ids of the adverts that are shown without one
   */
  public record Snippets(Outcome outcome, Set<String> withheld) {}

  /**
   * Counts the snippets of a list that is about to be shown, but for beginnings of texts, which are
   * free. So is a first other window of an advert's text; a further one within a day counts the
   * advert as shown in full. If one budget hasn't room for all that count, those that weren't shown
   * in full before are withheld.
   *
   * @param who as above
   * @param caseId as above
   * @param snippets id of each advert of which another window than the beginning is shown → this
   */
  public Snippets show(List<String> who, Optional<String> caseId, Map<String, String> snippets) {
    Instant now = clock.instant();
    Instant since = now.minus(DAY);
    return database.transact(db -> {
      forget(db, since);
      Set<String> moved = SnippetWindows.moved(db, who, stamp(since), snippets);
      Outcome outcome = moved.isEmpty() ? Outcome.ADMITTED : take(db, now, who, caseId, moved);
      Set<String> withheld = new HashSet<>();
      for (String advert : outcome.isRefused() ? moved : Set.<String>of()) {
        for (String one : who) {
          if (unknown(db, PEOPLE, one, since, List.of(advert)) > 0) {
            withheld.add(advert);
          }
        }
      }
      SnippetWindows.note(db, who, stamp(now), snippets, withheld);
      return new Snippets(outcome, Set.copyOf(withheld));
    });
  }

  private Outcome take(
      Connection db,
      Instant now,
      List<String> who,
      Optional<String> caseId,
      Collection<String> adverts)
      throws SQLException {
    List<Use> uses = new ArrayList<>();
    for (String one : who) {
      uses.add(use(db, PEOPLE, one, now.minus(HOUR), adverts, Per.HOUR, settings.perHour()));
      uses.add(use(db, PEOPLE, one, now.minus(DAY), adverts, Per.DAY, settings.perDay()));
    }
    Optional<String> ofCase = caseId.map(DisclosureBudget::ofCase);
    if (ofCase.isPresent()) {
      uses.add(use(db, CASES, ofCase.get(), Instant.EPOCH, adverts, Per.CASE, settings.perCase()));
    }
    Outcome outcome = outcome(uses);
    for (Use use : uses) {
      if (outcome.isRefused() ? use.isOver() : use.isSpentNow() || use.crosses()) {
        BudgetNotices.note(
            db, new BudgetNotice(now, use.who(), use.per(), use.share(), who.getFirst()));
      }
    }
    if (!outcome.isRefused()) {
      for (String one : who) {
        note(db, PEOPLE, one, now, adverts);
      }
      if (ofCase.isPresent()) {
        note(db, CASES, ofCase.get(), now, adverts);
      }
    }
    return outcome;
  }

  private static Outcome outcome(List<Use> uses) {
    if (uses.stream().anyMatch(Use::isOver)) {
      return uses.stream().anyMatch(use -> use.isOver() && use.per() == Per.CASE)
          ? Outcome.CASE_REFUSED
          : Outcome.REFUSED;
    }
    return uses.stream().anyMatch(Use::crosses) ? Outcome.WARNED : Outcome.ADMITTED;
  }

  /**
   * How much of a budget is used.
   *
   * @param before how many different adverts were shown before
   * @param after how many with those to come
   */
  private record Use(String who, Per per, int most, int before, int after) {
    boolean isOver() {
      return after > most;
    }

    boolean isSpentNow() {
      return before < most && after >= most;
    }

    boolean crosses() {
      return before < WARNED * most && after >= WARNED * most;
    }

    int share() {
      return after >= most ? 100 : 80;
    }
  }

  private static Use use(
      Connection db,
      String table,
      String who,
      Instant since,
      Collection<String> adverts,
      Per per,
      int most)
      throws SQLException {
    int before = known(db, table, who, since);
    return new Use(who, per, most, before, before + unknown(db, table, who, since, adverts));
  }

  private static int known(Connection db, String table, String who, Instant since)
      throws SQLException {
    try (PreparedStatement query =
        db.prepareStatement("SELECT count(*) FROM %s WHERE who = ? AND at > ?".formatted(table))) {
      query.setString(1, who);
      query.setString(2, stamp(since));
      return number(query);
    }
  }

  private static int unknown(
      Connection db, String table, String who, Instant since, Collection<String> adverts)
      throws SQLException {
    int unknown = 0;
    try (PreparedStatement query =
        db.prepareStatement(
            "SELECT count(*) FROM %s WHERE who = ? AND advert = ? AND at > ?".formatted(table))) {
      query.setString(1, who);
      query.setString(3, stamp(since));
      for (String advert : Set.copyOf(adverts)) {
        query.setString(2, advert);
        unknown += 1 - number(query);
      }
    }
    return unknown;
  }

  private static int number(PreparedStatement query) throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }

  private static void note(
      Connection db, String table, String who, Instant now, Collection<String> adverts)
      throws SQLException {
    try (PreparedStatement insert =
        db.prepareStatement("INSERT OR REPLACE INTO %s VALUES (?, ?, ?)".formatted(table))) {
      for (String advert : adverts) {
        insert.setString(1, who);
        insert.setString(2, advert);
        insert.setString(3, stamp(now));
        insert.executeUpdate();
      }
    }
  }

  private static void forget(Connection db, Instant before) throws SQLException {
    try (PreparedStatement delete =
        db.prepareStatement("DELETE FROM %s WHERE at <= ?".formatted(PEOPLE))) {
      delete.setString(1, stamp(before));
      delete.executeUpdate();
    }
    SnippetWindows.forget(db, stamp(before));
  }

  /** Of one length, so that they sort as times do. */
  private static String stamp(Instant at) {
    return Long.toString(1_000_000_000_000_000L + at.toEpochMilli());
  }
}
