package org.vigie.training.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.name.NameFinder;
import org.vigie.classifier.name.NameModel;
import org.vigie.classifier.registry.ExpectedScoresFile;
import org.vigie.classifier.registry.Manifest;

class NameTrainingTest {
  private static final Path MODELS = ModelsFolder.path();

  @Test
  void givesTheExpectedScores() throws IOException {
    Path folder = shipped();
    List<ExpectedNames.Expected> expected =
        ExpectedScoresFile.read(folder, ExpectedNames.Expected.class);
    List<ExpectedNames.Expected> found =
        ExpectedNames.compute(NameFinder.of(MODELS, NameModel.read(folder)));

    assertThat(expected).isNotEmpty().anyMatch(e -> !e.names().isEmpty());
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(found.get(i).names()).isEqualTo(expected.get(i).names());
      for (int n = 0; n < expected.get(i).scores().size(); n++) {
        assertThat(found.get(i).scores().get(n))
            .isCloseTo(expected.get(i).scores().get(n), within(1e-9));
      }
    }
  }

  @Test
  void makesTheShippedModelAgainByteForByte(@TempDir Path folder) throws IOException {
    NameTraining.of(MODELS).train().write(folder);

    assertThat(folder.resolve(NameModel.NAME))
        .hasSameBinaryContentAs(shipped().resolve(NameModel.NAME));
  }

  @Test
  void findsMostNamesOfSentencesWrittenByHand() throws IOException {
    assertThat(HandWrittenNames.score(MODELS).f1()).isGreaterThanOrEqualTo(0.75);
  }

  @Test
  void refusesAFileThatIsNoModel(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve(NameModel.NAME), "no model");

    assertThatThrownBy(() -> NameModel.read(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(folder.resolve(NameModel.NAME).toString());
  }

  private static Path shipped() throws IOException {
    return MODELS.resolve(Manifest.read(MODELS).requireActive(NameFinder.FORM));
  }
}
