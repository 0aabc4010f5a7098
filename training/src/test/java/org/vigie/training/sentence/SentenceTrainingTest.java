package org.vigie.training.sentence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.registry.ExpectedScoresFile;
import org.vigie.classifier.registry.Manifest;
import org.vigie.classifier.sentence.Sentence;
import org.vigie.classifier.sentence.SentenceCategorizer;
import org.vigie.classifier.sentence.SentenceModel;

class SentenceTrainingTest {
  private static final Path MODELS = ModelsFolder.path();

  @Test
  void givesTheExpectedScores() throws IOException {
    List<ExpectedSentences.Expected> expected =
        ExpectedScoresFile.read(shipped(), ExpectedSentences.Expected.class);
    List<ExpectedSentences.Expected> found =
        ExpectedSentences.compute(new SentenceCategorizer(SentenceModel.read(shipped())));

    assertThat(expected).isNotEmpty().hasSameSizeAs(found);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(found.get(i).text()).isEqualTo(expected.get(i).text());
      assertThat(found.get(i).notSaid()).isCloseTo(expected.get(i).notSaid(), within(1e-9));
    }
  }

  @Test
  void makesTheShippedModelAgainByteForByte(@TempDir Path models) throws IOException {
    Files.writeString(models.resolve("taxonomy.yaml"), "");
    SentenceTraining.load().train(models, "sentences-1");

    Path made = models.resolve("sentences-1");
    for (String file :
        List.of(
            SentenceModel.NAME,
            SentenceModel.CALIBRATION,
            "card.md",
            "data-sheet.json",
            "expected-scores.json")) {
      assertThat(made.resolve(file)).hasSameBinaryContentAs(shipped().resolve(file));
    }
    assertThat(Manifest.read(models).requireActive(SentenceCategorizer.FORM))
        .isEqualTo("sentences-1");
  }

  @Test
  void measuresWithSentencesOfTemplatesThatItDoesNotTrainOn() throws IOException {
    SentenceTemplates templates = SentenceTemplates.load();
    Set<String> apart = templateTexts(templates.apart());

    assertThat(apart).isNotEmpty();
    assertThat(templateTexts(templates.train())).isNotEmpty().doesNotContainAnyElementsOf(apart);
  }

  @Test
  void takesNoFlagOfAPossibleMinorBack() throws IOException {
    assertThat(SentenceModel.read(shipped()).indicators())
        .isNotEmpty()
        .doesNotContain("SX-04", "OT-02");
  }

  @Test
  void refusesAFileThatIsNoModel(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve(SentenceModel.NAME), "no model");

    assertThatThrownBy(() -> SentenceModel.read(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(folder.resolve(SentenceModel.NAME).toString());
  }

  @Test
  void refusesACalibrationWithoutAThreshold(@TempDir Path folder) throws IOException {
    Files.copy(shipped().resolve(SentenceModel.NAME), folder.resolve(SentenceModel.NAME));
    Path file = Files.writeString(folder.resolve(SentenceModel.CALIBRATION), "{}");

    assertThatThrownBy(() -> SentenceModel.read(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("threshold");
  }

  @Test
  void isNotReadIfAFileIsNotTheListedOne(@TempDir Path models) throws IOException {
    Path folder = Files.createDirectories(models.resolve("sentences-1"));
    Files.copy(MODELS.resolve(Manifest.NAME), models.resolve(Manifest.NAME));
    for (String file : new HashSet<>(List.of(SentenceModel.NAME, SentenceModel.CALIBRATION))) {
      Files.copy(shipped().resolve(file), folder.resolve(file));
    }

    assertThatThrownBy(() -> SentenceCategorizer.load(models))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sentences-1");
  }

  private static Set<String> templateTexts(List<Sentence> sentences) {
    return sentences.stream().map(Sentence::template).collect(Collectors.toSet());
  }

  private static Path shipped() throws IOException {
    return MODELS.resolve(Manifest.read(MODELS).requireActive(SentenceCategorizer.FORM));
  }
}
