package org.vigie.training.risk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.registry.ExpectedScoresFile;
import org.vigie.classifier.registry.Manifest;
import org.vigie.classifier.risk.FormCalibration;
import org.vigie.classifier.risk.FormModels;
import org.vigie.classifier.risk.FormVocabulary;
import org.vigie.classifier.risk.FormWeights;
import org.vigie.classifier.risk.Platt;
import org.vigie.classifier.risk.WeightTable;
import org.vigie.classifier.weak.LabelModel;
import org.vigie.files.digest.Sha256;
import org.vigie.training.evaluation.Evaluation;
import org.vigie.training.evaluation.Scored;
import org.vigie.training.evaluation.ScoredSet;

/**
 * The training of a form's model on adverts that reviewers labelled: their labels tell what is
 * risky. What an advert of no risk is, labels don't say: the other outcomes come of the weak labels
 * of invented adverts, as {@link FormTraining} makes them.
 */
public final class LabelledFormTraining {
  /**
   * Campaigns needed of each label: with fewer, a part of five folds inside five may be without one
   * of the two.
   */
  private static final int MIN_CAMPAIGNS = 10;

  private static final long SEED = 1;

  private LabelledFormTraining() {}

  /**
   * Trains, measures and writes a model under the models folder.
   *
   * @param form a form of {@code forms.yaml} that labels tell the risk of, such as {@code sexual}
   * @param data labelled adverts, JSON Lines with id, label (0 or 1), group and text
   * @param examples invented adverts of the form
   * @param models the models folder
   * @param name the model's folder in it; the manifest lists it, and puts it in use if no model of
   *     the form is yet
   * @return what was measured, on campaigns that were not trained on
   * @throws IllegalArgumentException if a line is not as described, an advert is marked as of minor
   *     risk, there are too few campaigns of a label, or the name is that of a model in use that
   *     was made of other data
   */
  public static Evaluation train(
      String form, Path data, List<FormExample> examples, Path models, String name)
      throws IOException {
    RiskTraining.requireName(name);
    requireRiskOf(form);
    requireFree(models, name, data);
    Taxonomy taxonomy = Taxonomy.load(models);
    FormReading reading = new FormReading(form, models, taxonomy, FormVocabulary.open());
    FormData adverts = FormData.read(data, reading);
    List<ScoredSet> folds = folds(adverts, data);
    FormTraining.Fitted weak = FormTraining.withDefaults().fit(form, examples, models, taxonomy);
    FormWeights weights = weights(validation().train(adverts.open()), weak.weights());
    FormCalibration calibration = calibration(adverts.open(), weights, weak.calibration());

    Path folder = Files.createDirectories(models.resolve(name));
    weights.write(folder);
    calibration.write(folder);
    ExpectedScoresFile.write(FormScores.compute(form, reading, weights), folder);
    Files.writeString(
        folder.resolve("card.md"),
        LabelledFormCard.of(name, form, taxonomy.version(), adverts, weights, calibration, folds));
    sheet(form, name, data, adverts, examples, models).write(folder);
    TrainedOn.adverts(adverts.all()).write(folder);
    FormTraining.list(models, form, name);
    return ModelEvaluation.evaluation(
        name, data, ModelEvaluation.ACROSS_FOLDS, folds, weights.table(0));
  }

  /**
   * Returns the adverts of each fold, scored by a model that saw the campaigns of the others.
   *
   * @param data the file they are from, for messages
   */
  static List<ScoredSet> folds(FormData adverts, Path data) throws IOException {
    requireCampaigns(adverts, data);
    List<ScoredSet> open = validation().evaluate(adverts.open());
    int[] foldOf = GroupedFolds.of(adverts.closed(), CrossValidation.FOLDS, SEED);
    List<ScoredSet> folds = new ArrayList<>();
    for (int fold = 0; fold < open.size(); fold++) {
      List<Scored> scored = new ArrayList<>(open.get(fold).adverts());
      for (int i = 0; i < foldOf.length; i++) {
        if (foldOf[i] == fold) {
          scored.add(FormData.unassessed(adverts.closed().get(i)));
        }
      }
      folds.add(new ScoredSet(scored));
    }
    return folds;
  }

  private static CrossValidation validation() {
    return new CrossValidation(new MaxentTrainer(FormTraining.defaults()), Background.none(), SEED);
  }

  private static FormWeights weights(WeightTable risk, FormWeights weak) {
    List<WeightTable> tables = new ArrayList<>(List.of(risk));
    for (int k = 1; k < LabelModel.OUTCOMES.size(); k++) {
      tables.add(weak.table(k));
    }
    return new FormWeights(tables);
  }

  private static FormCalibration calibration(
      TrainingSet open, FormWeights weights, FormCalibration weak) throws IOException {
    CrossValidation validation = validation();
    double[] scores = validation.heldOutScores(open, CrossValidation.FOLDS);
    Platt risk = Platt.fit(scores, open.truth());
    double high = risk.probability(validation.threshold(scores, open.truth(), weights.table(0)));
    double low = AbstainBand.low(AbstainBand.probabilities(scores, risk), open.truth(), high);
    List<Platt> platts = new ArrayList<>(weak.platts());
    platts.set(0, risk);
    return new FormCalibration(platts, low, high);
  }

  private static void requireRiskOf(String form) {
    if (form.equals(FormModels.WORK)) {
      throw new IllegalArgumentException(
          "the model of work tells offers of little risk apart, of which labels say nothing; train recruitment with --data");
    }
  }

  /** What is in use changes by promotion alone, which asks a gold set. */
  private static void requireFree(Path models, String name, Path data) throws IOException {
    boolean used = Manifest.readOrEmpty(models).active().containsValue(name);
    if (used && !DataSheet.read(models.resolve(name)).names(data)) {
      throw new IllegalArgumentException(
          "%s is in use and was made of other data; give another --name, then type ./vigie models promote"
              .formatted(name));
    }
  }

  private static void requireCampaigns(FormData adverts, Path data) {
    long risky = campaigns(adverts.open().adverts(), true);
    long ordinary = campaigns(adverts.open().adverts(), false);
    if (risky < MIN_CAMPAIGNS || ordinary < MIN_CAMPAIGNS) {
      throw new IllegalArgumentException(
          "%s needs at least %d campaigns with risky adverts and %d with ordinary ones that show words or signs of the form, but has %d and %d"
              .formatted(data, MIN_CAMPAIGNS, MIN_CAMPAIGNS, risky, ordinary));
    }
  }

  static long campaigns(List<LabelledAdvert> adverts, boolean risk) {
    return adverts.stream()
        .filter(a -> a.risk() == risk)
        .map(LabelledAdvert::group)
        .distinct()
        .count();
  }

  private static DataSheet sheet(
      String form,
      String name,
      Path data,
      FormData adverts,
      List<FormExample> examples,
      Path models)
      throws IOException {
    TreeMap<String, String> files = new TreeMap<>();
    files.put(data.getFileName().toString(), Sha256.of(data));
    files.put("invented adverts", FormExample.hash(examples));
    TrainingSet open = adverts.open();
    return new DataSheet(
        files,
        DataSheet.tuned(models),
        open.size(),
        open.risky(),
        (int) open.adverts().stream().map(LabelledAdvert::group).distinct().count(),
        "./vigie train %s --data %s --name %s".formatted(form, data.getFileName(), name));
  }
}
