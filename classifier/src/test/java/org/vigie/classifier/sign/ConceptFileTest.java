package org.vigie.classifier.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.classifier.ModelsFolder;

class ConceptFileTest {
  private static final String HEAD = "language: fr\nspaced: true\nreader: nobody yet\nconcepts:\n";

  @TempDir Path folder;

  @Test
  void ofEachPublishedLanguageSaysWhatYamlSays() throws Exception {
    List<Path> paths = ConceptFile.paths(ModelsFolder.path());
    assertThat(paths).isNotEmpty();
    for (Path path : paths) {
      ConceptFile whole = ConceptFile.readYaml(path);
      assertThat(PlainConcepts.read(Files.readString(path), false)).as("%s", path).contains(whole);
      ConceptFile names = ConceptFile.readNames(path);
      assertThat(names.language()).isEqualTo(whole.language());
      assertThat(names.patterns().keySet()).isEqualTo(whole.patterns().keySet());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  id-paper: [\"a\\tb\"]\n",
        "  id-paper: ['a']\n",
        "  id-paper:\n    - \"a\"\n",
        "  id-paper: [\"a\",\"b\"]\n",
        "  id-paper: [\"a\"] # why\n",
        "  id-paper: [\"a\"]\r\n",
        "  id-paper: [\"a\", \"b\" ]\n"
      })
  void writtenOtherwiseIsReadByYaml(String line) throws Exception {
    assertThat(PlainConcepts.read(HEAD + line, false)).isEmpty();
    assertThat(read(HEAD + line).patterns()).containsOnlyKeys("id-paper");
  }

  @Test
  void ofALanguageWhoseCodeYamlTakesForAWordIsLeftToYaml() throws Exception {
    String text = HEAD.replace("fr", "no") + "  boss: [\"a\"]\n";

    assertThat(PlainConcepts.read(text, false)).isEmpty();
    assertThat(ConceptFile.readYaml(write(text))).isEqualTo(read(text));
  }

  @Test
  void thatASpeakerHasReadNamesTheSpeaker() throws Exception {
    String text = HEAD.replace("nobody yet", "A. Reader") + "  boss: [\"a\"]\n";

    assertThat(read(text).reader()).isEqualTo("A. Reader");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  boss: [\"a\"]\n  boss: [\"b\"]\n",
        "  Boss: [\"a\"]\n",
        "  boss-: [\"a\"]\n",
        "  boss: [\" \"]\n",
        "  boss: [\"a\", 1]\n",
        "  boss: [\"a\"\n",
        "  boss: [\"a\u0001\"]\n"
      })
  void thatSaysWhatItMustNotIsRefusedByName(String lines) throws Exception {
    Path file = write(HEAD + lines);

    assertThatThrownBy(() -> ConceptFile.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fr.yaml");
  }

  private ConceptFile read(String text) throws Exception {
    return ConceptFile.read(write(text));
  }

  private Path write(String text) throws Exception {
    return Files.writeString(folder.resolve("fr.yaml"), text);
  }
}
