package org.vigie.lab.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.casework.Readme;
import org.vigie.casework.people.CaseDatabase;

/** Each table of the case database is sealed, or the documentation says why it isn't. */
class TablesInClearTest {
  private static final Pattern SCHEMA = Pattern.compile("List<String> ([A-Z_]*SCHEMA)\\b");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([a-z.]+);");
  private static final Pattern TABLE =
      Pattern.compile(
          "(?:CREATE TABLE IF NOT EXISTS |AppendOnly\\s{0,20}\\.table\\(\\s{0,20}\")([a-z_]+)");

  @TempDir Path folder;
  private JsonNode kinds;

  @BeforeEach
  void read() throws Exception {
    kinds =
        new ObjectMapper(new YAMLFactory())
            .readTree(Readme.text("docs/reference/inventory.yaml"))
            .path("tables");
  }

  @Test
  void theInventoryNamesEachTableOnce() throws Exception {
    try (CaseDatabase database = whole()) {
      assertThat(named())
          .containsExactlyInAnyOrderElementsOf(
              database.list(
                  "SELECT name FROM sqlite_master WHERE type = 'table'"
                      + " AND name NOT LIKE 'sqlite_%'",
                  row -> row.getString("name")));
    }
  }

  @Test
  void noSourceMakesATableThatTheSchemasLackHere() throws Exception {
    Set<String> made = new TreeSet<>();
    for (OwnSource source : OwnSource.shipped()) {
      made.addAll(source.groups(TABLE));
    }

    assertThat(made).hasSizeGreaterThan(20);
    assertThat(named()).containsAll(made);
  }

  @Test
  void whatIsSaidToHoldHashesAloneHasThem() throws Exception {
    try (CaseDatabase database = whole()) {
      for (JsonNode kind : kinds) {
        if (kind.path("why").asText().contains("hashes")) {
          for (JsonNode name : kind.path("names")) {
            assertThat(columns(database, name.asText()))
                .as(name.asText())
                .contains("hash")
                .doesNotContain("token", "code", "secret", "password");
          }
        }
      }
    }
  }

  @Test
  void thePageOfCustodyGivesTheReasonsOfTheInventory() throws Exception {
    List<String> rows = new ArrayList<>();
    kinds.forEach(
        kind -> rows.add("|" + kind.path("what").asText() + "|" + kind.path("why").asText() + "|"));
    assertThat(rows).hasSizeGreaterThan(4);

    assertThat(Readme.text("docs/how-to/custody.md"))
        .contains(
            "|tables in clear|why they aren't sealed|\n|---|---|\n" + String.join("\n", rows));
  }

  /** Opens a database with the tables of all that the program keeps in it. */
  private CaseDatabase whole() throws Exception {
    List<String> schema = new ArrayList<>();
    for (OwnSource source : OwnSource.shipped()) {
      for (String field : source.groups(SCHEMA)) {
        String place = source.groups(PACKAGE).iterator().next();
        schema.addAll(statements(Class.forName(place + "." + source.name()), field));
      }
    }
    return CaseDatabase.open(folder.resolve("desk.sqlite"), schema);
  }

  private static List<String> statements(Class<?> type, String name) throws Exception {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return ((List<?>) field.get(null)).stream().map(String.class::cast).toList();
  }

  private List<String> named() {
    List<String> names = new ArrayList<>();
    kinds.forEach(kind -> kind.path("names").forEach(name -> names.add(name.asText())));
    return names;
  }

  private static List<String> columns(CaseDatabase database, String table) {
    return database.list(
        "SELECT name FROM pragma_table_info('" + table + "')", row -> row.getString("name"));
  }
}
