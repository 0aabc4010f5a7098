package org.vigie.classifier.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The encoder of onnxruntime and DJL's tokenizers, with a real network. */
class OnnxEncoderTest {
  @TempDir static Path folder;
  private static SentenceEncoder encoder;

  @BeforeAll
  static void open() throws IOException {
    EncoderSheet sheet = EnglishEncoder.sheet();
    encoder = Encoders.open(EnglishEncoder.in(folder.resolve("english"), sheet), sheet);
  }

  @AfterAll
  static void close() {
    encoder.close();
  }

  @Test
  void encodesWhatMeansTheSameAlike() throws Exception {
    float[] kept = encoder.encode("My employer is holding my identity papers.");
    float[] same = encoder.encode("The boss took our passports and won't give them back.");
    float[] other = encoder.encode("Fresh strawberries are two euros a box on the market today.");

    assertThat(kept).hasSize(EnglishEncoder.DIMENSION);
    assertThat(product(kept, kept)).isCloseTo(1, within(1e-5));
    assertThat(product(kept, same)).isGreaterThan(product(kept, other) + 0.3);
  }

  @Test
  void encodesTheSameOnManyThreadsAsOnOne() throws Exception {
    List<String> texts =
        IntStream.range(0, 40)
            .mapToObj(i -> "Waiter wanted, shift " + i + ", start soon.")
            .toList();
    List<float[]> alone = texts.stream().map(OnnxEncoderTest::vector).toList();

    List<float[]> together = texts.parallelStream().map(OnnxEncoderTest::vector).toList();

    for (int i = 0; i < alone.size(); i++) {
      assertThat(together.get(i)).containsExactly(alone.get(i));
    }
  }

  @Test
  void readsTheBeginningOfALongTextAlone() throws Exception {
    String begins = "The kitchen opens at six and closes late. ".repeat(40);

    assertThat(encoder.encode(begins + "Passports are kept by the manager."))
        .containsExactly(encoder.encode(begins));
  }

  @Test
  void failsForATextThatTakesTooLong() throws Exception {
    EncoderSheet hurried = new EncoderSheet(EnglishEncoder.DIMENSION, 512, 1, List.of());
    try (SentenceEncoder slow = Encoders.open(folder.resolve("english"), hurried)) {
      assertThatThrownBy(() -> slow.encode("kitchen ".repeat(600)))
          .isInstanceOf(EncoderException.class)
          .message()
          .contains(" ms")
          .doesNotContain("kitchen");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {Encoders.MODEL, Encoders.TOKENIZER})
  void refusesAFolderWithABrokenFileOrWithoutIt(String name) throws Exception {
    EncoderSheet sheet = EnglishEncoder.sheet();
    Path broken = EnglishEncoder.in(folder.resolve("broken-" + name), sheet);
    Files.writeString(broken.resolve(name), "{}");
    assertThatThrownBy(() -> Encoders.open(broken, sheet))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name + " must be a");

    Files.delete(broken.resolve(name));
    assertThatThrownBy(() -> Encoders.open(broken, sheet))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name + " must exist");
  }

  @Test
  void refusesAnEncoderOfAnotherDimensionThanIsSaid() throws Exception {
    EncoderSheet wrong = new EncoderSheet(256, 128, 60_000, List.of());
    try (MaskedEncoder masked =
        new MaskedEncoder(
            encoder,
            wrong,
            org.vigie.classifier.indicator.MaskedWords.load(
                org.vigie.classifier.ModelsFolder.path()))) {
      assertThatThrownBy(masked::trial)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "an encoder's vectors must have 256 numbers, as encoder.json says, but have 384");
    }
  }

  /** A later version of it does, and sends there what it was started with. */
  @ParameterizedTest
  @ValueSource(strings = {"linux-x64/libonnxruntime.so", "linux-aarch64/libonnxruntime.so"})
  void runsALibraryThatKnowsNoHostToReportTo(String library) throws Exception {
    String name = "/ai/onnxruntime/native/" + library;
    try (InputStream in = OnnxEncoder.class.getResourceAsStream(name)) {
      String bytes =
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(bytes.contains("onnxruntime")).isTrue();
      assertThat(bytes.contains("events.data.microsoft.com")).isFalse();
    }
    assertThat(System.getProperty("ai.djl.offline")).isEqualTo("true");
    assertThat(System.getProperty("OPT_OUT_TRACKING")).isEqualTo("true");
  }

  private static float[] vector(String text) {
    try {
      return encoder.encode(text);
    } catch (EncoderException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double product(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
