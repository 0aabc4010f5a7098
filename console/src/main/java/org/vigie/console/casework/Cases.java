package org.vigie.console.casework;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vigie.console.people.Desk;

/** The cases of one workspace. Whoever asks for one gets it as a member, or doesn't learn of it. */
public final class Cases {
  /** Makes the tables; what was put into a case stays. */
  public static final List<String> SCHEMA = schema();

  private static final String OF_MEMBER =
      """
      SELECT c.*, (SELECT GROUP_CONCAT(account, ' ') FROM
        (SELECT account FROM case_member WHERE case_id = c.id ORDER BY account)) AS members
      FROM case_file c JOIN case_member m ON m.case_id = c.id AND m.account = ?
      """;

  private final Desk desk;
  private final Clock clock;

  public Cases(Desk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  /**
   * Returns what all cases hold, whoever may see them, by the database in a file; nothing if there
   * is none.
   */
  public static List<Subject> itemsIn(Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (Desk desk = Desk.open(file, SCHEMA)) {
      return desk.list(
          "SELECT DISTINCT subject FROM case_item", row -> Subject.of(row.getString("subject")));
    }
  }

  /** Opens a case with one member, and returns its id. */
  public String open(String account, String title) {
    String now = clock.instant().toString();
    return desk.transact(db -> {
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
    return desk.list(OF_MEMBER + "ORDER BY c.id DESC", Cases::caseFile, account);
  }

  /** Finds a case, if the account is a member of it. */
  public Optional<CaseFile> find(String account, String id) {
    return number(id)
        .flatMap(n ->
            desk.list(OF_MEMBER + "WHERE c.id = ?", Cases::caseFile, account, n).stream()
                .findFirst());
  }

  /** Lets an account see a case. */
  public void addMember(CaseFile known, String account, String by) {
    desk.run(
        "INSERT OR IGNORE INTO case_member VALUES (?, ?, ?, ?)",
        number(known.id()).orElseThrow(),
        account,
        by,
        clock.instant().toString());
  }

  /** Lets an account see a case no longer; the last member stays. */
  public void removeMember(CaseFile known, String account) {
    long id = number(known.id()).orElseThrow();
    desk.run(
        "DELETE FROM case_member WHERE case_id = ? AND account = ?"
            + " AND (SELECT COUNT(*) FROM case_member WHERE case_id = ?) > 1",
        id,
        account,
        id);
  }

  /** Puts something into a case. */
  public void put(CaseFile known, String account, Subject subject, String note) {
    desk.run(
        "INSERT INTO case_item (case_id, at, account, subject, note) VALUES (?, ?, ?, ?, ?)",
        number(known.id()).orElseThrow(),
        clock.instant().toString(),
        account,
        subject.key(),
        note);
  }

  /** Returns what was put into a case, the newest first. */
  public List<CaseFile.Item> items(CaseFile known) {
    return desk.list(
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
        Arrays.asList(row.getString("members").split(" ", -1)));
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
    return List.copyOf(schema);
  }
}
