package org.vigie.classifier.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.indicator.MaskedWords;
import org.vigie.classifier.registry.Manifest;

class SignEncoderTest {
  private static final float[] TRIAL = {1, 0, 0, 0, 0, 0, 0, 0};
  private static final EncoderSheet SHEET = new EncoderSheet(8, 64, 100, List.of("en", "fr"));
  private static final EncoderHead HEAD =
      new EncoderHead(
          new float[] {2, 0, 0, 0, 0, 0, 0, 9}, 0, new EncoderHead.Bounds(-2, 1.5f, 3), TRIAL);

  @TempDir Path folder;

  @Test
  void isAskedWhereModelsAreUnsureInItsLanguagesAlone() throws Exception {
    SignEncoder encoder = SignEncoder.of("e", encoder(text -> TRIAL.clone()), HEAD);

    assertThat(encoder.isUnsure(-2)).isTrue();
    assertThat(encoder.isUnsure(1.5)).isTrue();
    assertThat(encoder.isUnsure(-2.1)).isFalse();
    assertThat(encoder.isUnsure(1.6)).isFalse();
    assertThat(encoder.isFor(List.of("de", "fr"))).isTrue();
    assertThat(encoder.isFor(List.of("de"))).isFalse();
    assertThat(encoder.isFor(List.of())).isFalse();
    assertThat(new EncoderSheet(8, 64, 100, List.of()).isFor("de")).isTrue();
  }

  @Test
  void movesLogOddsByTheVectorUpToABound() throws Exception {
    float[] far = {0, 0, 0, 0, 0, 0, 0, -1};
    SignEncoder encoder =
        SignEncoder.of(
            "e", encoder(text -> text.startsWith("far") ? far.clone() : TRIAL.clone()), HEAD);

    assertThat(encoder.logOdds("near", -1)).isEqualTo(1);
    assertThat(encoder.logOdds("far", -1)).isEqualTo(-4);
    assertThat(encoder.use()).isEqualTo(new EncoderUse("e", 2, 0));
  }

  @Test
  void readsATextWithoutItWhereItFailsAndCountsThat() throws Exception {
    SignEncoder encoder =
        SignEncoder.of(
            "e",
            encoder(text -> {
              if (text.startsWith("bad")) {
                throw new EncoderException("it failed");
              }
              return TRIAL.clone();
            }),
            HEAD);

    assertThat(encoder.logOdds("bad text", 0.25)).isEqualTo(0.25);
    assertThat(encoder.logOdds("good text", 0.25)).isEqualTo(2.25);
    assertThat(encoder.use()).isEqualTo(new EncoderUse("e", 2, 1));
  }

  @Test
  void refusesAnEncoderThatFailsIsAnotherOrHasAHeadOfAnotherDimension() throws Exception {
    MaskedEncoder fails =
        encoder(text -> {
          throw new EncoderException("it may take 100 ms a text, but took 180");
        });
    assertThatThrownBy(() -> SignEncoder.of("e", fails, HEAD))
        .hasMessage(
            "the encoder e can't be used: an encoder must encode its trial sentence, but it may take 100 ms a text, but took 180; put that right, or type ./vigie models encoder off");

    MaskedEncoder another = encoder(text -> new float[] {0.6f, 0.8f, 0, 0, 0, 0, 0, 0});
    assertThatThrownBy(() -> SignEncoder.of("e", another, HEAD))
        .hasMessageContaining("as when head.json was learnt, but is only 0.60 like it");

    EncoderHead narrow =
        new EncoderHead(new float[4], 0, new EncoderHead.Bounds(-2, 2, 3), new float[4]);
    assertThatThrownBy(() -> SignEncoder.of("e", encoder(text -> TRIAL.clone()), narrow))
        .hasMessageContaining("a weight for each of the 8 numbers of a vector, but has 4");
  }

  @Test
  void isOffUnlessTheManifestNamesOneAndThenMustBeAsListed() throws Exception {
    Path models = Files.createDirectories(folder.resolve("models"));
    Files.copy(ModelsFolder.path().resolve(MaskedWords.FILE), models.resolve(MaskedWords.FILE));
    EnglishEncoder.in(models.resolve("encoder-1"), EnglishEncoder.sheet());
    float[] trial = trial(models);
    EnglishEncoder.head(trial, 1, HEAD.bounds(), trial).write(models.resolve("encoder-1"));
    Manifest listed = Manifest.empty().withTuned(models).with(models, "encoder-1");
    listed.write(models);
    assertThat(SignEncoder.load(models)).isEmpty();

    listed.withActive(SignEncoder.FORM, "encoder-1").write(models);
    try (SignEncoder encoder = SignEncoder.load(models).orElseThrow()) {
      assertThat(encoder.logOdds("We keep your passport until the debt is paid.", 0)).isPositive();
    }

    new EncoderSheet(EnglishEncoder.DIMENSION, 512, 60_000, List.of())
        .write(models.resolve("encoder-1"));
    assertThatThrownBy(() -> SignEncoder.load(models))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("encoder-1/encoder.json must have the hash that manifest.json lists");
  }

  private static float[] trial(Path models) throws Exception {
    try (MaskedEncoder encoder = MaskedEncoder.open(models.resolve("encoder-1"), models)) {
      return encoder.trial();
    }
  }

  /** What encodes by a rule. */
  @FunctionalInterface
  private interface Rule {
    float[] vector(String text) throws EncoderException;
  }

  private static MaskedEncoder encoder(Rule rule) throws Exception {
    SentenceEncoder encoder =
        new SentenceEncoder() {
          @Override
          public float[] encode(String text) throws EncoderException {
            return rule.vector(text);
          }

          @Override
          public void close() {}
        };
    return new MaskedEncoder(encoder, SHEET, MaskedWords.load(ModelsFolder.path()));
  }
}
