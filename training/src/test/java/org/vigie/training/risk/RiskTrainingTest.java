package org.vigie.training.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.classifier.ModelsFolder;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.registry.ExpectedScoresFile;
import org.vigie.classifier.risk.AdvertReader;
import org.vigie.classifier.risk.CalibrationFile;
import org.vigie.classifier.risk.Head;
import org.vigie.classifier.risk.ModelFile;
import org.vigie.classifier.risk.Platt;
import org.vigie.training.evaluation.Metrics;

class RiskTrainingTest {
  private static final String MODEL = "risk-recruitment-1";

  @Test
  void writesTheSameBytesASecondTime(@TempDir Path folder) throws IOException {
    Path data = folder.resolve("data.jsonl");
    Files.writeString(data, invented(120));
    Path first = copyOfModels(folder.resolve("first"));
    Path second = copyOfModels(folder.resolve("second"));

    TrainingReport report = RiskTraining.withDefaults().train(data, first, MODEL);
    RiskTraining.withDefaults().train(data, second, MODEL);

    assertThat(report.averagePrecision()).isGreaterThan(0.9);
    for (String name :
        List.of(
            ModelFile.NAME,
            CalibrationFile.NAME,
            ExpectedScoresFile.NAME,
            DataSheet.NAME,
            "card.md")) {
      assertThat(second.resolve(MODEL).resolve(name))
          .hasSameBinaryContentAs(first.resolve(MODEL).resolve(name));
    }
  }

  @Test
  void ranksAFifthOfTheSharedAdvertsWhoseCampaignsItHasNotSeen() throws IOException {
    Path data = ModelsFolder.sharedData().resolve("job-ads").resolve("emscad_dev.jsonl.gz");
    Assumptions.assumeTrue(Files.isRegularFile(data), "shared data absent");
    AdvertReader reader = new AdvertReader(ModelsFolder.path(), Taxonomy.load(ModelsFolder.path()));
    TrainingSet set = TrainingSet.of(LabelledAdverts.read(data), reader);
    int[] foldOf = GroupedFolds.of(set.adverts(), CrossValidation.FOLDS, 1);
    CrossValidation validation =
        RiskTraining.withDefaults().validation(Head.SECTIONED, Background.none());
    TrainingSet held = set.part(foldOf, 0, true);

    double[] scores = held.scores(validation.train(set.part(foldOf, 0, false)));

    assertThat(Metrics.averagePrecision(scores, held.truth())).isGreaterThan(0.85);
  }

  @Test
  void keepsACampaignInOneFold() {
    List<LabelledAdvert> adverts =
        Stream.iterate(0, i -> i + 1)
            .limit(200)
            .map(i -> new LabelledAdvert("e" + i, i % 3 == 0, "g" + i % 17, "text"))
            .toList();
    int[] foldOf = GroupedFolds.of(adverts, 5, 7);

    for (int group = 0; group < 17; group++) {
      Set<Integer> folds = new TreeSet<>();
      for (int i = group; i < 200; i += 17) {
        folds.add(foldOf[i]);
      }
      assertThat(folds).hasSize(1);
    }
  }

  @Test
  void measuresWhatTheDefinitionsSay() {
    double[] scores = {0.9, 0.8, 0.7, 0.1};
    boolean[] truth = {true, false, true, false};

    assertThat(Metrics.averagePrecision(scores, truth)).isCloseTo(5.0 / 6, within(1e-12));
    assertThat(Metrics.f1(scores, truth, 0.7)).isCloseTo(0.8, within(1e-12));
    assertThat(Metrics.bestThreshold(scores, truth)).isEqualTo(0.7);
    assertThat(Metrics.brier(new double[] {1, 0}, new boolean[] {true, true})).isEqualTo(0.5);
    assertThat(
            Metrics.expectedCalibrationError(new double[] {0.5, 0.5}, new boolean[] {true, false}))
        .isZero();
  }

  @Test
  void calibratesScoresWhoseOddsAreKnown() {
    Random random = new Random(5);
    double[] scores = new double[20_000];
    boolean[] truth = new boolean[scores.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = random.nextGaussian() * 2;
      truth[i] = random.nextDouble() < Platt.sigmoid(0.7 * scores[i] - 1);
    }

    Platt platt = Platt.fit(scores, truth);

    assertThat(platt.slope()).isCloseTo(0.7, within(0.05));
    assertThat(platt.intercept()).isCloseTo(-1, within(0.05));
  }

  @Test
  void readsContactTokensAsContactsOfTheirKind() {
    String token = "#EMAIL_" + "0".repeat(64) + "#";

    assertThat(LabelledAdverts.withoutTokens("a" + token + "b # c"))
        .isEqualTo("a contact@example.org b # c");
  }

  private static String invented(int rows) {
    Random random = new Random(11);
    StringBuilder lines = new StringBuilder();
    List<String> ordinary = List.of("team", "kitchen", "pension", "contract", "training", "degree");
    List<String> risky = List.of("weekly", "home", "money", "transfer", "easy", "instant");
    for (int i = 0; i < rows; i++) {
      boolean risk = i % 3 == 0;
      StringBuilder text = new StringBuilder("job work position");
      for (int word = 0; word < 25; word++) {
        List<String> from = random.nextInt(4) == 0 == risk ? ordinary : risky;
        text.append(' ').append(from.get(random.nextInt(from.size())));
      }
      lines.append(
          "{\"id\":\"i%d\",\"label\":%d,\"group\":\"g%d\",\"text\":\"%s\"}\n"
              .formatted(i, risk ? 1 : 0, i / 2, text));
    }
    return lines.toString();
  }

  private static Path copyOfModels(Path target) throws IOException {
    Path source = ModelsFolder.path();
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        Path copy = target.resolve(source.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    return target;
  }
}
