package org.vigie.training.risk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.risk.FormModel;
import org.vigie.classifier.risk.FormRules;
import org.vigie.classifier.risk.FormVocabulary;
import org.vigie.training.evaluation.Evaluation;

/**
 * The evaluation of a form's model: on invented adverts held out of its training, or on labelled
 * ones.
 */
public final class FormEvaluation {
  private FormEvaluation() {}

  /** Returns whether a form has rules beside which a model can be measured. */
  public static boolean covers(Path models, String form) throws IOException {
    return FormRules.load(models, Taxonomy.load(models)).names().contains(form);
  }

  /** Returns the form that a model of the models folder is of. */
  public static String formOf(Path models, String model) throws IOException {
    return DataSheet.read(models.resolve(model)).form();
  }

  /** Returns the form that a model is of; nothing if its sheet isn't that of a model of adverts. */
  public static Optional<String> findFormOf(Path models, String model) {
    try {
      return Optional.of(formOf(models, model));
    } catch (IllegalArgumentException | IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Returns what comes of a form's model on labelled adverts that it has not been trained on. On
   * the file that it was trained on, models like it are trained anew on four fifths of the
   * campaigns at a time and score the fifth they have not seen; on any other it is scored as it is,
   * on the adverts that it wasn't trained on. Adverts that the form's gate is closed for count as
   * those of no risk at all.
   *
   * @param data labelled adverts, JSON Lines with id, label (0 or 1), group and text
   * @throws IllegalArgumentException if a line is not as described, an advert is marked as of minor
   *     risk, or all labels are the same
   */
  public static Evaluation on(Path models, String model, Path data) throws IOException {
    String form = formOf(models, model);
    Taxonomy taxonomy = Taxonomy.load(models);
    FormModel loaded = FormModel.load(models, form, model, taxonomy.version());
    boolean seen = DataSheet.read(models.resolve(model)).names(data);
    FormVocabulary vocabulary = seen ? FormVocabulary.open() : loaded.weights().vocabulary();
    FormData all = FormData.read(data, new FormReading(form, models, taxonomy, vocabulary));
    ModelEvaluation.requireBothLabels(all.all(), data);
    if (seen) {
      return ModelEvaluation.evaluation(
          model,
          data,
          ModelEvaluation.ACROSS_FOLDS,
          LabelledFormTraining.folds(all, data),
          loaded.weights().table(0));
    }
    FormData adverts = all.without(TrainedOn.read(models.resolve(model)));
    ModelEvaluation.requireBothLabels(adverts.all(), data);
    return ModelEvaluation.evaluation(
        model,
        data,
        ModelEvaluation.asItIs(adverts.all().size(), all.all().size()),
        List.of(adverts.scored(loaded)),
        loaded.weights().table(0));
  }

  /**
   * Returns the average precision of a form's model as it is on a gold set, by which models of one
   * form are compared.
   *
   * @throws IllegalArgumentException if the model was trained on the file or an advert of it, or as
   *     {@link #on} says
   */
  public static double averagePrecision(Path models, String model, Path gold) throws IOException {
    if (DataSheet.read(models.resolve(model)).names(gold)) {
      throw new IllegalArgumentException(
          gold + " must be adverts that " + model + " was not trained on, but it was");
    }
    TrainedOn.read(models.resolve(model))
        .requireNoneOf(LabelledAdverts.readJudged(gold), gold, model);
    return on(models, model, gold).all().averagePrecision();
  }

  /**
   * Returns what comes of it.
   *
   * @param examples invented adverts; those that are not held out are passed over
   */
  public static FormMeasured of(Path models, String form, String model, List<FormExample> examples)
      throws IOException {
    Taxonomy taxonomy = Taxonomy.load(models);
    FormModel loaded = FormModel.load(models, form, model, taxonomy.version());
    FormReading reading = new FormReading(form, models, taxonomy, loaded.weights().vocabulary());
    return FormMeasured.of(
        loaded.weights(),
        loaded.calibration(),
        reading.read(examples.stream().filter(FormExample::heldOut).toList()));
  }
}
