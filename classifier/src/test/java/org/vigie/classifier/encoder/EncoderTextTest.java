package org.vigie.classifier.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.indicator.MaskedWords;

class EncoderTextTest {
  private static final int TOKENS = 128;
  private static MaskedWords masked;

  @BeforeAll
  static void load() throws Exception {
    masked = MaskedWords.load(ModelsFolder.path());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Two Romanian workers wanted for cleaning.",
        "Two  South African workers wanted for cleaning.",
        "Two workers wanted for cleaning. \uD83C\uDDF7\uD83C\uDDF4",
        "Two gay workers wanted for cleaning.",
        "Two workers\uD83C\uDFFD wanted for cleaning."
      })
  void leavesOutWhatStandsForAProtectedAttribute(String stretch) {
    assertThat(EncoderText.of(stretch, masked, TOKENS))
        .isEqualTo("Two workers wanted for cleaning.");
  }

  @Test
  void keepsAllElseAsItIsWritten() {
    assertThat(EncoderText.of(" No p4ssport?\n Le patron l’a GARDÉ \uD83D\uDE22 ", masked, TOKENS))
        .isEqualTo("No p4ssport? Le patron l’a GARDÉ \uD83D\uDE22");
  }

  @Test
  void cutsWhatIsLongerThanTheEncoderReads() {
    assertThat(EncoderText.of("word ".repeat(10_000), masked, TOKENS)).hasSizeLessThan(2_000);
  }
}
