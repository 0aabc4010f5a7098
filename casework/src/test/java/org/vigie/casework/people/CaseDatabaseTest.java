package org.vigie.casework.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.files.failure.UserError;

class CaseDatabaseTest {
  private static final List<String> SCHEMA =
      List.of(
          "CREATE TABLE IF NOT EXISTS note (id INTEGER PRIMARY KEY, text TEXT NOT NULL)",
          "CREATE TABLE IF NOT EXISTS seen (who TEXT, what TEXT, at REAL, PRIMARY KEY (who, what))");

  @TempDir Path folder;

  @Test
  void refusesATableOfWhichALetterIsAnother() throws Exception {
    try (CaseDatabase database = open()) {
      add(database, "an invented note");
    }
    change("an invented note", "an inventod note");

    assertThatThrownBy(this::open)
        .isInstanceOf(UserError.class)
        .hasMessage(
            "desk.sqlite must be as it was written, but note is damaged, not shown: run ./vigie check");
  }

  @Test
  void refusesATableThatLostARowToAnybodyElse() throws Exception {
    try (CaseDatabase database = open()) {
      add(database, "one");
      add(database, "two");
    }
    elsewhere("DROP TRIGGER note_sum_delete", "DELETE FROM note WHERE text = 'one'");

    assertThatThrownBy(this::open).isInstanceOf(UserError.class);
  }

  @Test
  void keepsSumsThroughEveryKindOfChange() throws Exception {
    try (CaseDatabase database = open()) {
      for (int i = 0; i < 50; i++) {
        add(database, "note " + i);
        database.run("INSERT OR REPLACE INTO seen VALUES (?, ?, ?)", "ana", "a-" + i % 7, i / 3.0);
        database.run("INSERT OR IGNORE INTO seen VALUES ('ana', 'a-1', NULL)");
      }
      database.run("UPDATE note SET text = text || '!', id = id + 1000 WHERE id % 3 = 0");
      database.run("DELETE FROM note WHERE id % 5 = 0");
      assertThat(database.rewrite()).isTrue();
    }

    try (CaseDatabase database = open()) {
      assertThat(database.list("SELECT text FROM note", row -> row.getString(1))).hasSize(40);
      assertThat(database.list("SELECT what FROM seen", row -> row.getString(1))).hasSize(7);
    }
  }

  @Test
  void takesADatabaseWithoutSumsAsItIsAndKeepsThemFromThenOn() throws Exception {
    elsewhere(SCHEMA.getFirst(), "INSERT INTO note (text) VALUES ('an older note')");
    open().close();
    change("an older note", "an oldor note");

    assertThatThrownBy(this::open).isInstanceOf(UserError.class);
  }

  @Test
  void keepsSumsOfARowThatAFailedTransactionTookBack() throws Exception {
    try (CaseDatabase database = open()) {
      assertThatThrownBy(() ->
              database.transact(db -> {
                try (Statement statement = db.createStatement()) {
                  statement.execute("INSERT INTO note (text) VALUES ('taken back')");
                }
                throw new IllegalStateException("invented");
              }))
          .hasMessage("invented");
    }

    open().close();
  }

  private CaseDatabase open() {
    return CaseDatabase.open(folder.resolve("desk.sqlite"), SCHEMA);
  }

  private static void add(CaseDatabase database, String text) {
    database.run("INSERT INTO note (text) VALUES (?)", text);
  }

  /** Changes the file as no program would. */
  private void change(String from, String to) throws IOException {
    Path file = folder.resolve("desk.sqlite");
    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    assertThat(bytes).contains(from);
    Files.writeString(file, bytes.replace(from, to), StandardCharsets.ISO_8859_1);
  }

  /** Changes the database with another program. */
  private void elsewhere(String... statements) throws SQLException {
    try (Connection db =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("desk.sqlite"));
        Statement statement = db.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
