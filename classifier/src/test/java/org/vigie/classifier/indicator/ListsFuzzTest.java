package org.vigie.classifier.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.Taxonomy;

/**
 * Whatever bytes a taxonomy, a lexicon or a list of words beside it holds, it is read or refused.
 */
class ListsFuzzTest {
  private static Path folder;
  private static Taxonomy shipped;

  @BeforeAll
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("lists-fuzz");
    folder.toFile().deleteOnExit();
    shipped = Taxonomy.load(ModelsFolder.path());
  }

  @FuzzTest(maxDuration = "10m")
  void readsOrRefusesListsOfAnyBytes(byte[] bytes) throws IOException {
    Path lexicon = Files.createDirectories(folder.resolve(Lexicon.FOLDER)).resolve("RC-06.yaml");
    Files.write(lexicon, bytes);
    for (String name : new String[] {Taxonomy.FILE, Negation.FILE, Warnings.FILE}) {
      Files.write(folder.resolve(name), bytes);
    }

    read(() -> Taxonomy.load(folder).rows());
    read(() ->
        PhraseAutomaton.of(
            Lexicon.load(folder, shipped.ids()).phrases().stream()
                .map(Lexicon.Phrase::text)
                .toList()));
    read(() -> Negation.load(folder));
    read(() -> Warnings.load(folder));
  }

  private interface Reading {
    Object read() throws IOException;
  }

  /** A refusal names the file, so that an operator knows which. */
  private static void read(Reading reading) throws IOException {
    try {
      assertThat(reading.read()).isNotNull();
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageContaining(folder.toString());
    }
  }
}
