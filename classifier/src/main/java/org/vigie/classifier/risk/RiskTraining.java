package org.vigie.classifier.risk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vigie.classifier.Taxonomy;

/**
 * The training of the recruitment model: evaluates by grouped cross-validation, trains on
 * everything, and writes weights, calibration, card and expected scores, the same bytes each time.
 */
public final class RiskTraining {
  /** Splits by this seed; any would do, another gives other folds. */
  private static final long SEED = 1;

  /** Ordinary adverts in another language which, lying beside the data, are scored too. */
  private static final String FOREIGN = "poland_1k.jsonl.gz";

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
    Background background = Background.besides(data, reader);
    MaxentTrainer trainer = new MaxentTrainer(settings);
    CrossValidation words = new CrossValidation(trainer, background, SEED);
    CrossValidation noWords = new CrossValidation(trainer, background.wordless(), SEED);

    WeightTable english = words.train(set);
    ModelFile model = new ModelFile(english, noWords.train(set.wordless()));
    Calibration calibration = calibrate(set, words, noWords, english);
    RiskModel risk =
        new RiskModel(RiskFeatures.load(models), model, calibration, taxonomy.version());
    FalseAlarms falseAlarms = new FalseAlarms(risk, reader);
    TrainingReport report =
        new TrainingReport(
            settings,
            set,
            words.evaluate(set),
            noWords.evaluate(set.wordless()),
            calibration,
            falseAlarms.count(background, data.resolveSibling(FOREIGN)),
            model,
            taxonomy,
            background.training().size());

    Path folder = Files.createDirectories(models.resolve(RiskModel.NAME));
    model.write(folder);
    calibration.write(folder);
    ExpectedScores.write(ExpectedScores.compute(reader, model), folder);
    Files.writeString(folder.resolve("card.md"), ModelCard.of(report));
    return report;
  }

  private static Calibration calibrate(
      TrainingSet set, CrossValidation words, CrossValidation noWords, WeightTable english)
      throws IOException {
    boolean[] truth = set.truth();
    double[] scores = words.heldOutScores(set, CrossValidation.FOLDS);
    double[] wordlessScores = noWords.heldOutScores(set.wordless(), CrossValidation.FOLDS);
    Platt platt = Platt.fit(scores, truth);
    double high = platt.probability(words.threshold(scores, truth, english));
    double[] probabilities = AbstainBand.probabilities(scores, platt);
    return new Calibration(
        platt, Platt.fit(wordlessScores, truth), AbstainBand.low(probabilities, truth, high), high);
  }
}
