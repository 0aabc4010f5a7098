package org.vigie.classifier.sign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.encoder.EncoderException;
import org.vigie.classifier.encoder.EncoderHead;
import org.vigie.classifier.encoder.EnglishEncoder;
import org.vigie.classifier.encoder.MaskedEncoder;
import org.vigie.classifier.encoder.SentenceEncoder;
import org.vigie.classifier.encoder.SignEncoder;
import org.vigie.classifier.indicator.MaskedWords;
import org.vigie.classifier.registry.Manifest;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

/** Signs that are read with an encoder's help. */
class EncodedSignReaderTest {
  /** It is asked about each stretch that isn't ruled out, so that its answer always counts. */
  private static final EncoderHead.Bounds ALL = new EncoderHead.Bounds(-50, 50, 3);

  private static final String SAID = "The boss keeps the passports of the %s workers.";
  private static final String PLAIN = SAID.formatted("Romanian");

  private static MaskedWords masked;
  private static MaskedEncoder english;
  private static SignReader plain;
  private static SignReader helped;

  @BeforeAll
  static void load(@TempDir Path folder) throws Exception {
    Path models = ModelsFolder.path();
    masked = MaskedWords.load(models);
    english = MaskedEncoder.open(EnglishEncoder.in(folder, EnglishEncoder.sheet()), models);
    float[] news = english.vector("The weather will be fine in the mountains tomorrow.");
    EncoderHead head = EnglishEncoder.head(news, 9, ALL, english.trial());
    plain = reader(null);
    helped = reader(SignEncoder.of("english", english, head));
  }

  @AfterAll
  static void close() {
    english.close();
  }

  @Test
  void areMoreOrLessProbableByWhatItAnswers() {
    assertThat(plain.encoderUse()).isEmpty();
    assertThat(said(helped, PLAIN)).isNotEqualTo(said(plain, PLAIN)).isNotEmpty();
    assertThat(helped.encoderUse()).hasValueSatisfying(use -> assertThat(use.asked()).isPositive());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Irish", "Nigerian", "Vietnamese", "Roma", "lesbian"})
  void areTheSameWhateverNationalityEthnicityOrOrientationIsNamed(String other) {
    Map<Family, Double> expected = said(helped, PLAIN);
    long before = helped.encoderUse().orElseThrow().asked();

    assertThat(said(helped, SAID.formatted(other))).isEqualTo(expected);
    assertThat(helped.encoderUse().orElseThrow().asked()).isGreaterThan(before);
  }

  @Test
  void areReadWithoutItWhereItFails() throws Exception {
    float[] trial = english.trial();
    SentenceEncoder failing =
        new SentenceEncoder() {
          private boolean tried;

          @Override
          public float[] encode(String text) throws EncoderException {
            if (tried) {
              throw new EncoderException("it failed");
            }
            tried = true;
            return trial.clone();
          }

          @Override
          public void close() {}
        };
    SignReader reader =
        reader(
            SignEncoder.of(
                "failing",
                new MaskedEncoder(failing, EnglishEncoder.sheet(), masked),
                EnglishEncoder.head(trial, 9, ALL, trial)));

    assertThat(said(reader, PLAIN)).isEqualTo(said(plain, PLAIN));
    assertThat(reader.encoderUse())
        .hasValueSatisfying(use -> assertThat(use.failed()).isPositive().isEqualTo(use.asked()));
  }

  @Test
  void inOneOfManyStretchesAreNeverMoreProbableByIt() throws Exception {
    String advert =
        "The market opens at nine and sells bread, milk, apples and flowers from the valley. "
                .repeat(6)
            + PLAIN.replace(".", " until the debt is paid.");
    float[] trial = english.trial();
    EncoderHead up = new EncoderHead(new float[trial.length], 3, ALL, trial);
    EncoderHead down = new EncoderHead(new float[trial.length], -3, ALL, trial);
    SignReader more = reader(SignEncoder.of("more", english, up));
    SignReader less = reader(SignEncoder.of("less", english, down));

    assertThat(said(more, PLAIN)).isNotEqualTo(said(plain, PLAIN));
    assertThat(said(more, advert)).isEqualTo(said(plain, advert)).isNotEmpty();
    assertThat(said(less, advert)).isNotEqualTo(said(plain, advert));
  }

  @Test
  void inALanguageThatItIsNotForAreReadWithoutIt() {
    String french = "Le patron garde nos passeports";
    long before = helped.encoderUse().orElseThrow().asked();

    assertThat(said(helped, french)).isEqualTo(said(plain, french)).isNotEmpty();
    assertThat(helped.encoderUse().orElseThrow().asked()).isEqualTo(before);
  }

  private static SignReader reader(@Nullable SignEncoder encoder) throws Exception {
    Path models = ModelsFolder.path();
    Path folder = models.resolve(Manifest.read(models).requireActive(SignReader.FORM));
    return SignReader.of(
        SignSampler.load(models),
        SignModel.read(folder),
        SequenceModel.read(folder),
        StackedModel.read(folder),
        encoder);
  }

  private static Map<Family, Double> said(SignReader reader, String text) {
    NormalizedText normalized = NormalizedText.of(text);
    List<Word> words = Words.of(normalized);
    Map<Family, Double> said = new TreeMap<>();
    for (Sign sign : reader.read(normalized, words, List.of(), masked.in(words)).said()) {
      said.put(sign.family(), sign.probability());
    }
    return said;
  }
}
