package org.vigie.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.vigie.casework.people.CaseDatabase;

/**
 * Tags on things, and who looks after them. A mark that is taken off stays in the table, so that it
 * can be told who took it off.
 */
public final class Marks {
  /** Makes the table, and what keeps it append-only. */
  public static final List<String> SCHEMA = schema();

  /** The newest word on each tag of a thing, and on who looks after it. */
  private static final String CURRENT =
      "SELECT * FROM mark m WHERE wanted = 1 AND id = (SELECT max(id) FROM mark n WHERE"
          + " n.subject = m.subject AND n.kind = m.kind"
          + " AND (m.kind = 'assignee' OR n.value = m.value))";

  private final CaseDatabase database;
  private final Clock clock;

  public Marks(CaseDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Puts a mark on something; a thing has one assignee, and any number of tags. */
  public void add(String account, Mark mark) {
    write(account, mark, true);
  }

  public void remove(String account, Mark mark) {
    write(account, mark, false);
  }

  /** Returns the marks of some things, in the order in which they were made. */
  public List<Mark> on(List<Subject> subjects) {
    String places = String.join(", ", Collections.nCopies(subjects.size(), "?"));
    return database.list(
        CURRENT + " AND subject IN (" + places + ") ORDER BY id",
        Marks::mark,
        subjects.stream().map(Subject::key).toArray());
  }

  /**
   * Returns a stretch of what bears a mark, what was marked last first.
   *
   * @param offset things to pass over, at least 0
   */
  public List<Mark> with(Mark.Kind kind, String value, int offset, int limit) {
    return database.list(
        CURRENT + " AND kind = ? AND value = ? ORDER BY id DESC LIMIT ? OFFSET ?",
        Marks::mark,
        kind.label(),
        value,
        limit,
        offset);
  }

  /** Returns how many things bear a mark. */
  public long count(Mark.Kind kind, String value) {
    return database
        .list(
            "SELECT count(*) AS things FROM (" + CURRENT + " AND kind = ? AND value = ?)",
            row -> row.getLong("things"),
            kind.label(),
            value)
        .getFirst();
  }

  /** Returns all tags in use, in alphabetical order. */
  public List<String> tags() {
    return database.list(
        "SELECT DISTINCT value FROM (" + CURRENT + " AND kind = 'tag') ORDER BY value",
        row -> row.getString("value"));
  }

  private void write(String account, Mark mark, boolean wanted) {
    database.run(
        "INSERT INTO mark (at, account, subject, kind, value, wanted) VALUES (?, ?, ?, ?, ?, ?)",
        clock.instant().toString(),
        account,
        mark.subject().key(),
        mark.kind().label(),
        mark.value(),
        wanted ? 1 : 0);
  }

  private static Mark mark(ResultSet row) throws SQLException {
    return new Mark(
        Mark.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        Subject.of(row.getString("subject")),
        row.getString("value"));
  }

  private static List<String> schema() {
    List<String> schema =
        new ArrayList<>(
            AppendOnly.table(
                "mark",
                "id INTEGER PRIMARY KEY, at TEXT NOT NULL, account TEXT NOT NULL, subject TEXT NOT"
                    + " NULL, kind TEXT NOT NULL, value TEXT NOT NULL, wanted INTEGER NOT NULL"));
    schema.add("CREATE INDEX IF NOT EXISTS mark_subject ON mark (subject, kind, id)");
    schema.add("CREATE INDEX IF NOT EXISTS mark_value ON mark (kind, value, id)");
    return List.copyOf(schema);
  }
}
