package org.vigie.training.risk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.vigie.advert.Outcome;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.registry.ExpectedScoresFile;
import org.vigie.classifier.registry.Manifest;
import org.vigie.classifier.risk.FormCalibration;
import org.vigie.classifier.risk.FormVocabulary;
import org.vigie.classifier.risk.FormWeights;
import org.vigie.classifier.weak.LabelModel;
import org.vigie.classifier.weak.LabelModelSettings;
import org.vigie.classifier.weak.VoteTable;

/**
 * The training of the model of one form beside recruitment by weak supervision: labelling functions
 * vote on invented adverts, a label model weighs the votes, and what it is sure of is trained on.
 * The truth of the adverts is used to measure, never to train.
 */
public final class FormTraining {
  private final TrainingSettings settings;

  private FormTraining(TrainingSettings settings) {
    this.settings = settings;
  }

  /** Returns the training with the settings that the published models were made with. */
  public static FormTraining withDefaults() {
    return new FormTraining(defaults());
  }

  static TrainingSettings defaults() {
    return new TrainingSettings(1, 3, 100, false);
  }

  /**
   * Trains, measures and writes a model under the models folder.
   *
   * @param form a form of {@code forms.yaml}, such as {@code sexual}
   * @param examples invented adverts, some of them held out
   * @param models the models folder
   * @param name the model's folder in it, such as {@code risk-sexual-1}; the manifest lists it, and
   *     puts it in use if no model of the form is yet
   * @return what was measured on the adverts held out
   */
  public FormMeasured train(String form, List<FormExample> examples, Path models, String name)
      throws IOException {
    RiskTraining.requireName(name);
    Taxonomy taxonomy = Taxonomy.load(models);
    Fitted fitted = fit(form, examples, models, taxonomy);
    List<FormReading.Read> held = fitted.all().stream().filter(r -> r.example().heldOut()).toList();
    FormWeights weights = fitted.weights();
    FormCalibration calibration = fitted.calibration();
    FormMeasured measured = FormMeasured.of(weights, calibration, held);

    Path folder = Files.createDirectories(models.resolve(name));
    weights.write(folder);
    calibration.write(folder);
    FormReading reading = fitted.reading();
    ExpectedScoresFile.write(FormScores.compute(form, reading, weights), folder);
    FormCard card =
        new FormCard(
            name,
            form,
            settings,
            taxonomy.version(),
            reading.rules(),
            fitted.votes(),
            fitted.all());
    Files.writeString(
        folder.resolve("card.md"), card.text(fitted.trained(), weights, calibration, measured));
    sheet(form, name, models, examples, fitted.seen()).write(folder);
    list(models, form, name);
    return measured;
  }

  /**
   * What comes of fitting, before it is measured.
   *
   * @param reading what the adverts were read by
   * @param all the adverts read, held out or not
   * @param seen those of them that are trained with
   * @param votes the label model
   * @param trained how many adverts it is sure of
   */
  record Fitted(
      FormReading reading,
      List<FormReading.Read> all,
      List<FormReading.Read> seen,
      LabelModel votes,
      int trained,
      FormWeights weights,
      FormCalibration calibration) {}

  /** Fits label model, weights and calibrators on those invented adverts that aren't held out. */
  Fitted fit(String form, List<FormExample> examples, Path models, Taxonomy taxonomy)
      throws IOException {
    FormReading reading = new FormReading(form, models, taxonomy, FormVocabulary.open());
    List<FormReading.Read> all = reading.read(examples);
    List<FormReading.Read> seen = all.stream().filter(FormTraining::isTrainedWith).toList();
    LabelModel votes =
        LabelModel.fitWithCorrelation(
            VoteTable.of(
                reading.rules().functions(form),
                seen.stream().map(FormReading.Read::votes).filter(v -> !v.isEmpty()).toList()),
            LabelModelSettings.defaults());
    LikelyAdverts likely = LikelyAdverts.of(seen, votes);
    return new Fitted(
        reading,
        all,
        seen,
        votes,
        likely.sure(),
        likely.weights(settings),
        likely.calibration(settings));
  }

  static boolean isTrainedWith(FormReading.Read read) {
    return read.assessed() && !read.example().heldOut();
  }

  private static DataSheet sheet(
      String form,
      String name,
      Path models,
      List<FormExample> examples,
      List<FormReading.Read> seen)
      throws IOException {
    TreeMap<String, String> data = new TreeMap<>();
    data.put("invented adverts", FormExample.hash(examples));
    return new DataSheet(
        data,
        DataSheet.tuned(models),
        seen.size(),
        (int) seen.stream().filter(r -> r.example().truth() == Outcome.RISK).count(),
        (int) seen.stream().map(r -> r.example().template()).distinct().count(),
        "./vigie train %s --name %s".formatted(form, name));
  }

  /** Lists a model, and puts it in use if none of its form is yet. */
  static void list(Path models, String form, String name) throws IOException {
    Manifest manifest = Manifest.readOrEmpty(models).with(models, name);
    boolean first = !manifest.active().containsKey(form);
    (first ? manifest.withActive(form, name) : manifest).write(models);
  }
}
