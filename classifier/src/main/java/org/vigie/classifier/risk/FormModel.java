package org.vigie.classifier.risk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Assessment;
import org.vigie.advert.Outcome;
import org.vigie.classifier.registry.Manifest;

/**
 * The model of one form of exploitation beside recruitment: calibrated probabilities of four
 * outcomes with the exact reasons for the risk, or an abstention.
 */
public final class FormModel {
  private final String form;
  private final String name;
  private final @Nullable FormWeights weights;
  private final FormCalibration calibration;
  private final String taxonomy;

  FormModel(
      String form,
      String name,
      @Nullable FormWeights weights,
      FormCalibration calibration,
      String taxonomy) {
    this.form = form;
    this.name = name;
    this.weights = weights;
    this.calibration = calibration;
    this.taxonomy = taxonomy;
  }

  /**
   * Reads a model by its name.
   *
   * @throws IllegalArgumentException if a file of it is not the one that the manifest lists
   */
  public static FormModel load(Path models, String form, String name, String taxonomy)
      throws IOException {
    Manifest.read(models).requireUnaltered(models, name);
    Path folder = models.resolve(name);
    return new FormModel(
        form, name, FormWeights.read(folder), FormCalibration.read(folder), taxonomy);
  }

  /** Reads the same without its weights, which stand in a table of several models. */
  static FormModel ofTable(Path models, String form, String name, String taxonomy)
      throws IOException {
    Manifest.read(models).requireUnaltered(models, name);
    return new FormModel(form, name, null, FormCalibration.read(models.resolve(name)), taxonomy);
  }

  /** Returns its weights; one of a table has none of its own. */
  public FormWeights weights() {
    return Objects.requireNonNull(weights, "a model of a table has no weights of its own");
  }

  public FormCalibration calibration() {
    return calibration;
  }

  String form() {
    return form;
  }

  /**
   * Returns the model's view of an advert that its form's gate is open for.
   *
   * @param table the weights of this model, among others
   * @param place this model's place in the table
   */
  Assessment assess(FormTable table, int place, List<FormFeatures.Found> found) {
    List<WeightTable.Contribution> contributions = table.contributions(place, found);
    Map<Outcome, Double> outcomes = calibration.probabilities(table.scores(place, found));
    return new Assessment(
        form,
        calibration.outcome(outcomes),
        outcomes.getOrDefault(Outcome.RISK, 0.0),
        outcomes,
        WeightTable.sum(contributions),
        WeightTable.strongest(contributions),
        name,
        taxonomy);
  }
}
