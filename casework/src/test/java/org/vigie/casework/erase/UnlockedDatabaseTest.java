package org.vigie.casework.erase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.people.CaseDatabase;
import org.vigie.casework.people.ChangeCount;

class UnlockedDatabaseTest {
  private static final List<String> SCHEMA =
      List.of("CREATE TABLE IF NOT EXISTS note (id INTEGER PRIMARY KEY, text TEXT NOT NULL)");

  @TempDir Path folder;

  @Test
  void leavesTablesWhoseChecksumsAreThoseOfWhatIsLeft() {
    Path file = folder.resolve("desk.sqlite");
    try (CaseDatabase database = CaseDatabase.open(file, SCHEMA)) {
      database.run("INSERT INTO note (text) VALUES ('to be erased')");
    }

    assertThat(
            UnlockedDatabase.change(
                file, database -> database.run("UPDATE note SET text = ?", "erased")))
        .isTrue();
    assertThat(ChangeCount.of(file)).as("one more than before").hasValue(2);

    try (CaseDatabase database = CaseDatabase.open(file, SCHEMA)) {
      database.run("INSERT INTO note (text) VALUES ('later')");
    }
    try (CaseDatabase database = CaseDatabase.open(file, SCHEMA)) {
      assertThat(database.list("SELECT text FROM note", row -> row.getString(1)))
          .containsExactly("erased", "later");
    }
  }
}
