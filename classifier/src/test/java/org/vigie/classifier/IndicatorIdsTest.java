package org.vigie.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vigie.advert.IndicatorIds;

class IndicatorIdsTest {
  /** A row that no code asks for needs no constant. */
  @Test
  void areRowsOfTheTaxonomyByTheirNames() throws Exception {
    Taxonomy taxonomy = Taxonomy.load(Path.of(System.getProperty("vigie.root"), "models"));
    Map<String, String> rows =
        taxonomy.rows().stream()
            .collect(Collectors.toMap(row -> constant(row.name()), Taxonomy.Row::id));

    assertThat(
            Arrays.stream(IndicatorIds.class.getFields())
                .collect(Collectors.toMap(Field::getName, IndicatorIdsTest::value)))
        .isNotEmpty()
        .allSatisfy((name, id) -> assertThat(rows).containsEntry(name, id));
  }

  private static String constant(String name) {
    return name.replaceAll("[^A-Za-z0-9]+", "_").toUpperCase(Locale.ROOT);
  }

  private static String value(Field field) {
    try {
      return (String) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
