package org.vigie.casework.erase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.vigie.casework.Enclosures;
import org.vigie.casework.people.CaseDatabase;

/**
 * Takes what people wrote and put into closed cases out of the console's database, and their files
 * from the disk. That there was a case, who was in it, when it was closed and the ids of what it
 * held stay. Done again, it does the same.
 */
public final class CaseErasure {
  private CaseErasure() {}

  /**
   * Erases cases.
   *
   * @param file the database
   * @param enclosures folder of the files in cases
   * @param cases their ids
   * @return whether what was erased stands in no file any more; not so while {@code ./vigie serve}
   *     reads the database
   */
  public static boolean erase(Path file, Path enclosures, List<String> cases) {
    return UnlockedDatabase.change(
        file,
        database -> {
          List<String> tables = database.tables();
          database.name("gone", cases);
          if (tables.contains("enclosure")) {
            // Before what says that they are there: after a kill it is done again.
            deleteFiles(enclosures, onlyIn(database));
            database.run("DELETE FROM enclosure WHERE case_id IN (SELECT name FROM gone)");
          }
          database.run(
              "UPDATE case_file SET title = ? WHERE 'k-' || id IN (SELECT name FROM gone)",
              CaseDatabase.ERASED);
          database.run(
              "UPDATE case_item SET note = ? WHERE note <> '' AND 'k-' || case_id IN (SELECT name"
                  + " FROM gone)",
              CaseDatabase.ERASED);
          database.run(
              "UPDATE case_step SET why = ? WHERE 'k-' || case_id IN (SELECT name FROM gone)",
              CaseDatabase.ERASED);
          if (tables.contains("referral")) {
            database.run(
                "UPDATE referral SET why = ? WHERE subject IN (SELECT 'case:' || name FROM gone)",
                CaseDatabase.ERASED);
          }
        });
  }

  /** Returns the hashes of the files that no other case holds. */
  private static List<String> onlyIn(UnlockedDatabase database) throws SQLException {
    return database.strings(
        "SELECT DISTINCT sha256 FROM enclosure WHERE case_id IN (SELECT name FROM gone) AND sha256"
            + " NOT IN (SELECT sha256 FROM enclosure WHERE case_id NOT IN (SELECT name FROM gone))");
  }

  private static void deleteFiles(Path enclosures, List<String> names) {
    try {
      Enclosures.clear(enclosures);
      for (String name : names) {
        Files.deleteIfExists(enclosures.resolve(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the files of closed cases must be deletable, but aren't", e);
    }
  }
}
