package org.vigie.classifier.risk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.vigie.advert.Outcome;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.evaluation.Metrics;

/** The evaluation of a form's model, as it is, on invented adverts held out of its training. */
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

  /**
   * Returns the average precision of a form's model as it is on a gold set, by which models of one
   * form are compared. Adverts that the form's gate is closed for count as those of no risk at all.
   *
   * @param gold labelled adverts, JSON Lines with id, label (0 or 1), group and text
   * @throws IllegalArgumentException if an advert is marked as of minor risk, or all labels are the
   *     same
   */
  public static double averagePrecision(Path models, String model, Path gold) throws IOException {
    LabelledAdverts.requireNoneOfMinorRisk(gold);
    List<FormExample> examples =
        LabelledAdverts.read(gold).stream()
            .map(a ->
                new FormExample(
                    a.id(),
                    a.risk() ? Outcome.RISK : Outcome.BUSINESS,
                    a.group(),
                    "",
                    true,
                    a.text()))
            .toList();
    Taxonomy taxonomy = Taxonomy.load(models);
    String form = formOf(models, model);
    FormModel loaded = FormModel.load(models, form, model, taxonomy.version());
    List<FormReading.Read> read =
        new FormReading(form, models, taxonomy, loaded.weights().vocabulary()).read(examples);
    double[] scores = new double[read.size()];
    boolean[] truth = new boolean[read.size()];
    int risky = 0;
    for (int i = 0; i < truth.length; i++) {
      double score = loaded.weights().scores(read.get(i).features())[0];
      scores[i] = read.get(i).assessed() ? score : Double.NEGATIVE_INFINITY;
      truth[i] = read.get(i).example().truth() == Outcome.RISK;
      risky += truth[i] ? 1 : 0;
    }
    if (risky == 0 || risky == truth.length) {
      throw new IllegalArgumentException(
          "%s needs adverts of label 0 and of label 1, but has %d of 1 among %d"
              .formatted(gold, risky, truth.length));
    }
    return Metrics.averagePrecision(scores, truth);
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
