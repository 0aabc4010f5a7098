package org.vigie.lab.verify.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.people.CaseDatabase;

/** Two databases with as many rows, of which some say something else. */
class TableRowsTest {
  private static final List<String> SCHEMA =
      List.of("CREATE TABLE IF NOT EXISTS note (id INTEGER PRIMARY KEY, a TEXT, b TEXT)");

  @TempDir Path folder;

  @Test
  void areTheSameOnlyIfEachCellIs() {
    try (CaseDatabase one = database("one", "ab", "c");
        CaseDatabase same = database("same", "ab", "c");
        CaseDatabase shifted = database("shifted", "a", "bc")) {
      same.run("INSERT INTO note (a, b) VALUES ('later', 'than the copy')");

      assertThat(TableRows.tables(one)).containsExactly("note");
      assertThat(TableRows.last(same, "note")).isEqualTo(2);
      assertThat(TableRows.digest(same, "note", 1)).isEqualTo(TableRows.digest(one, "note", 1));
      assertThat(TableRows.digest(shifted, "note", 1))
          .isNotEqualTo(TableRows.digest(one, "note", 1));
    }
  }

  private CaseDatabase database(String name, String first, String second) {
    CaseDatabase database = CaseDatabase.open(folder.resolve(name + ".sqlite"), SCHEMA);
    database.run("INSERT INTO note (a, b) VALUES (?, ?)", first, second);
    return database;
  }
}
