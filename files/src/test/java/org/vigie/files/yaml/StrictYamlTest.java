package org.vigie.files.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.files.failure.UserError;

class StrictYamlTest {
  private static final Path ROOT = Path.of(System.getProperty("vigie.root"));
  private static final Path FILE = Path.of("a.yaml");

  @Test
  void readsOneDocument() throws JsonProcessingException {
    assertThat(StrictYaml.tree("---\na: [1, b]\n# no more\n").path("a").path(1).asText())
        .isEqualTo("b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: 1\na: 2\n", "a: 1\n---\nb: 2\n", "a: [1, 2\n", "a: {b: 1, b: 2}\n"})
  void noReaderTakesAKeyTwiceASecondDocumentOrHalfOfOne(String text) {
    assertThatThrownBy(() -> StrictYaml.tree(text)).isInstanceOf(JsonProcessingException.class);
    assertThatThrownBy(() -> YamlFile.tree(text, "a.yaml"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("a.yaml: line ");
    assertThatThrownBy(() -> YamlMap.parse(FILE, text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a.yaml: line ");
  }

  /** What people write is read strictly wherever it is read; the demo writes YAML. */
  @Test
  void nobodyElseMakesAReader() throws IOException {
    try (Stream<Path> all = Files.walk(ROOT)) {
      List<String> makers =
          all.filter(file -> file.toString().endsWith(".java"))
              .filter(file -> ROOT.relativize(file).toString().contains("src/main/java"))
              .filter(StrictYamlTest::readsYaml)
              .map(file -> file.getFileName().toString())
              .sorted()
              .toList();
      assertThat(makers).containsExactly("DemoTruth.java", "StrictYaml.java");
    }
  }

  private static boolean readsYaml(Path file) {
    try {
      String source = Files.readString(file);
      return source.contains("new YAMLMapper(") || source.contains("new YAMLFactory(");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
