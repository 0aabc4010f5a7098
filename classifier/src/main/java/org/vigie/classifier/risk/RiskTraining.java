package org.vigie.classifier.risk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vigie.classifier.Taxonomy;

/**
 * The training of the recruitment model: evaluates by grouped cross-validation, trains on
 * everything, and writes weights, calibration, card and expected scores, the same bytes each time.
 */
public final class RiskTraining {
  /** Splits by this seed; any would do, another gives other folds. */
  private static final long SEED = 1;

  /** Ordinary adverts without labels which, lying beside the data, are scored for false alarms. */
  private static final List<String> ORDINARY =
      List.of("classifieds_ie_dev.jsonl.gz", "poland_1k.jsonl.gz");

  private final TrainingSettings settings;

  private RiskTraining(TrainingSettings settings) {
    this.settings = settings;
  }

  /** Returns the training with the settings that the published model was made with. */
  public static RiskTraining withDefaults() {
    return new RiskTraining(TrainingSettings.defaults());
  }

  /**
   * Trains, evaluates and writes {@code risk-recruitment-1} under the models folder.
   *
   * @param data labelled adverts, JSON Lines with id, label (0 or 1), group and text
   * @param models the models folder, whose taxonomy and lexicons give the indicators
   * @return what was measured
   */
  public TrainingReport train(Path data, Path models) throws IOException {
    Taxonomy taxonomy = Taxonomy.load(models);
    AdvertReader reader = new AdvertReader(models, taxonomy);
    TrainingSet set = TrainingSet.of(LabelledAdverts.read(data), reader);
    CrossValidation validation = new CrossValidation(new MaxentTrainer(settings), SEED);

    List<CrossValidation.FoldResult> english = validation.evaluate(set);
    List<CrossValidation.FoldResult> wordless = validation.evaluate(set.wordless());
    ModelFile model = new ModelFile(validation.train(set), validation.train(set.wordless()));
    Calibration calibration = calibrate(set, validation);

    RiskModel risk =
        new RiskModel(RiskFeatures.load(models), model, calibration, taxonomy.version());
    FalseAlarms falseAlarms = new FalseAlarms(risk, models, taxonomy);
    List<FalseAlarms.Count> alarms = falseAlarms.count(data.resolveSibling("."), ORDINARY);
    TrainingReport report =
        new TrainingReport(settings, set, english, wordless, calibration, alarms, model, taxonomy);

    Path folder = Files.createDirectories(models.resolve(RiskModel.NAME));
    model.write(folder);
    calibration.write(folder);
    ExpectedScores.write(ExpectedScores.compute(reader, model), folder);
    Files.writeString(folder.resolve("card.md"), ModelCard.of(report));
    return report;
  }

  private static Calibration calibrate(TrainingSet set, CrossValidation validation)
      throws IOException {
    double[] scores = validation.heldOutScores(set, CrossValidation.FOLDS);
    double[] wordlessScores = validation.heldOutScores(set.wordless(), CrossValidation.FOLDS);
    Platt platt = Platt.fit(scores, set.truth());
    double[] probabilities = AbstainBand.probabilities(scores, platt);
    double high = Metrics.bestThreshold(probabilities, set.truth());
    return new Calibration(
        platt,
        Platt.fit(wordlessScores, set.truth()),
        AbstainBand.low(probabilities, set.truth(), high),
        high);
  }
}
