package org.vigie.classifier.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.advert.Outcome;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.registry.ExpectedScoresFile;
import org.vigie.training.risk.FormReading;
import org.vigie.training.risk.FormScores;

class FormModelTest {
  @ParameterizedTest
  @ValueSource(strings = {"sexual", "forced-criminality", "other", "work"})
  void scoresInventedTextsAsWrittenBesideTheModel(String form) throws IOException {
    FormWeights weights = FormWeights.read(folder(form));
    FormReading reading = reading(form);

    List<FormScores.Expected> expected =
        ExpectedScoresFile.read(folder(form), FormScores.Expected.class);

    assertThat(expected).extracting(FormScores.Expected::text).isEqualTo(FormScores.texts(form));
    List<FormScores.Expected> now = FormScores.compute(form, reading, weights);
    for (int i = 0; i < expected.size(); i++) {
      for (int k = 0; k < 4; k++) {
        assertThat(now.get(i).scores().get(k))
            .isCloseTo(expected.get(i).scores().get(k), within(1e-6));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sexual", "forced-criminality", "other", "work"})
  void addsItsReasonsUpToTheRawScoreOfRisk(String form) throws IOException {
    FormWeights weights = FormWeights.read(folder(form));
    FormReading reading = reading(form);
    for (String text : FormScores.texts(form)) {
      List<Feature> features = reading.features(text);

      double sum =
          weights.contributions(features).stream()
              .mapToDouble(WeightTable.Contribution::value)
              .sum();

      assertThat(sum).isCloseTo(weights.scores(features)[0], within(1e-9));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "sexual,Massage and company in a private flat. She must work off the debt!",
    "sexual,Massage im eigenen Zimmer und große Auswahl. Anruf genügt!",
    "forced-criminality,Parcel company seeks drivers with a licence and a collective agreement.",
    "forced-criminality,Ищем курьеров для посылок между странами - оплата каждую неделю",
    "other,Marriage for residence papers is arranged by our agency"
  })
  void readsWordsWhoseLettersStandApartAsTheWordsThemselves(String form, String text)
      throws IOException {
    FormReading reading = reading(form);
    Map<String, Double> plain = ofWords(reading.features(text));

    assertThat(plain).isNotEmpty();
    assertThat(ofWords(reading.features(everySecondWordDotted(text)))).isEqualTo(plain);
  }

  private static Map<String, Double> ofWords(List<Feature> features) {
    Map<String, Double> values = new TreeMap<>();
    features.stream().filter(Feature::isOfWords).forEach(f -> values.put(f.name(), f.value()));
    return values;
  }

  private static String everySecondWordDotted(String text) {
    StringBuilder out = new StringBuilder();
    int words = 0;
    for (String word : text.splitWithDelimiters("[^\\p{L}]", 0)) {
      boolean dotted = word.length() > 3 && words++ % 2 == 0;
      out.append(dotted ? String.join(".", word.split("")) : word);
    }
    return out.toString();
  }

  @Test
  void scoresByTheSharedTableAsByEachModelsOwn() throws IOException {
    List<String> forms = List.of("sexual", "forced-criminality", "other");
    List<FormWeights> models = new ArrayList<>();
    for (String form : forms) {
      models.add(FormWeights.read(folder(form)));
    }
    FormTable table = FormTable.of(models);
    FormReading shared =
        new FormReading(
            "sexual", ModelsFolder.path(), Taxonomy.load(ModelsFolder.path()), table.vocabulary());
    for (int place = 0; place < forms.size(); place++) {
      FormReading own = reading(forms.get(place));
      for (String text : FormScores.texts(forms.get(place))) {
        List<FormFeatures.Found> found = shared.found(text);

        double[] scores = table.scores(place, found);

        double[] expected = models.get(place).scores(own.features(text));
        for (int k = 0; k < scores.length; k++) {
          assertThat(scores[k]).isCloseTo(expected[k], within(1e-9));
        }
        assertThat(WeightTable.sum(table.contributions(place, found)))
            .isCloseTo(expected[0], within(1e-9));
      }
    }
  }

  @Test
  void numbersTheSameFeaturesOpenAndClosed() throws IOException {
    FormVocabulary open = FormVocabulary.open();
    int word = open.word("über");
    int other = open.ofOther("contacts:none");
    int feature = open.ofWord(word);
    int pair = open.ofPair(word, open.word("ж"));
    int letters = open.ofLetters(('_' * 0x10000L + 'ф') * 0x100000000L + 0xD83D_DE00L);
    List<String> names = List.of(other, feature, pair, letters).stream().map(open::name).toList();

    assertThat(names)
        .containsExactly("contacts:none", "word:über", "run:über ж", "letters:_ф\uD83D\uDE00");
    FormVocabulary closed = FormVocabulary.of(names);
    assertThat(closed.ofOther("contacts:none")).isZero();
    assertThat(closed.ofWord(closed.word("über"))).isEqualTo(1);
    assertThat(closed.ofPair(closed.word("über"), closed.word("ж"))).isEqualTo(2);
    assertThat(closed.ofLetters(('_' * 0x10000L + 'ф') * 0x100000000L + 0xD83D_DE00L)).isEqualTo(3);
    assertThat(closed.ofWord(closed.word("ж"))).isEqualTo(FormVocabulary.ABSENT);
    assertThat(closed.word("neu")).isEqualTo(FormVocabulary.ABSENT);
    assertThat(closed.size()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sexual", "forced-criminality", "other", "work"})
  void putsAPlantedRiskAboveOrdinaryAdvertsAndSpam(String form) throws IOException {
    FormWeights weights = FormWeights.read(folder(form));
    FormCalibration calibration = FormCalibration.read(folder(form));
    FormReading reading = reading(form);
    List<Double> risks =
        FormScores.texts(form).stream()
            .map(text -> weights.scores(reading.features(text)))
            .map(scores -> calibration.probabilities(scores).getOrDefault(Outcome.RISK, 0.0))
            .toList();

    // The texts that follow are of two ordinary adverts and of spam.
    assertThat(risks.getFirst()).isGreaterThan(Collections.max(risks.subList(1, 4)));
  }

  @Test
  void givesProbabilitiesThatSumToOne() {
    Platt steep = new Platt(2, -1);
    FormCalibration calibration =
        new FormCalibration(List.of(steep, steep, steep, steep), 0.2, 0.6);
    for (double[] scores :
        List.of(
            new double[] {0, 0, 0, 0},
            new double[] {9, -900, -900, -900},
            new double[] {-9, 3, 1, -1})) {
      Map<Outcome, Double> probabilities = calibration.probabilities(scores);

      assertThat(probabilities.values().stream().mapToDouble(p -> p).sum())
          .isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void abstainsBetweenLowAndHighAndWhereNothingIsLikely() {
    Platt plain = new Platt(1, 0);
    FormCalibration calibration =
        new FormCalibration(List.of(plain, plain, plain, plain), 0.2, 0.6);

    assertThat(calibration.outcome(Map.of(Outcome.RISK, 0.6))).isEqualTo(Outcome.RISK);
    assertThat(calibration.outcome(Map.of(Outcome.RISK, 0.3, Outcome.BUSINESS, 0.7)))
        .isEqualTo(Outcome.UNDETERMINED);
    assertThat(calibration.outcome(Map.of(Outcome.RISK, 0.1, Outcome.BUSINESS, 0.6)))
        .isEqualTo(Outcome.BUSINESS);
    assertThat(
            calibration.outcome(
                Map.of(Outcome.RISK, 0.1, Outcome.BUSINESS, 0.45, Outcome.INDEPENDENT, 0.45)))
        .isEqualTo(Outcome.UNDETERMINED);
  }

  @Test
  void scoresAllTheSameWhateverNationalityIsNamed() throws IOException {
    FormWeights weights = FormWeights.read(folder("sexual"));
    FormReading reading = reading("sexual");
    String advert = "%s escort, massage in a private flat, day and night. Tel. +44 7700 900123";

    double[] scores = weights.scores(reading.features(advert.formatted("Thai")));

    for (String other : List.of("Romanian", "South African", "Irish")) {
      assertThat(weights.scores(reading.features(advert.formatted(other))))
          .as(other)
          .isEqualTo(scores);
    }
  }

  @Test
  void refusesAFileThatIsCutOffOrAlteredAnywhere(@TempDir Path folder) throws IOException {
    Path file = folder.resolve(ModelFile.NAME);
    WeightTable table = new WeightTable(new TreeMap<>(Map.of("bias", -2f, "word:a", 1f)));
    new FormWeights(List.of(table, table, table, table)).write(folder);
    byte[] whole = Files.readAllBytes(file);

    assertThat(FormWeights.read(folder).table(3).sorted()).isEqualTo(table.sorted());
    for (int i = 0; i < whole.length; i++) {
      Files.write(file, Arrays.copyOf(whole, i));
      assertThatThrownBy(() -> FormWeights.read(folder))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(file.toString());
      byte[] altered = whole.clone();
      altered[i] ^= 0x55;
      Files.write(file, altered);
      assertThatThrownBy(() -> FormWeights.read(folder))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(file.toString());
    }
  }

  private static Path folder(String form) {
    return ModelsFolder.path().resolve("risk-" + form + "-1");
  }

  private static FormReading reading(String form) throws IOException {
    return new FormReading(
        form,
        ModelsFolder.path(),
        Taxonomy.load(ModelsFolder.path()),
        FormWeights.read(folder(form)).vocabulary());
  }
}
