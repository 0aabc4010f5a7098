package org.vigie.training.risk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.advert.Outcome;
import org.vigie.classifier.risk.Feature;
import org.vigie.classifier.risk.FormModel;
import org.vigie.training.evaluation.Scored;
import org.vigie.training.evaluation.ScoredSet;

/**
 * Labelled adverts as the model of one form reads them, less those of minor risk.
 *
 * @param open those that the form's gate is open for, with their features
 * @param closed those that it is closed for, which no model of the form is ever asked about
 */
record FormData(TrainingSet open, List<LabelledAdvert> closed) {
  /** The score of an advert that isn't assessed: so low that its probability is none. */
  private static final double NO_SCORE = -1_000;

  FormData {
    closed = List.copyOf(closed);
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if a line is not as it must be; names file and line
   */
  static FormData read(Path file, FormReading reading) throws IOException {
    Map<String, LabelledAdvert> byId = new HashMap<>();
    List<FormExample> examples = new ArrayList<>();
    for (LabelledAdvert advert : LabelledAdverts.readJudged(file)) {
      byId.put(advert.id(), advert);
      examples.add(example(advert));
    }
    List<LabelledAdvert> open = new ArrayList<>();
    List<List<Feature>> features = new ArrayList<>();
    List<LabelledAdvert> closed = new ArrayList<>();
    for (FormReading.Read read : reading.read(examples)) {
      LabelledAdvert advert = byId.get(read.example().id());
      if (advert != null && read.assessed()) {
        open.add(advert);
        features.add(read.features());
      } else if (advert != null) {
        closed.add(advert);
      }
    }
    return new FormData(new TrainingSet(open, features), closed);
  }

  /** What an ordinary advert is beside that, labels don't tell. */
  private static FormExample example(LabelledAdvert advert) {
    return new FormExample(
        advert.id(),
        advert.risk() ? Outcome.RISK : Outcome.UNDETERMINED,
        advert.group(),
        advert.language(),
        false,
        advert.text());
  }

  /** Returns those of which a model doesn't know the text. */
  FormData without(TrainedOn known) {
    return new FormData(open.without(known), known.without(closed));
  }

  /** Returns all adverts, those that the gate is open for first. */
  List<LabelledAdvert> all() {
    List<LabelledAdvert> all = new ArrayList<>(open.adverts());
    all.addAll(closed);
    return all;
  }

  /** Returns the adverts as a model scores them. */
  ScoredSet scored(FormModel model) {
    List<Scored> scored = new ArrayList<>();
    for (int i = 0; i < open.size(); i++) {
      double[] scores = model.weights().scores(open.features().get(i));
      Map<Outcome, Double> outcomes = model.calibration().probabilities(scores);
      boolean called = model.calibration().outcome(outcomes) == Outcome.RISK;
      double probability = outcomes.getOrDefault(Outcome.RISK, 0.0);
      scored.add(open.adverts().get(i).scored(scores[0], probability, called));
    }
    closed.forEach(advert -> scored.add(unassessed(advert)));
    return new ScoredSet(scored);
  }

  /** Returns an advert that the gate is closed for as one of no risk, which it is taken for. */
  static Scored unassessed(LabelledAdvert advert) {
    return advert.scored(NO_SCORE, 0, false);
  }
}
