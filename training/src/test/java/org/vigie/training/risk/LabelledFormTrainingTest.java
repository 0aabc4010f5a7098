package org.vigie.training.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.advert.Outcome;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.registry.ExpectedScoresFile;
import org.vigie.classifier.registry.Manifest;
import org.vigie.classifier.risk.CalibrationFile;
import org.vigie.classifier.risk.FormModel;
import org.vigie.classifier.risk.FormVocabulary;
import org.vigie.classifier.risk.FormWeights;
import org.vigie.classifier.risk.ModelFile;
import org.vigie.training.evaluation.Evaluation;
import org.vigie.training.evaluation.Scored;
import org.vigie.training.evaluation.ScoredSet;

class LabelledFormTrainingTest {
  private static final String WEAK = "risk-other-1";
  private static final String MODEL = "other-of-ours";

  @TempDir static Path folder;
  private static Path models = Path.of("");
  private static Path data = Path.of("");
  private static Evaluation trained = null;

  @BeforeAll
  static void train() throws IOException {
    models = FormTrainingTest.copyOfModels(folder.resolve("models"));
    FormTraining.withDefaults().train("other", FormTrainingTest.examples(), models, WEAK);
    data = Files.writeString(folder.resolve("ours.jsonl"), adverts(1, 120));
    trained = train(models);
  }

  private static Evaluation train(Path into) throws IOException {
    return LabelledFormTraining.train("other", data, FormTrainingTest.examples(), into, MODEL);
  }

