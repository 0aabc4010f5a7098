package org.vigie.casework;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.advert.Severity;
import org.vigie.casework.people.Accounts;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.search.StoredQuery;

/**
 * The searches that people saved. Every version stays, also of those that are no longer wanted: an
 * alert names the version that raised it.
 */
public final class SavedSearches {
  /** Searches that one person may have, since each is matched against each new advert. */
  public static final int MOST = 100;

  /** Makes the table, and what keeps it append-only. */
  public static final List<String> SCHEMA =
      AppendOnly.table(
          "saved_search",
          "id INTEGER PRIMARY KEY, at TEXT NOT NULL, owner TEXT NOT NULL, name TEXT NOT NULL,"
              + " version INTEGER NOT NULL, query TEXT NOT NULL, severity TEXT NOT NULL,"
              + " wanted INTEGER NOT NULL, UNIQUE (owner, name, version)");

  private static final String CURRENT =
      "SELECT * FROM saved_search s WHERE wanted = 1 AND version ="
          + " (SELECT max(version) FROM saved_search n WHERE n.owner = s.owner AND n.name = s.name)";

  private final CaseDatabase database;
  private final Clock clock;

  public SavedSearches(CaseDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Returns what the stream matches of the searches in a database; nothing if there is none. The
   * searches of an account that was shut raise no more alerts, since nobody asks for them.
   */
  public static List<StoredQuery> storedIn(Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
    List<String> schema = Stream.of(Accounts.SCHEMA, SCHEMA).flatMap(List::stream).toList();
    try (CaseDatabase database = CaseDatabase.open(file, schema)) {
      return database
          .list(
              CURRENT + " AND owner IN (SELECT name FROM account WHERE enabled = 1) ORDER BY id",
              SavedSearches::saved)
          .stream()
          .map(SavedSearch::stored)
          .toList();
    }
  }

  /** Saves a search, as the next version if its owner has one by that name. */
  public void save(String owner, String name, String query, Severity severity) {
    add(owner, name, query, severity, true);
  }

  /** Removes a search from those that raise alerts. */
  public void remove(SavedSearch search) {
    add(search.owner(), search.name(), search.query(), search.severity(), false);
  }

  /** Returns the searches of a person, the newest first. */
  public List<SavedSearch> of(String owner) {
    return database.list(
        CURRENT + " AND s.owner = ? ORDER BY id DESC", SavedSearches::saved, owner);
  }

  /** Returns a search of a person by its number, unless it is removed or has a newer version. */
  public Optional<SavedSearch> find(String owner, String id) {
    return of(owner).stream().filter(search -> String.valueOf(search.id()).equals(id)).findFirst();
  }

  private void add(String owner, String name, String query, Severity severity, boolean wanted) {
    // One statement, so that two windows at once can't make the same version.
    database.run(
        """
        INSERT INTO saved_search (at, owner, name, version, query, severity, wanted)
        SELECT ?, ?, ?, coalesce(max(version), 0) + 1, ?, ?, ? FROM saved_search
        WHERE owner = ? AND name = ?
        """,
        clock.instant().toString(),
        owner,
        name,
        query,
        severity.name(),
        wanted ? 1 : 0,
        owner,
        name);
  }

  private static SavedSearch saved(ResultSet row) throws SQLException {
    return new SavedSearch(
        row.getLong("id"),
        Instant.parse(row.getString("at")),
        row.getString("owner"),
        row.getString("name"),
        row.getInt("version"),
        row.getString("query"),
        Severity.valueOf(row.getString("severity")));
  }
}
