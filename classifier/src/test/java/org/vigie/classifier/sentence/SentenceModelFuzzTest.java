package org.vigie.classifier.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.vigie.advert.Span;
import org.vigie.classifier.ModelsFolder;

/** Whatever bytes a sentence categoriser's files hold, they are read and used, or refused. */
class SentenceModelFuzzTest {
  private static final Path SHIPPED = ModelsFolder.path().resolve("sentences-1");

  private static Path folder;

  @BeforeAll
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("sentence-fuzz");
    folder.toFile().deleteOnExit();
  }

  @FuzzTest(maxDuration = "10m")
  void readsOrRefusesWeightsOfAnyBytes(byte[] bytes) throws IOException {
    Files.write(folder.resolve(SentenceModel.NAME), bytes);
    Files.write(
        folder.resolve(SentenceModel.CALIBRATION),
        Files.readAllBytes(SHIPPED.resolve(SentenceModel.CALIBRATION)));

    readOrRefuse();
  }

  @FuzzTest(maxDuration = "10m")
  void readsOrRefusesCalibrationsOfAnyBytes(byte[] bytes) throws IOException {
    Files.write(
        folder.resolve(SentenceModel.NAME), bytesOf("readsOrRefusesWeightsOfAnyBytes/small-model"));
    Files.write(folder.resolve(SentenceModel.CALIBRATION), bytes);

    readOrRefuse();
  }

  /** A refusal names the file, so that an operator knows which. */
  private static void readOrRefuse() throws IOException {
    SentenceModel model;
    try {
      model = SentenceModel.read(folder);
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageContaining(folder.toString());
      return;
    }
    String text = "A phrase stands here.";
    Mention mention = new Sentence("", Stance.SAID, text, text, new Span(2, 8)).mention();
    assertThat(new SentenceCategorizer(model).notSaid(mention)).isLessThanOrEqualTo(1);
  }

  private static byte[] bytesOf(String seed) throws IOException {
    String resource = SentenceModelFuzzTest.class.getSimpleName() + "Inputs/" + seed;
    try (var in = SentenceModelFuzzTest.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " must be there, but isn't");
      }
      return in.readAllBytes();
    }
  }
}