  /**
   * Invented adverts, two a campaign, a third of them labelled as risky; every tenth says nothing
   * of the form.
   */
  private static String adverts(long seed, int count) {
    Random random = new Random(seed);
    List<String> ordinary = List.of("music", "flowers", "cake", "church", "photos", "guests");
    List<String> risky = List.of("papers", "arranged", "paid", "stranger", "abroad", "quickly");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      boolean risk = i / 2 % 3 == 0;
      StringBuilder text =
          new StringBuilder(i % 10 == 9 ? "Bicycle for sale:" : "Looking for a husband or wife:");
      for (int word = 0; word < 12; word++) {
        List<String> from = random.nextInt(5) == 0 == risk ? ordinary : risky;
        text.append(' ').append(from.get(random.nextInt(from.size())));
      }
      lines.append(
          "{\"id\":\"a%d-%d\",\"label\":%d,\"group\":\"g%d-%d\",\"text\":\"%s\"}\n"
              .formatted(seed, i, risk ? 1 : 0, seed, i / 2, text));
    }
    return lines.toString();
  }

  @Test
  void findsLabelsAgainInCampaignsItHasNotSeenAndCountsWhatItsGateMisses() {
    assertThat(trained.folds()).hasSize(CrossValidation.FOLDS);
    assertThat(trained.mean().averagePrecision()).isGreaterThan(0.8);
    ScoredSet all = trained.all();
    assertThat(all.adverts()).hasSize(120);
    List<Scored> unassessed = all.adverts().stream().filter(a -> a.probability() == 0).toList();
    assertThat(unassessed).hasSize(12).noneMatch(Scored::called).anyMatch(Scored::risk);
  }

  @Test
  void splitsNoCampaign() throws IOException {
    FormReading reading =
        new FormReading("other", models, Taxonomy.load(models), FormVocabulary.open());
    TrainingSet open = FormData.read(data, reading).open();

    int[] foldOf = GroupedFolds.of(open.adverts(), CrossValidation.FOLDS, 1);

    Set<String> groups = new HashSet<>();
    Set<String> groupsOfFolds = new HashSet<>();
    for (int i = 0; i < foldOf.length; i++) {
      groups.add(open.adverts().get(i).group());
      groupsOfFolds.add(open.adverts().get(i).group() + " in " + foldOf[i]);
    }
    assertThat(groupsOfFolds).hasSameSizeAs(groups);
  }

  @Test
  void takesRepostsWithoutAGroupForOneCampaign() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("reposts.jsonl"),
            """
            {"id":"a","label":1,"text":"Marriage for papers"}
            {"id":"b","label":1,"text":"Marriage for papers"}
            {"id":"c","label":0,"text":"Wedding cake"}
            """);

    Set<String> groups =
        LabelledAdverts.readJudged(file).stream()
            .map(LabelledAdvert::group)
            .collect(Collectors.toSet());

    assertThat(groups).hasSize(2);
  }

  @Test
  void leavesTheModelInUseAndTellsTheOtherOutcomesAsThatDoes() throws IOException {
    FormWeights ours = FormWeights.read(models.resolve(MODEL));
    FormWeights weak = FormWeights.read(models.resolve(WEAK));

    assertThat(Manifest.read(models).requireActive("other")).isEqualTo(WEAK);
    assertThat(ours.table(0).sorted()).isNotEqualTo(weak.table(0).sorted());
    for (int outcome = 1; outcome < 4; outcome++) {
      assertThat(ours.table(outcome).sorted()).isEqualTo(weak.table(outcome).sorted());
    }
  }

  @Test
  void writesTheSameBytesASecondTime(@TempDir Path elsewhere) throws IOException {
    Path second = FormTrainingTest.copyOfModels(elsewhere);
    train(second);

    for (String name :
        List.of(
            ModelFile.NAME,
            CalibrationFile.NAME,
            ExpectedScoresFile.NAME,
            DataSheet.NAME,
            "card.md")) {
      assertThat(second.resolve(MODEL).resolve(name))
          .hasSameBinaryContentAs(models.resolve(MODEL).resolve(name));
    }
  }

  @Test
  void scoresTheTextsBesideItAsExpected() throws IOException {
    FormWeights weights = FormWeights.read(models.resolve(MODEL));
    FormReading reading =
        new FormReading("other", models, Taxonomy.load(models), weights.vocabulary());

    List<FormScores.Expected> expected =
        ExpectedScoresFile.read(models.resolve(MODEL), FormScores.Expected.class);
    List<FormScores.Expected> scores = FormScores.compute("other", reading, weights);

    assertThat(scores).hasSameSizeAs(expected).hasSizeGreaterThan(3);
    for (int i = 0; i < scores.size(); i++) {
      for (int k = 0; k < 4; k++) {
        assertThat(scores.get(i).scores().get(k))
            .isCloseTo(expected.get(i).scores().get(k), within(1e-6));
      }
    }
  }

  @Test
  void saysInCardAndSheetWhatItWasMadeOf() throws IOException {
    DataSheet sheet = DataSheet.read(models.resolve(MODEL));

    assertThat(sheet.names(data)).isTrue();
    assertThat(sheet.form()).isEqualTo("other");
    assertThat(sheet.command())
        .isEqualTo("./vigie train other --data ours.jsonl --name other-of-ours");
    assertThat(models.resolve(MODEL + "/card.md"))
        .content()
        .contains("120 labelled adverts, 40 of them risky", "open for 108 of them")
        .contains("| fold | adverts | risky |", "never a verdict on anyone");
  }

  @Test
  void isMeasuredAnewOnItsOwnFileAndAsItIsOnAnother() throws IOException {
    Path gold = Files.writeString(folder.resolve("gold.jsonl"), adverts(2, 60));

    Evaluation own = FormEvaluation.on(models, MODEL, data);
    assertThat(own.protocol()).contains("trained anew for each");
    assertThat(own.folds()).isEqualTo(trained.folds());
    assertThat(own.weights()).isNotEmpty();

    Evaluation other = FormEvaluation.on(models, MODEL, gold);
    assertThat(other.protocol()).contains("the model as it is");
    assertThat(other.all().adverts()).hasSize(60);
    assertThat(FormEvaluation.averagePrecision(models, MODEL, gold))
        .isEqualTo(other.all().averagePrecision())
        .isGreaterThan(FormEvaluation.averagePrecision(models, WEAK, gold));
    assertThatThrownBy(() -> FormEvaluation.averagePrecision(models, MODEL, data))
        .hasMessageContaining("was not trained on");
  }

  @Test
  void isNotMeasuredOnAdvertsOfItsOwnInAnotherFile() throws IOException {
    Path mixed =
        Files.writeString(folder.resolve("mixed.jsonl"), Files.readString(data) + adverts(2, 60));

    Evaluation evaluation = FormEvaluation.on(models, MODEL, mixed);

    assertThat(evaluation.protocol())
        .contains("on 60 adverts it was not trained on")
        .contains("120 that it was trained on");
    assertThatThrownBy(() -> FormEvaluation.averagePrecision(models, MODEL, mixed))
        .hasMessageContaining("was not trained on, but it was on 120 of 180");
  }

  @Test
  void callsRiskyWhatItWasTrainedToCallSo() throws IOException {
    FormModel model = FormModel.load(models, "other", MODEL, Taxonomy.load(models).version());
    FormReading reading =
        new FormReading("other", models, Taxonomy.load(models), model.weights().vocabulary());

    double[] risky =
        model
            .weights()
            .scores(
                reading.features(
                    "A husband or wife: papers arranged paid stranger abroad quickly"));
    double[] ordinary =
        model
            .weights()
            .scores(reading.features("A husband or wife: music flowers cake church photos"));

    assertThat(model.calibration().outcome(model.calibration().probabilities(risky)))
        .isEqualTo(Outcome.RISK);
    assertThat(model.calibration().outcome(model.calibration().probabilities(ordinary)))
        .isNotEqualTo(Outcome.RISK);
  }

  @Test
  void refusesWhatItCannotTrainOn() throws IOException {
    assertRefused("{\"id\":\"a\",\"text\":\"Marriage\"}\n", "needs the key label with 0");
    assertRefused("{\"id\":\"a\",\"label\":2,\"text\":\"Marriage\"}\n", "needs the key label");
    assertRefused("not json\n", "must be a JSON object");
    assertRefused("", "holds none");
    assertRefused(adverts(1, 4) + adverts(1, 4), "an id that an earlier line has too");
    assertRefused(adverts(1, 20), "needs at least 10 campaigns with risky adverts");
    assertRefused(
        adverts(1, 120).replaceFirst("\"label\"", "\"minorRisk\":true,\"label\""),
        "must hold no advert of minor risk");
    assertThatThrownBy(
            () -> LabelledFormTraining.train("work", data, List.of(), models, "work-of-ours"))
        .hasMessageContaining("of which labels say nothing");
    assertThatThrownBy(() -> LabelledFormTraining.train("other", data, List.of(), models, WEAK))
        .hasMessageContaining("risk-other-1 is in use and was made of other data");
    assertThat(models.resolve("refused")).doesNotExist();
  }

  private static void assertRefused(String lines, String why) throws IOException {
    Path file = Files.writeString(folder.resolve("bad.jsonl"), lines);
    assertThatThrownBy(
            () -> LabelledFormTraining.train("other", file, List.of(), models, "refused"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }
}
