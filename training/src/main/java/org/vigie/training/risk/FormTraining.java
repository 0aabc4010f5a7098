package org.vigie.training.risk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.vigie.advert.Outcome;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.registry.ExpectedScoresFile;
import org.vigie.classifier.registry.Manifest;
import org.vigie.classifier.risk.Feature;
import org.vigie.classifier.risk.FormCalibration;
import org.vigie.classifier.risk.FormVocabulary;
import org.vigie.classifier.risk.FormWeights;
import org.vigie.classifier.risk.Platt;
import org.vigie.classifier.risk.WeightTable;
import org.vigie.classifier.weak.LabelModel;
import org.vigie.classifier.weak.LabelModelSettings;
import org.vigie.classifier.weak.VoteTable;
import org.vigie.training.evaluation.Metrics;

/**
 * The training of the model of one form beside recruitment by weak supervision: labelling functions
 * vote on invented adverts, a label model weighs the votes, and what it is sure of is trained on.
 * The truth of the adverts is used to measure, never to train.
 */
public final class FormTraining {
  private static final long SEED = 1;

  /** The label model's probability from which an advert is trained on. */
  private static final double SURE = 0.7;

  /** Nothing is called risky that is likelier not to be. */
  private static final double LIKELY = 0.5;

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
    List<Map<Outcome, Double>> posteriors = seen.stream().map(r -> likely(votes, r)).toList();
    return new Fitted(
        reading,
        all,
        seen,
        votes,
        (int) posteriors.stream().filter(p -> surest(p) >= SURE).count(),
        weights(seen, posteriors),
        calibration(seen, posteriors));
  }

  static boolean isTrainedWith(FormReading.Read read) {
    return read.assessed() && !read.example().heldOut();
  }

  /**
   * What is likely of an advert by its votes. One that no function votes on is taken not to be
   * risky, and nothing else is said of it: a risk without any sign would have no reason to show.
   */
  private static Map<Outcome, Double> likely(LabelModel votes, FormReading.Read read) {
    return read.votes().isEmpty() ? Map.of(Outcome.RISK, 0.0) : votes.posterior(read.votes());
  }

  private static boolean speaksOf(Outcome outcome, Map<Outcome, Double> posterior) {
    return posterior.containsKey(outcome);
  }

  private static double surest(Map<Outcome, Double> posterior) {
    return posterior.values().stream().mapToDouble(p -> p).max().orElseThrow();
  }

  private FormWeights weights(List<FormReading.Read> seen, List<Map<Outcome, Double>> posteriors)
      throws IOException {
    List<WeightTable> tables = new ArrayList<>();
    for (Outcome outcome : LabelModel.OUTCOMES) {
      boolean[] all = new boolean[seen.size()];
      Arrays.fill(all, true);
      tables.add(train(outcome, seen, posteriors, all));
    }
    return new FormWeights(tables);
  }

  /**
   * Trains one outcome against the others on adverts that the label model is sure of, each as it is
   * and once more without its words: what is not worded so must be told without them too.
   */
  private WeightTable train(
      Outcome outcome,
      List<FormReading.Read> seen,
      List<Map<Outcome, Double>> posteriors,
      boolean[] use)
      throws IOException {
    List<LabelledAdvert> adverts = new ArrayList<>();
    List<List<Feature>> features = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      double probability = posteriors.get(i).getOrDefault(outcome, 0.0);
      boolean sure = surest(posteriors.get(i)) >= SURE || seen.get(i).votes().isEmpty();
      if (use[i] && sure && speaksOf(outcome, posteriors.get(i))) {
        LabelledAdvert advert = labelled(seen.get(i).example(), probability >= SURE);
        adverts.add(advert);
        features.add(seen.get(i).features());
        adverts.add(advert);
        features.add(seen.get(i).features().stream().filter(f -> !f.isOfWords()).toList());
      }
    }
    requireBoth(outcome, adverts);
    TrainingSet none = new TrainingSet(List.of(), List.of());
    return new WeightTable(
        new MaxentTrainer(settings).train(new TrainingSet(adverts, features), none));
  }

  /** Without adverts of one side there is nothing to tell apart, and the trainer would not end. */
  private static void requireBoth(Outcome outcome, List<LabelledAdvert> adverts) {
    long of = adverts.stream().filter(LabelledAdvert::risk).count();
    if (of == 0 || of == adverts.size()) {
      throw new IllegalArgumentException(
          "training the outcome %s needs adverts that votes are sure are of it and others that are not, but %d of %d are of it"
              .formatted(outcome.label(), of, adverts.size()));
    }
  }

  private static LabelledAdvert labelled(FormExample example, boolean risk) {
    return new LabelledAdvert(example.id(), risk, example.template(), example.text());
  }

  /**
   * Calibrates each outcome on scores of adverts whose language was not trained on: templates of
   * one language share lines, so that wording is as new to the model as that of real adverts is.
   * Risk is calibrated on each as it is and once more without the words of voices, whose silence
   * speaks for risk: new wording is also said in voices that no list knows.
   */
  private FormCalibration calibration(
      List<FormReading.Read> seen, List<Map<Outcome, Double>> posteriors) throws IOException {
    List<Platt> platts = new ArrayList<>();
    double low = 0;
    double high = 1;
    for (Outcome outcome : LabelModel.OUTCOMES) {
      HeldOut all = heldOut(outcome, seen, posteriors);
      int[] spoken =
          IntStream.range(0, seen.size())
              .filter(i -> speaksOf(outcome, posteriors.get(i)))
              .toArray();
      double[] scores = Arrays.stream(spoken).mapToDouble(i -> all.scores()[i]).toArray();
      double[] target =
          Arrays.stream(spoken)
              .mapToDouble(i -> posteriors.get(i).getOrDefault(outcome, 0.0))
              .toArray();
      if (outcome == Outcome.RISK) {
        double[] voiceless = Arrays.stream(spoken).mapToDouble(i -> all.voiceless()[i]).toArray();
        Platt platt = Platt.fit(joined(scores, voiceless), joined(target, target));
        platts.add(platt);
        boolean[] voted = new boolean[target.length];
        for (int i = 0; i < voted.length; i++) {
          voted[i] = target[i] >= 0.5;
        }
        double[] probabilities = AbstainBand.probabilities(scores, platt);
        high = Math.max(LIKELY, platt.probability(Metrics.bestThreshold(scores, voted)));
        low = AbstainBand.low(probabilities, voted, high);
      } else {
        platts.add(Platt.fit(scores, target));
      }
    }
    return new FormCalibration(platts, low, high);
  }

  private static double[] joined(double[] first, double[] second) {
    return DoubleStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
  }

  /**
   * Raw scores of adverts by models that saw none of their language.
   *
   * @param scores as the adverts are
   * @param voiceless without the words of voices
   */
  private record HeldOut(double[] scores, double[] voiceless) {}

  private HeldOut heldOut(
      Outcome outcome, List<FormReading.Read> seen, List<Map<Outcome, Double>> posteriors)
      throws IOException {
    List<LabelledAdvert> adverts = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      boolean likely = posteriors.get(i).getOrDefault(outcome, 0.0) >= 0.5;
      FormExample example = seen.get(i).example();
      adverts.add(new LabelledAdvert(example.id(), likely, example.language(), example.text()));
    }
    int[] foldOf = GroupedFolds.of(adverts, CrossValidation.FOLDS, SEED);
    double[] scores = new double[seen.size()];
    double[] voiceless = new double[seen.size()];
    for (int fold = 0; fold < CrossValidation.FOLDS; fold++) {
      boolean[] use = new boolean[seen.size()];
      for (int i = 0; i < use.length; i++) {
        use[i] = foldOf[i] != fold;
      }
      WeightTable table = train(outcome, seen, posteriors, use);
      for (int i = 0; i < use.length; i++) {
        if (!use[i]) {
          List<Feature> features = seen.get(i).features();
          scores[i] = table.score(features);
          voiceless[i] = table.score(features.stream().filter(f -> !f.isOfVoice()).toList());
        }
      }
    }
    return new HeldOut(scores, voiceless);
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
