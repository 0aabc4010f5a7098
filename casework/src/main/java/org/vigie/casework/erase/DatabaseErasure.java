package org.vigie.casework.erase;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.pipeline.erase.Needles;

/**
 * Takes what people noted of erased adverts out of the console's database. That they judged, filed
 * or referred one stays, with who and when and its id; what they wrote doesn't.
 *
 * <p>The tables refuse any change; this is the one exception that the law makes, and the log of the
 * erasure says so. Done again, it does the same.
 */
final class DatabaseErasure {
  /** What stands where something stood. */
  static final String ERASED = CaseDatabase.ERASED;

  /** Table, the column that names its subject, and the one in which people write, or empty. */
  private enum Words {
    JUDGEMENT("judgement", "subject", "why"),
    MARK("mark", "subject", "value"),
    CASE_ITEM("case_item", "subject", "note"),
    REFERRAL("referral", "subject", "why"),
    RETENTION_DECISION("retention_decision", "subject", "why"),
    RESTRICTION("restriction", "subject", "why"),
    ERASURE_REQUEST_CONTACT("erasure_request_contact", "subject", ""),
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

  private final UnlockedDatabase database;

  private DatabaseErasure(UnlockedDatabase database) {
    this.database = database;
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
    return UnlockedDatabase.change(
        file,
        database ->
            new DatabaseErasure(database)
                .erase(subjects(adverts, gone), gone.contacts(), addresses));
  }

  private static List<String> subjects(Collection<String> adverts, GoneWith gone) {
    List<String> subjects = new ArrayList<>(gone.alerts());
    subjects.addAll(gone.clusters());
    adverts.forEach(advert -> subjects.add("advert:" + advert));
    gone.alerts().forEach(alert -> subjects.add("alert:" + alert));
    gone.clusters().forEach(cluster -> subjects.add("cluster:" + cluster));
    return subjects;
  }

  /**
   * Erases.
   *
   * @param keys those of contacts
   */
  private void erase(List<String> subjects, Collection<String> keys, Collection<String> addresses)
      throws SQLException {
    List<String> contacts = keys.stream().map(contact -> "contact:" + contact).toList();
    List<String> tables = database.tables();
    database.name("gone", Stream.concat(subjects.stream(), contacts.stream()).toList());
    database.name("gone_contact", contacts);
    for (Words words : Words.values()) {
      if (tables.contains(words.table)) {
        if (!words.text.isEmpty()) {
          database.run(
              "UPDATE %s SET %s = ? WHERE %2$s <> '' AND %s IN (SELECT name FROM gone)"
                  .formatted(words.table, words.text, words.subject),
              ERASED);
        }
        database.run(
            "UPDATE %s SET %s = ? WHERE %2$s IN (SELECT name FROM gone_contact)"
                .formatted(words.table, words.subject),
            "contact:" + ERASED);
      }
    }
    GoneContacts named = new GoneContacts(keys);
    Addresses erased = new Addresses(addresses);
    for (String table : tables) {
      for (String column : texts(table)) {
        database.reword(
            table,
            column,
            text -> column.equals("query") && named.areIn(text) ? ERASED : erased.takenOutOf(text));
      }
    }
    if (tables.contains("saved_search")) {
      database.run("UPDATE saved_search SET wanted = 0 WHERE query = ?", ERASED);
    }
  }

  /** Addresses that are taken out of what people wrote. */
  private static final class Addresses {
    private final Needles any;

    /** Of two of which one begins with the other the longer comes first. */
    private final Collection<String> longestFirst;

    Addresses(Collection<String> addresses) {
      this.any = new Needles(addresses);
      this.longestFirst = new TreeSet<>(addresses).descendingSet();
    }

    String takenOutOf(String text) {
      if (!any.areIn(new String(text.getBytes(UTF_8), ISO_8859_1))) {
        return text;
      }
      String left = text;
      for (String address : longestFirst) {
        left = left.replace(address, ERASED);
      }
      return left;
    }
  }

  /** Returns the columns of a table in which people's words may stand: no names, no hashes. */
  private List<String> texts(String table) throws SQLException {
    return database.strings(
        "SELECT name FROM pragma_table_info('"
            + table
            + "') WHERE name IN ('why', 'note', 'value', 'query', 'title', 'recipient')");
  }
}
