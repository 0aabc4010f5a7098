package org.vigie.casework;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.people.CaseDatabase;

/** The cases of one workspace. Whoever asks for one gets it as a member, or doesn't learn of it. */
public final class Cases {
  /** Makes the tables; what was put into a case stays. */
  public static final List<String> SCHEMA = schema();

  private static final String OF_MEMBER =
      """
      SELECT c.*, (SELECT GROUP_CONCAT(account, ' ') FROM
        (SELECT account FROM case_member WHERE case_id = c.id ORDER BY account)) AS members,
        s.at AS closed_at, s.account AS closed_by, s.why AS closed_why
      FROM case_file c JOIN case_member m ON m.case_id = c.id AND m.account = ?
        LEFT JOIN case_step s ON s.case_id = c.id AND s.closes = 1
          AND s.id = (SELECT MAX(id) FROM case_step WHERE case_id = c.id)
      """;

  /** Whether the case that a row is about to be put into or taken from is closed. */
  private static final String CLOSED =
      "(SELECT closes FROM case_step WHERE case_id = %s.case_id ORDER BY id DESC LIMIT 1) = 1";

  private final CaseDatabase database;
  private final Clock clock;

  public Cases(CaseDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Something that a case holds.
   *
   * @param subject what it is
   * @param closedAt when the case was closed; null while it is open
   */
  public record Held(Subject subject, @Nullable Instant closedAt) {}

  /**
   * Returns what all cases hold, whoever may see them, by the database in a file; nothing if there
   * is none.
   */
  public static List<Held> itemsIn(Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (CaseDatabase database = CaseDatabase.open(file, SCHEMA)) {
      return database.list(
          """
          SELECT DISTINCT i.subject, s.at AS closed_at FROM case_item i
            LEFT JOIN case_step s ON s.case_id = i.case_id AND s.closes = 1
              AND s.id = (SELECT MAX(id) FROM case_step WHERE case_id = i.case_id)
          """,
          row -> new Held(Subject.of(row.getString("subject")), instant(row, "closed_at")));
    }
  }

  /**
   * Returns the ids of the cases that were closed at some instant or before, and of which something
   * is left, by the database in a file; none if there is no file.
   */
  public static List<String> closedBy(Path file, Instant last) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (CaseDatabase database = CaseDatabase.open(file, SCHEMA)) {
      return database
          .list(
              "SELECT c.id, s.at FROM case_file c JOIN case_step s ON s.case_id = c.id AND s.closes"
                  + " = 1 AND s.id = (SELECT MAX(id) FROM case_step WHERE case_id = c.id)"
                  + " WHERE c.title <> ? ORDER BY c.id",
              row -> Map.entry(PREFIX + row.getLong("id"), Instant.parse(row.getString("at"))),
              CaseDatabase.ERASED)
          .stream()
          .filter(closed -> !closed.getValue().isAfter(last))
          .map(Map.Entry::getKey)
          .toList();
    }
  }

  /** Returns the ids of the cases that were erased, by the database in a file. */
  public static List<String> erasedIn(Path file) {
    try (CaseDatabase database = CaseDatabase.open(file, SCHEMA)) {
      return database.list(
          "SELECT id FROM case_file WHERE title = ? ORDER BY id",
          row -> PREFIX + row.getLong("id"),
          CaseDatabase.ERASED);
    }
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    @Nullable String text = row.getString(column);
    return text == null ? null : Instant.parse(text);
  }

  /** Opens a case with one member, and returns its id. */
  public String open(String account, String title) {
    String now = clock.instant().toString();
    return database.transact(db -> {
      try (var insert =
              db.prepareStatement(
                  "INSERT INTO case_file (title, account, at) VALUES (?, ?, ?) RETURNING id");
          var member = db.prepareStatement("INSERT INTO case_member VALUES (?, ?, ?, ?)")) {
        insert.setString(1, title);
        insert.setString(2, account);
        insert.setString(3, now);
        try (ResultSet row = insert.executeQuery()) {
          row.next();
          long id = row.getLong(1);
          member.setLong(1, id);
          member.setString(2, account);
          member.setString(3, account);
          member.setString(4, now);
          member.executeUpdate();
          return PREFIX + id;
        }
      }
    });
  }

  /** Returns the cases that an account is a member of, the newest first. */
  public List<CaseFile> of(String account) {
    return database.list(OF_MEMBER + "ORDER BY c.id DESC", Cases::caseFile, account);
  }

  /** Returns those of them into which something can be put. */
  public List<CaseFile> openOf(String account) {
    return of(account).stream().filter(CaseFile::isOpen).toList();
  }

  /** Finds a case, if the account is a member of it. */
  public Optional<CaseFile> find(String account, String id) {
    return number(id)
        .flatMap(n ->
            database.list(OF_MEMBER + "WHERE c.id = ?", Cases::caseFile, account, n).stream()
                .findFirst());
  }

  /**
   * Closes a case.
   *
   * @return whether it was open until now
   */
  public boolean close(CaseFile known, String account, String why) {
    return step(known, account, why, 1);
  }

