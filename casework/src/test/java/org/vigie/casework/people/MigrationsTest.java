package org.vigie.casework.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.people.Migrations.Migration;
import org.vigie.files.failure.UserError;

class MigrationsTest {
  private static final String OLD =
      "CREATE TABLE IF NOT EXISTS note (id INTEGER PRIMARY KEY, text TEXT)";
  private static final String NEW =
      "CREATE TABLE IF NOT EXISTS note (id INTEGER PRIMARY KEY, text TEXT, kind TEXT)";
  private static final Migration FIRST = new Migration(1, "note", List.of());
  private static final Migration SECOND =
      new Migration(
          2,
          "note",
          List.of("ALTER TABLE note ADD COLUMN kind TEXT", "UPDATE note SET kind = 'plain'"));

  @TempDir Path folder;

  @Test
  void bringAnOlderTableToTodaysFormOnceAndKeepItsRows() {
    try (CaseDatabase old = open(OLD, FIRST)) {
      old.run("INSERT INTO note (text) VALUES (?)", "a note");
    }
    try (CaseDatabase now = open(NEW, FIRST, SECOND)) {
      assertThat(texts(now)).containsExactly("a note plain");
      now.run("UPDATE note SET kind = 'other'");
    }
    try (CaseDatabase again = open(NEW, FIRST, SECOND)) {
      assertThat(texts(again)).containsExactly("a note other");
    }
  }

  @Test
  void areNotMadeOnATableThatIsMadeAsItIsToday() {
    try (CaseDatabase now = open(NEW, FIRST, SECOND)) {
      now.run("INSERT INTO note (text, kind) VALUES ('a', 'b')");
      assertThat(texts(now)).containsExactly("a b");
    }
  }

  @Test
  void refuseADatabaseOfANewerReleaseAndLeaveItAsItIs() {
    open(NEW, FIRST, SECOND).close();

    assertThatThrownBy(() -> open(OLD, FIRST))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("its tables are number 2 and this release knows 1");
    open(NEW, FIRST, SECOND).close();
  }

  @Test
  void areAllMadeOrNone() {
    try (CaseDatabase old = open(OLD, FIRST)) {
      old.run("INSERT INTO note (text) VALUES (?)", "a note");
    }
    Migration broken = new Migration(3, "note", List.of("UPDATE note SET absent = 1"));

    assertThatThrownBy(() -> open(NEW, FIRST, SECOND, broken))
        .isInstanceOf(IllegalStateException.class);
    try (CaseDatabase old = open(OLD, FIRST)) {
      assertThat(old.list("SELECT text FROM note", row -> row.getString(1)))
          .containsExactly("a note");
    }
  }

  @Test
  void areNumberedWithoutAGap() {
    assertThatThrownBy(() -> Migrations.of(List.of(SECOND)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("number 1");
  }

  private CaseDatabase open(String table, Migration... migrations) {
    return CaseDatabase.open(
        folder.resolve("cases.sqlite"),
        List.of(table),
        List.of(),
        Migrations.of(List.of(migrations)));
  }

  private static List<String> texts(CaseDatabase database) {
    return database.list(
        "SELECT text, kind FROM note", row -> row.getString(1) + " " + row.getString(2));
  }
}
