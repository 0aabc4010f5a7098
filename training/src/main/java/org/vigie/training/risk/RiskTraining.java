package org.vigie.training.risk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.registry.ExpectedScoresFile;
import org.vigie.classifier.registry.Manifest;
import org.vigie.classifier.risk.AdvertReader;
import org.vigie.classifier.risk.Calibration;
import org.vigie.classifier.risk.Head;
import org.vigie.classifier.risk.ModelFile;
import org.vigie.classifier.risk.Platt;
import org.vigie.classifier.risk.RiskFeatures;
import org.vigie.classifier.risk.RiskModel;
import org.vigie.classifier.risk.Scale;
import org.vigie.classifier.risk.WeightTable;

/**
 * The training of the recruitment model: evaluates by grouped cross-validation, trains on
 * everything, and writes weights, calibration, card and expected scores, the same bytes each time.
 */
public final class RiskTraining {
  /** Splits by this seed; any would do, another gives other folds. */
  private static final long SEED = 1;

  /** Ordinary adverts in another language which, lying beside the data, are scored too. */
  private static final String FOREIGN = "poland_1k.jsonl.gz";

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,59}+");

  private final TrainingSettings settings;

  private RiskTraining(TrainingSettings settings) {
    this.settings = settings;
  }

  /** Returns the training with the settings that the published model was made with. */
  public static RiskTraining withDefaults() {
    return new RiskTraining(TrainingSettings.defaults());
  }

  /**
   * Trains, evaluates and writes a model under the models folder.
   *
   * @param data labelled adverts, JSON Lines with id, label (0 or 1), group and text
   * @param models the models folder, whose taxonomy and lexicons give the indicators
   * @param name the model's folder in it, such as {@code risk-recruitment-2}; the manifest lists
   *     it, and puts it in use if no model is yet
   * @return what was measured
   * @throws IllegalArgumentException if the name is not of small letters, digits and hyphens
   */
  public TrainingReport train(Path data, Path models, String name) throws IOException {
    requireName(name);
    Taxonomy taxonomy = Taxonomy.load(models);
    AdvertReader reader = new AdvertReader(models, taxonomy);
    TrainingSet set = TrainingSet.of(LabelledAdverts.read(data), reader);
    Background background = Background.besides(data, reader);
    CrossValidation headed = validation(Head.SECTIONED, background);
    CrossValidation words = validation(Head.PLAIN, background);
    CrossValidation noWords = validation(Head.WORDLESS, background);
    TrainingSet sectioned = set.sectioned();
    TrainingSet plain = set.of(Head.PLAIN);
    TrainingSet wordless = set.of(Head.WORDLESS);

    boolean parts = sectioned.risky() > 0;
    ModelFile model =
        new ModelFile(
            parts ? headed.train(sectioned) : WeightTable.empty(),
            words.train(plain),
            noWords.train(wordless));
    Scale plainScale = scale(plain, words, model.english());
    Calibration calibration =
        new Calibration(
            parts ? scale(sectioned, headed, model.sectioned()) : plainScale,
            plainScale,
            Scale.undecided(
                Platt.fit(
                    noWords.heldOutScores(wordless, CrossValidation.FOLDS), wordless.truth())));
    RiskModel risk =
        new RiskModel(name, RiskFeatures.load(models), model, calibration, taxonomy.version());
    FalseAlarms falseAlarms = new FalseAlarms(risk, reader);
    TrainingReport report =
        new TrainingReport(
            name,
            settings,
            set,
            parts ? headed.evaluate(sectioned) : List.of(),
            words.evaluate(plain),
            noWords.evaluate(wordless),
            calibration,
            falseAlarms.count(background, data.resolveSibling(FOREIGN)),
            model,
            taxonomy,
            background.training().size());

    Path folder = Files.createDirectories(models.resolve(name));
    model.write(folder);
    calibration.write(folder);
    ExpectedScoresFile.write(ExpectedScores.compute(reader, model), folder);
    Files.writeString(folder.resolve("card.md"), ModelCard.of(report));
    DataSheet.of(name, List.of(data, data.resolveSibling(Background.FILE)), models, set)
        .write(folder);
    TrainedOn.adverts(set.adverts()).write(folder);
    list(models, name);
    return report;
  }

  /** Returns the cross-validation by which a head is measured. */
  CrossValidation validation(Head head, Background background) {
    Background seen = head == Head.SECTIONED ? Background.none() : background.of(head);
    return new CrossValidation(new MaxentTrainer(settings), seen, SEED);
  }

  private static void list(Path models, String name) throws IOException {
    Manifest manifest = Manifest.readOrEmpty(models).with(models, name);
    boolean first = !manifest.active().containsKey(RiskModel.FORM);
    (first ? manifest.withActive(RiskModel.FORM, name) : manifest).write(models);
  }

  static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a model's name needs 1 to 60 small letters, digits and hyphens, but was '%s'"
              .formatted(name));
    }
  }

  private static Scale scale(TrainingSet set, CrossValidation validation, WeightTable weights)
      throws IOException {
    double[] scores = validation.heldOutScores(set, CrossValidation.FOLDS);
    Platt platt = Platt.fit(scores, set.truth());
    double high = platt.probability(validation.threshold(scores, set.truth(), weights));
    double[] probabilities = AbstainBand.probabilities(scores, platt);
    return new Scale(platt, AbstainBand.low(probabilities, set.truth(), high), high);
  }
}
