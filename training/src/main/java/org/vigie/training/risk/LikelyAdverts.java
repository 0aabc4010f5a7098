package org.vigie.training.risk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.vigie.advert.Outcome;
import org.vigie.classifier.risk.Feature;
import org.vigie.classifier.risk.FormCalibration;
import org.vigie.classifier.risk.FormWeights;
import org.vigie.classifier.risk.Platt;
import org.vigie.classifier.risk.WeightTable;
import org.vigie.classifier.weak.LabelModel;
import org.vigie.training.evaluation.Metrics;

/**
 * Adverts that are trained with.
 *
 * @param seen the adverts as they were read
 * @param posteriors what is likely of each by its votes
 */
record LikelyAdverts(List<FormReading.Read> seen, List<Map<Outcome, Double>> posteriors) {
  private static final long SEED = 1;

  /** The label model's probability from which an advert is trained on. */
  private static final double SURE = 0.7;

  /** Nothing is called risky that is likelier not to be. */
  private static final double LIKELY = 0.5;

  static LikelyAdverts of(List<FormReading.Read> seen, LabelModel votes) {
    return new LikelyAdverts(seen, seen.stream().map(r -> likely(votes, r)).toList());
  }

  /**
   * What is likely of an advert by its votes. One that no function votes on is taken not to be
   * risky, and nothing else is said of it: a risk without any sign would have no reason to show.
   */
  private static Map<Outcome, Double> likely(LabelModel votes, FormReading.Read read) {
    return read.votes().isEmpty() ? Map.of(Outcome.RISK, 0.0) : votes.posterior(read.votes());
  }

  /** Returns how many of them the label model is sure of. */
  int sure() {
    return (int) posteriors.stream().filter(p -> surest(p) >= SURE).count();
  }

  private static boolean speaksOf(Outcome outcome, Map<Outcome, Double> posterior) {
    return posterior.containsKey(outcome);
  }

  private static double surest(Map<Outcome, Double> posterior) {
    return posterior.values().stream().mapToDouble(p -> p).max().orElseThrow();
  }

  /** Trains one outcome after the other, each against the others. */
  FormWeights weights(TrainingSettings settings) throws IOException {
    List<WeightTable> tables = new ArrayList<>();
    for (Outcome outcome : LabelModel.OUTCOMES) {
      boolean[] all = new boolean[seen.size()];
      Arrays.fill(all, true);
      tables.add(train(outcome, settings, all));
    }
    return new FormWeights(tables);
  }

  /**
   * Trains one outcome against the others on adverts that the label model is sure of, each as it is
   * and once more without its words: what is not worded so must be told without them too.
   */
  private WeightTable train(Outcome outcome, TrainingSettings settings, boolean[] use)
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
  FormCalibration calibration(TrainingSettings settings) throws IOException {
    List<Platt> platts = new ArrayList<>();
    double low = 0;
    double high = 1;
    for (Outcome outcome : LabelModel.OUTCOMES) {
      HeldOut all = heldOut(outcome, settings);
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

  private HeldOut heldOut(Outcome outcome, TrainingSettings settings) throws IOException {
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
      WeightTable table = train(outcome, settings, use);
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
}
