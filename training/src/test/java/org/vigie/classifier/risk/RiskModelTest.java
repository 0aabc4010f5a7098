package org.vigie.classifier.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Reason;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.registry.ExpectedScoresFile;
import org.vigie.training.risk.ExpectedScores;

class RiskModelTest {
  private static final Path FOLDER = ModelsFolder.path().resolve("risk-recruitment-1");

  @Test
  void scoresInventedTextsAsWrittenBesideTheModel() throws IOException {
    AdvertReader reader = new AdvertReader(ModelsFolder.path(), Taxonomy.load(ModelsFolder.path()));
    ModelFile model = ModelFile.read(FOLDER);

    List<ExpectedScores.Expected> expected =
        ExpectedScoresFile.read(FOLDER, ExpectedScores.Expected.class);

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
      List<Reason> reasons =
          model.english().contributions(features).stream()
              .map(WeightTable.Contribution::toReason)
              .toList();
      double sum = reasons.stream().mapToDouble(Reason::contribution).sum();

      assertThat(sum).isCloseTo(model.english().score(features), within(1e-9));
    }
  }

  @Test
  void makesTheSameFeaturesWhateverNationalityIsNamed() throws IOException {
    AdvertReader reader = new AdvertReader(ModelsFolder.path(), Taxonomy.load(ModelsFolder.path()));
    String advert =
        "Company Profile: A %s hotel with staff.; Job Description: %s waiters wanted for work.;"
            + " Requirements: %s degree.; Benefits: ";

    List<String> features = named(reader, advert.replace("%s", "Thai"));

    assertThat(features).contains("form:length 1 of company profile 1.0");
    assertThat(named(reader, advert.replace("%s", "South African"))).isEqualTo(features);
    assertThat(named(reader, advert.replace("%s", "Azerbaijani"))).isEqualTo(features);
  }

  private static List<String> named(AdvertReader reader, String text) {
    return reader.features(text).stream().map(f -> f.name() + " " + f.value()).toList();
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
    Path file = folder.resolve(CalibrationFile.NAME);
    Files.writeString(file, "{\"sectioned\":{\"slope\":1},\"plain\":{}}");

    assertThatThrownBy(() -> Calibration.read(folder))
        .hasMessage(file + ": sectioned needs a number under the key 'intercept'");
  }

  @Test
  void staysSmallEnoughToShip() throws IOException {
    assertThat(Files.size(FOLDER.resolve(ModelFile.NAME))).isLessThan(3_000_000);
  }

  @Test
  void tellsOfAnyMutationOrReadsATableQuicklyThoughItsChecksumIsRight(@TempDir Path folder)
      throws IOException {
    WeightTable table =
        new WeightTable(
            new TreeMap<>(
                Map.of("bias", -2f, "word:a", 1f, "word:able", 0.5f, "word:\u0436", 0.25f)));
    new ModelFile(table, table, WeightTable.empty()).write(folder);
    byte[] whole = Files.readAllBytes(folder.resolve(ModelFile.NAME));
    Random random = new Random(20_261_124L);
    int refused = 0;
    for (int i = 0; i < 3_000; i++) {
      byte[] mutated = whole.clone();
      for (int change = 0; change <= random.nextInt(3); change++) {
        mutated[8 + random.nextInt(whole.length - 12)] = (byte) random.nextInt(256);
      }
      refused += isRefused(folder, withChecksum(mutated)) ? 1 : 0;
    }

    assertThat(refused).isBetween(1_000, 2_999);
  }

  @Test
  void refusesASmallFileWhoseNamesWouldFillTheMemory(@TempDir Path folder) throws IOException {
    int claimed = 300_000;
    ByteBuffer bomb = ByteBuffer.allocate(Long.BYTES + 4 + 250 + claimed * 10 + 8 + 4);
    bomb.putLong(0x5649474945524D33L).putInt(claimed);
    for (int i = 0; i < claimed; i++) {
      bomb.put((byte) (i == 0 ? 0 : 250)).put((byte) (i == 0 ? 254 : 4));
      bomb.put(i == 0 ? new byte[250] : new byte[0]);
      for (int shift = 18; shift >= 0; shift -= 6) {
        bomb.put((byte) ('0' + (i >> shift & 63)));
      }
      bomb.putFloat(1);
    }
    Files.write(folder.resolve(ModelFile.NAME), withChecksum(bomb.array()));

    assertThatThrownBy(() -> ModelFile.read(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs names of at most 67108864 bytes together");
  }

  /** Whether a file is refused by the one exception that is documented; any other is a failure. */
  private static boolean isRefused(Path folder, byte[] bytes) throws IOException {
    Files.write(folder.resolve(ModelFile.NAME), bytes);
    try {
      ModelFile.read(folder);
      return false;
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageContaining(folder.toString());
      return true;
    }
  }

  private static byte[] withChecksum(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, bytes.length - Integer.BYTES);
    ByteBuffer.wrap(bytes).putInt(bytes.length - Integer.BYTES, (int) crc.getValue());
    return bytes;
  }
}
