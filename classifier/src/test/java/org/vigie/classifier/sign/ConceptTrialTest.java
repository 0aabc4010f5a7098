package org.vigie.classifier.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invented word forms, changed. */
class ConceptTrialTest {
  private static final String BEFORE =
      """
      language: en
      spaced: true
      concepts:
        id-document: ["passport*", "papers"]
        keep: ["keep*", "kept"]
        boss: ["boss*"]
        contract: ["agreement"]
      """;

  @TempDir Path models;

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(models.resolve("concepts"));
    Files.writeString(models.resolve("concepts/en.yaml"), BEFORE);
    Files.writeString(
        models.resolve("concepts/fr.yaml"),
        "language: fr\nspaced: true\nreader: A. Speaker\nconcepts:\n  keep: [\"garde*\"]\n  bed: [\"lit\"]\n");
    Files.writeString(models.resolve("masked-words.yaml"), "masked:\n  - \"martian*\"\n");
    Files.writeString(
        models.resolve("frames.yaml"),
        """
        version: frames-1
        frames:
          - {row: LX-07, name: kept, within: 9, say: ["id-document", "!keep", "boss"]}
          - {row: LX-08, name: other, within: 9, say: ["keep", "bed"]}
        """);
  }

  private Path changed(String from, String to) throws IOException {
    return Files.writeString(models.resolve("changed.yaml"), BEFORE.replace(from, to));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a+", "colou?r", "red|blue", "pa[sz]port", "^boss", "x{2}"})
  void refusesANewPatternThatIsARegularExpression(String pattern) throws IOException {
    Path file = changed("\"passport*\",", "\"passport*\", \"%s\",".formatted(pattern));

    assertThatThrownBy(() -> ConceptTrial.of(models, file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("changed.yaml: concepts.id-document: a pattern has words")
        .hasMessageContaining("'" + pattern + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"18+", "?", "boss (chief)", "red .. book*", "50$"})
  void takesSignsThatStandForThemselves(String pattern) throws IOException {
    Path file = changed("\"passport*\",", "\"passport*\", \"%s\",".formatted(pattern));

    assertThat(ConceptTrial.of(models, file)).isNotNull();
  }

  @Test
  void refusesAListInUseWithARegularExpression() throws IOException {
    Files.writeString(
        models.resolve("concepts/en.yaml"), BEFORE.replace("\"agreement\"", "\"agreements?\""));

    assertThatThrownBy(() -> Concepts.read(ConceptFile.paths(models)))
        .hasMessageContaining("en.yaml: concepts.contract: ")
        .hasMessageContaining("'agreements?' has ?");
  }

  @Test
  void findsConceptAndFrameThatANewPatternMakesKnown() throws IOException {
    ConceptTrial trial =
        ConceptTrial.of(models, changed("\"passport*\",", "\"passport*\", \"red book\","));

    ConceptTrial.Difference difference =
        trial.read("Hello there. The boss keeps my red book in the office.", "en");

    assertThat(difference.found())
        .extracting(ConceptTrial.Find::name)
        .containsExactly("id-document", "LX-07 kept");
    assertThat(difference.lost()).isEmpty();
    assertThat(difference.found().getFirst().sentence().start()).isEqualTo(13);
    assertThat(trial.read("The boss keeps my passport.", "en").isNone()).isTrue();
  }

  @Test
  void losesWhatATakenPatternFound() throws IOException {
    ConceptTrial trial = ConceptTrial.of(models, changed("\"boss*\"", "\"patron\""));

    assertThat(trial.read("The boss kept all papers.", "en").lost())
        .extracting(ConceptTrial.Find::name)
        .containsExactly("boss", "LX-07 kept");
  }

  @Test
  void listsWhatWasAddedRemovedAndMoved() throws IOException {
    ConceptFile before = ConceptFile.read(models.resolve("concepts/en.yaml"));
    ConceptFile after =
        ConceptFile.read(
            Files.writeString(
                models.resolve("changed.yaml"),
                BEFORE
                    .replace(", \"papers\"", "")
                    .replace("\"agreement\"", "\"agreement\", \"papers\", \"deal\"")
                    .replace(", \"kept\"", "")));

    ConceptDiff diff = ConceptDiff.of(before, after);

    assertThat(diff.changes())
        .containsExactly(
            new ConceptDiff.Change("deal", "", "contract"),
            new ConceptDiff.Change("papers", "id-document", "contract"),
            new ConceptDiff.Change("kept", "keep", ""));
    assertThat(List.of(diff.added(), diff.removed(), diff.moved())).containsExactly(1L, 1L, 1L);
    assertThatThrownBy(
            () -> ConceptDiff.of(before, ConceptFile.read(models.resolve("concepts/fr.yaml"))))
        .hasMessageContaining("must agree in the keys language and spaced");
  }

  @Test
  void countsWhatALanguageHasAndLacks() throws IOException {
    List<ConceptCoverage> coverage = ConceptCoverage.of(models);

    assertThat(coverage).extracting(ConceptCoverage::language).containsExactly("en", "fr");
    assertThat(coverage.get(0).missing()).containsExactly("bed");
    assertThat(coverage.get(0).patterns()).isEqualTo(6);
    assertThat(coverage.get(0).frames()).isEqualTo(1);
    assertThat(coverage.get(0).reader()).isEmpty();
    assertThat(coverage.get(1).missing()).containsExactly("boss", "contract", "id-document");
    assertThat(coverage.get(1).frames()).isEqualTo(1);
    assertThat(coverage.get(1).reader()).isEqualTo("A. Speaker");
  }

  @Test
  void namesLineOrKeyOfABrokenFile() throws IOException {
    Path pattern = changed("\"boss*\"", "\"*\"");
    assertThatThrownBy(() -> ConceptTrial.of(models, pattern))
        .hasMessageContaining("changed.yaml: concepts.boss: a pattern needs letters");
    Path quote = changed("\"boss*\"]", "\"boss*\"");
    assertThatThrownBy(() -> ConceptTrial.of(models, quote))
        .hasMessageContaining("changed.yaml: line 6 must be YAML");
    Path key = changed("spaced:", "space:");
    assertThatThrownBy(() -> ConceptTrial.of(models, key)).hasMessageContaining("has 'space'");
  }
}
