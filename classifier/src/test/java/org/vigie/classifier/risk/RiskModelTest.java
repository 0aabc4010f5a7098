package org.vigie.classifier.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Reason;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.Taxonomy;

class RiskModelTest {
  private static final Path FOLDER = ModelsFolder.path().resolve("risk-recruitment-1");

  @Test
  void scoresInventedTextsAsWrittenBesideTheModel() throws IOException {
    AdvertReader reader = new AdvertReader(ModelsFolder.path(), Taxonomy.load(ModelsFolder.path()));
    ModelFile model = ModelFile.read(FOLDER);

    List<ExpectedScores.Expected> expected = ExpectedScores.read(FOLDER);

    assertThat(expected).extracting(ExpectedScores.Expected::text).isEqualTo(ExpectedScores.TEXTS);
    for (ExpectedScores.Expected one : expected) {
      List<Feature> features = reader.features(one.text());
      assertThat(model.sectioned().score(features)).isCloseTo(one.sectioned(), within(1e-6));
      assertThat(model.english().score(features)).isCloseTo(one.english(), within(1e-6));
      assertThat(model.wordless().score(features)).isCloseTo(one.wordless(), within(1e-6));
    }
  }

  @Test
  void addsItsReasonsUpToTheRawScore() throws IOException {
    AdvertReader reader = new AdvertReader(ModelsFolder.path(), Taxonomy.load(ModelsFolder.path()));
    ModelFile model = ModelFile.read(FOLDER);
    for (String text : ExpectedScores.TEXTS) {
      List<Feature> features = reader.features(text);
      List<Reason> reasons = model.english().contributions(features);
      double sum = reasons.stream().mapToDouble(Reason::contribution).sum();

      assertThat(sum).isCloseTo(model.english().score(features), within(1e-9));
    }
  }

  @Test
  void isTheSameAfterWritingAndReading(@TempDir Path folder) throws IOException {
    WeightTable english = new WeightTable(new TreeMap<>(Map.of("word:ж", 1.5f)));
    WeightTable wordless = new WeightTable(new TreeMap<>(Map.of("bias", -2f)));

    new ModelFile(wordless, english, wordless).write(folder);

    assertThat(ModelFile.read(folder).english().sorted()).isEqualTo(english.sorted());
    assertThat(ModelFile.read(folder).wordless().sorted()).isEqualTo(wordless.sorted());
  }

  @Test
  void refusesAFileThatIsCutOffOrAlteredAnywhere(@TempDir Path folder) throws IOException {
    Path file = folder.resolve(ModelFile.NAME);
    WeightTable table = new WeightTable(new TreeMap<>(Map.of("bias", -2f, "word:a", 1f)));
    new ModelFile(table, table, table).write(folder);
    byte[] whole = Files.readAllBytes(file);

    for (int i = 0; i < whole.length; i++) {
      Files.write(file, Arrays.copyOf(whole, i));
      assertThatThrownBy(() -> ModelFile.read(folder))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(file.toString());
      byte[] altered = whole.clone();
      altered[i] ^= 0x55;
      Files.write(file, altered);
      assertThatThrownBy(() -> ModelFile.read(folder))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(file.toString());
    }
  }

  @Test
  void refusesACalibrationWithoutAKey(@TempDir Path folder) throws IOException {
    Path file = folder.resolve(Calibration.NAME);
    Files.writeString(file, "{\"sectioned\":{\"slope\":1},\"plain\":{}}");

    assertThatThrownBy(() -> Calibration.read(folder))
        .hasMessage(file + ": sectioned needs a number under the key 'intercept'");
  }

  @Test
  void staysSmallEnoughToShip() throws IOException {
    assertThat(Files.size(FOLDER.resolve(ModelFile.NAME))).isLessThan(3_000_000);
  }
}
