package org.vigie.console.erase;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Takes what people noted of erased adverts out of the console's database. That they judged, filed
 * or referred one stays, with who and when and its id; what they wrote doesn't.
 *
 * <p>The tables refuse any change; this is the one exception that the law makes, and the log of the
 * erasure says so. Done again, it does the same.
 */
final class DeskErasure {
  /** What stands where something stood. */
  static final String ERASED = "(erased)";

  /** Table, the column that names its subject, and the one in which people write. */
  private enum Words {
    JUDGEMENT("judgement", "subject", "why"),
    MARK("mark", "subject", "value"),
    CASE_ITEM("case_item", "subject", "note"),
    REFERRAL("referral", "subject", "why"),
    RETENTION_DECISION("retention_decision", "subject", "why"),
    RESTRICTION("restriction", "subject", "why"),
    RULING("ruling", "cluster", "why"),
    ALERT_STEP("alert_step", "alert", "note");

    private final String table;
    private final String subject;
    private final String text;

    Words(String table, String subject, String text) {
      this.table = table;
      this.subject = subject;
      this.text = text;
    }
  }

  private final Connection db;

  private DeskErasure(Connection db) {
    this.db = db;
  }

  /**
   * Erases, if there is a database.
   *
   * @param gone what goes with the adverts; of a contact not even its name stays
   * @param addresses where the adverts stood: they are taken out of all that people wrote
   * @return whether what was erased stands in no file any more; not so while {@code ./vigie serve}
   *     reads the database
   */
  static boolean erase(
      Path file, Collection<String> adverts, GoneWith gone, Collection<String> addresses) {
    if (!Files.exists(file)) {
      return true;
    }
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      DeskErasure erasure = new DeskErasure(db);
      erasure.run("PRAGMA busy_timeout = 5000");
      erasure.run("PRAGMA secure_delete = ON");
      db.setAutoCommit(false);
      erasure.erase(subjects(adverts, gone), contacts(gone), addresses);
      db.commit();
      db.setAutoCommit(true);
      erasure.run("VACUUM");
      return erasure.strings("PRAGMA wal_checkpoint(TRUNCATE)").equals(List.of("0"));
    } catch (SQLException e) {
      throw new IllegalStateException(file + " must be a database of the console's", e);
    }
  }

  private static List<String> subjects(Collection<String> adverts, GoneWith gone) {
    List<String> subjects = new ArrayList<>(gone.alerts());
    subjects.addAll(gone.clusters());
    adverts.forEach(advert -> subjects.add("advert:" + advert));
    gone.alerts().forEach(alert -> subjects.add("alert:" + alert));
    gone.clusters().forEach(cluster -> subjects.add("cluster:" + cluster));
    return subjects;
  }

  private static List<String> contacts(GoneWith gone) {
    return gone.contacts().stream().map(contact -> "contact:" + contact).toList();
  }

  private void erase(List<String> subjects, List<String> contacts, Collection<String> addresses)
      throws SQLException {
    List<String> refusals = strings("SELECT sql FROM sqlite_master WHERE type = 'trigger'");
    for (String trigger : strings("SELECT name FROM sqlite_master WHERE type = 'trigger'")) {
      run("DROP TRIGGER " + trigger);
    }
    List<String> tables = strings("SELECT name FROM sqlite_master WHERE type = 'table'");
    for (Words words : Words.values()) {
      if (tables.contains(words.table)) {
        subjects.forEach(subject -> eraseWords(words, subject));
        contacts.forEach(contact -> {
          eraseWords(words, contact);
          run(
              "UPDATE %s SET %s = ? WHERE %2$s = ?".formatted(words.table, words.subject),
              "contact:" + ERASED,
              contact);
        });
      }
    }
    for (String table : tables) {
      for (String column : texts(table)) {
        for (String address : new TreeSet<>(addresses).descendingSet()) {
          run(
              "UPDATE %1$s SET %2$s = replace(%2$s, ?, ?) WHERE instr(%2$s, ?) > 0"
                  .formatted(table, column),
              address,
              ERASED,
              address);
        }
      }
    }
    for (String refusal : refusals) {
      run(refusal);
    }
  }

  private void eraseWords(Words words, String subject) {
    run(
        "UPDATE %s SET %s = ? WHERE %s = ? AND %2$s <> ''"
            .formatted(words.table, words.text, words.subject),
        ERASED,
        subject);
  }

  /** Returns the columns of a table in which people's words may stand: no names, no hashes. */
  private List<String> texts(String table) throws SQLException {
    return strings(
        "SELECT name FROM pragma_table_info('"
            + table
            + "') WHERE name IN ('why', 'note', 'value', 'query', 'title', 'recipient')");
  }

  private List<String> strings(String query) throws SQLException {
    try (Statement statement = db.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  private void run(String sql, String... values) {
    try (PreparedStatement statement = db.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException("the console's database must be writable, but isn't", e);
    }
  }
}
