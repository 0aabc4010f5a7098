package org.vigie.casework.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeCountTest {
  private static final String TABLE =
      "CREATE TABLE IF NOT EXISTS note (id INTEGER PRIMARY KEY, text TEXT NOT NULL)";

  @TempDir Path folder;

  @Test
  void growsWithEachRowInTheTransactionOfItsChange() {
    try (CaseDatabase database = open()) {
      assertThat(count()).isZero();
      database.run("INSERT INTO note (text) VALUES ('one'), ('two')");
      assertThat(count()).isEqualTo(2);
      database.run("UPDATE note SET text = 'three' WHERE text = 'one'");
      database.run("DELETE FROM note WHERE text = 'three'");
      assertThat(count()).isEqualTo(4);

      assertThatThrownBy(() ->
              database.transact(db -> {
                CaseDatabase.run(db, "DELETE FROM note");
                throw new IllegalStateException("invented");
              }))
          .hasMessage("invented");
      assertThat(database.list("SELECT text FROM note", row -> row.getString(1))).hasSize(1);
      assertThat(count()).isEqualTo(4);

      assertThat(database.rewrite()).isTrue();
    }
    open().close();
    assertThat(count()).isEqualTo(4);
  }

  @Test
  void beginsInADatabaseOfAFormerRelease() throws Exception {
    try (CaseDatabase database = open()) {
      database.run("INSERT INTO note (text) VALUES ('one')");
    }
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = db.createStatement()) {
      statement.execute("DROP TRIGGER change_count_up");
      statement.execute("DROP TABLE change_count");
    }
    assertThat(count()).isZero();

    try (CaseDatabase database = open()) {
      database.run("INSERT INTO note (text) VALUES ('two')");
    }
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void isNoneWhereThereIsNoDatabase() {
    assertThat(ChangeCount.of(file())).isEqualTo(OptionalLong.of(0));
    assertThat(file()).doesNotExist();
  }

  private long count() {
    return ChangeCount.of(file()).orElseThrow();
  }

  private Path file() {
    return folder.resolve("desk.sqlite");
  }

  private CaseDatabase open() {
    return CaseDatabase.open(file(), List.of(TABLE));
  }
}
