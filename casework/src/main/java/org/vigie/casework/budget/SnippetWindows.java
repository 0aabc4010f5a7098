package org.vigie.casework.budget;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vigie.files.digest.Sha256;

/**
 * Which window of an advert's text, other than its beginning, lists showed somebody last, as a
 * hash: a snippet follows the words that are searched for, so that several windows make up the
 * text.
 */
final class SnippetWindows {
  /** Makes the table. It forgets after a day, and holds one row for a person and an advert. */
  static final List<String> SCHEMA =
      List.of(
          """
          CREATE TABLE IF NOT EXISTS snippet_window (
            who TEXT NOT NULL, advert TEXT NOT NULL, shown TEXT NOT NULL, at TEXT NOT NULL,
            PRIMARY KEY (who, advert))
          """,
          "CREATE INDEX IF NOT EXISTS snippet_window_at ON snippet_window (at)");

  private SnippetWindows() {}

  /**
   * Returns the adverts of which somebody was shown another window.
   *
   * @param since stamp of the time from which it counts
   * @param snippets id of each advert → its window
   */
  static Set<String> moved(
      Connection db, List<String> who, String since, Map<String, String> snippets)
      throws SQLException {
    Set<String> moved = new HashSet<>();
    try (PreparedStatement query =
        db.prepareStatement(
            "SELECT 1 FROM snippet_window WHERE who = ? AND advert = ? AND at > ?"
                + " AND shown <> ?")) {
      query.setString(3, since);
      for (Map.Entry<String, String> snippet : snippets.entrySet()) {
        query.setString(2, snippet.getKey());
        query.setString(4, Sha256.of(snippet.getValue()));
        for (String one : who) {
          query.setString(1, one);
          try (ResultSet row = query.executeQuery()) {
            if (row.next()) {
              moved.add(snippet.getKey());
            }
          }
        }
      }
    }
    return moved;
  }

  /**
   * Notes what is about to be shown.
   *
   * @param now stamp of the time
   * @param except adverts whose windows aren't shown
   */
  static void note(
      Connection db, List<String> who, String now, Map<String, String> snippets, Set<String> except)
      throws SQLException {
    try (PreparedStatement insert =
        db.prepareStatement("INSERT OR REPLACE INTO snippet_window VALUES (?, ?, ?, ?)")) {
      insert.setString(4, now);
      for (Map.Entry<String, String> snippet : snippets.entrySet()) {
        if (!except.contains(snippet.getKey())) {
          insert.setString(2, snippet.getKey());
          insert.setString(3, Sha256.of(snippet.getValue()));
          for (String one : who) {
            insert.setString(1, one);
            insert.executeUpdate();
          }
        }
      }
    }
  }

  /** Forgets what was shown up to a time, given as its stamp. */
  static void forget(Connection db, String before) throws SQLException {
    try (PreparedStatement delete =
        db.prepareStatement("DELETE FROM snippet_window WHERE at <= ?")) {
      delete.setString(1, before);
      delete.executeUpdate();
    }
  }
}