  /**
   * Opens a closed case again.
   *
   * @return whether it was closed until now
   */
  public boolean reopen(CaseFile known, String account, String why) {
    return step(known, account, why, 0);
  }

  private boolean step(CaseFile known, String account, String why, int closes) {
    // One statement, so that two at once can't both do it.
    return database.run(
            "INSERT INTO case_step (case_id, at, account, closes, why) SELECT c.id, ?, ?, ?, ?"
                + " FROM case_file c WHERE c.id = ? AND ? <> COALESCE((SELECT closes FROM case_step"
                + " WHERE case_id = c.id ORDER BY id DESC LIMIT 1), 0)",
            clock.instant().toString(),
            account,
            closes,
            why,
            number(known.id()).orElseThrow(),
            closes)
        == 1;
  }

  /** Lets an account see a case. */
  public void addMember(CaseFile known, String account, String by) {
    database.run(
        "INSERT OR IGNORE INTO case_member VALUES (?, ?, ?, ?)",
        number(known.id()).orElseThrow(),
        account,
        by,
        clock.instant().toString());
  }

  /** Lets an account see a case no longer; the last member stays. */
  public void removeMember(CaseFile known, String account) {
    long id = number(known.id()).orElseThrow();
    database.run(
        "DELETE FROM case_member WHERE case_id = ? AND account = ?"
            + " AND (SELECT COUNT(*) FROM case_member WHERE case_id = ?) > 1",
        id,
        account,
        id);
  }

  /** Puts something into a case. */
  public void put(CaseFile known, String account, Subject subject, String note) {
    database.run(
        "INSERT INTO case_item (case_id, at, account, subject, note) VALUES (?, ?, ?, ?, ?)",
        number(known.id()).orElseThrow(),
        clock.instant().toString(),
        account,
        subject.key(),
        note);
  }

  /** Returns what was put into a case, the newest first. */
  public List<CaseFile.Item> items(CaseFile known) {
    return database.list(
        "SELECT * FROM case_item WHERE case_id = ? ORDER BY id DESC",
        row ->
            new CaseFile.Item(
                Instant.parse(row.getString("at")),
                row.getString("account"),
                Subject.of(row.getString("subject")),
                row.getString("note")),
        number(known.id()).orElseThrow());
  }

  private static final String PREFIX = "k-";

  /** Returns whether an id may be a case's of the console. */
  public static boolean isId(String id) {
    return number(id).isPresent();
  }

  /** Finds the number in an id; whatever else is asked for is no case. */
  private static Optional<Long> number(String id) {
    try {
      return id.startsWith(PREFIX)
          ? Optional.of(Long.parseLong(id.substring(PREFIX.length())))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static CaseFile caseFile(ResultSet row) throws SQLException {
    return new CaseFile(
        PREFIX + row.getLong("id"),
        row.getString("title"),
        row.getString("account"),
        Instant.parse(row.getString("at")),
        Arrays.asList(row.getString("members").split(" ", -1)),
        closing(row));
  }

  private static CaseFile.@Nullable Closing closing(ResultSet row) throws SQLException {
    @Nullable Instant at = instant(row, "closed_at");
    return at == null
        ? null
        : new CaseFile.Closing(at, row.getString("closed_by"), row.getString("closed_why"));
  }

  private static List<String> schema() {
    List<String> schema = new ArrayList<>();
    schema.add(
        "CREATE TABLE IF NOT EXISTS case_file (id INTEGER PRIMARY KEY, title TEXT NOT NULL,"
            + " account TEXT NOT NULL, at TEXT NOT NULL)");
    schema.add(
        "CREATE TABLE IF NOT EXISTS case_member (case_id INTEGER NOT NULL REFERENCES case_file"
            + " (id), account TEXT NOT NULL, added_by TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY"
            + " (case_id, account))");
    schema.addAll(
        AppendOnly.table(
            "case_item",
            "id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL REFERENCES case_file (id), at TEXT NOT"
                + " NULL, account TEXT NOT NULL, subject TEXT NOT NULL, note TEXT NOT NULL"));
    schema.addAll(
        AppendOnly.table(
            "case_step",
            "id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL REFERENCES case_file (id), at TEXT NOT"
                + " NULL, account TEXT NOT NULL, closes INTEGER NOT NULL, why TEXT NOT NULL"));
    schema.add(refuseClosed("case_item", "INSERT", "NEW"));
    schema.add(refuseClosed("case_member", "INSERT", "NEW"));
    schema.add(refuseClosed("case_member", "DELETE", "OLD"));
    return List.copyOf(schema);
  }

  /** Even where a case is closed between a look and a change, the database refuses the change. */
  private static String refuseClosed(String table, String change, String row) {
    return "CREATE TRIGGER IF NOT EXISTS %s_%s_closed BEFORE %s ON %s WHEN %s BEGIN SELECT RAISE(ABORT, 'a closed case must stay as it is'); END"
        .formatted(table, change.toLowerCase(Locale.ROOT), change, table, CLOSED.formatted(row));
  }
}
