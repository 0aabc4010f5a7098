package org.vigie.classifier.risk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.vigie.advert.Assessment;
import org.vigie.advert.Contact;
import org.vigie.advert.Indicator;
import org.vigie.advert.Outcome;
import org.vigie.classifier.indicator.PhraseAutomaton;
import org.vigie.classifier.registry.Manifest;
import org.vigie.classifier.text.NormalizedText;
import org.vigie.classifier.text.Word;

/**
 * The model of one form of exploitation beside recruitment: calibrated probabilities of four
 * outcomes with the exact reasons for the risk, or an abstention.
 */
final class FormModel {
  private final String form;
  private final String name;
  private final FormFeatures features;
  private final FormWeights weights;
  private final FormCalibration calibration;
  private final String taxonomy;

  FormModel(
      String form,
      String name,
      FormFeatures features,
      FormWeights weights,
      FormCalibration calibration,
      String taxonomy) {
    this.form = form;
    this.name = name;
    this.features = features;
    this.weights = weights;
    this.calibration = calibration;
    this.taxonomy = taxonomy;
  }

  /**
   * Reads a model by its name.
   *
   * @throws IllegalArgumentException if a file of it is not the one that the manifest lists
   */
  static FormModel load(Path models, String form, String name, String taxonomy) throws IOException {
    Manifest.read(models).requireUnaltered(models, name);
    Path folder = models.resolve(name);
    return new FormModel(
        form,
        name,
        FormFeatures.load(models),
        FormWeights.read(folder),
        FormCalibration.read(folder),
        taxonomy);
  }

  FormWeights weights() {
    return weights;
  }

  FormCalibration calibration() {
    return calibration;
  }

  String form() {
    return form;
  }

  /** Returns the model's view of an advert that its form's gate is open for. */
  Assessment assess(
      NormalizedText text,
      List<Word> words,
      List<Contact> contacts,
      List<Indicator> indicators,
      Map<String, List<PhraseAutomaton.Hit>> said) {
    List<Feature> found = features.of(text, words, contacts, indicators, said, weights::knows);
    List<WeightTable.Contribution> contributions = weights.contributions(found);
    Map<Outcome, Double> outcomes = calibration.probabilities(weights.scores(found));
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
