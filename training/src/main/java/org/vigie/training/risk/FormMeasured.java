package org.vigie.training.risk;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vigie.advert.Outcome;
import org.vigie.classifier.risk.FormCalibration;
import org.vigie.classifier.risk.FormWeights;
import org.vigie.classifier.weak.LabelModel;
import org.vigie.training.evaluation.Metrics;
import org.vigie.training.evaluation.Scored;
import org.vigie.training.evaluation.ScoredSet;

/**
 * What a form's model makes of invented adverts whose wording it has not seen, against their truth.
 *
 * @param scored those that the form's gate is open for
 * @param confusion truth → outcome → how many of them
 * @param made truth → how many adverts there were before the gate
 */
public record FormMeasured(
    ScoredSet scored, Map<Outcome, Map<Outcome, Integer>> confusion, Map<Outcome, Integer> made) {

  static FormMeasured of(
      FormWeights weights, FormCalibration calibration, List<FormReading.Read> held) {
    List<Scored> scored = new ArrayList<>();
    Map<Outcome, Map<Outcome, Integer>> confusion = new EnumMap<>(Outcome.class);
    Map<Outcome, Integer> made = new EnumMap<>(Outcome.class);
    for (FormReading.Read read : held) {
      FormExample example = read.example();
      made.merge(example.truth(), 1, Integer::sum);
      if (read.assessed()) {
        double[] scores = weights.scores(read.features());
        Map<Outcome, Double> outcomes = calibration.probabilities(scores);
        Outcome outcome = calibration.outcome(outcomes);
        confusion
            .computeIfAbsent(example.truth(), t -> new EnumMap<>(Outcome.class))
            .merge(outcome, 1, Integer::sum);
        scored.add(
            new Scored(
                example.id(),
                example.template(),
                example.language(),
                example.truth() == Outcome.RISK,
                scores[0],
                outcomes.getOrDefault(Outcome.RISK, 0.0),
                outcome == Outcome.RISK));
      }
    }
    return new FormMeasured(new ScoredSet(scored), confusion, made);
  }

  /** Returns how many adverts of a truth were given an outcome. */
  public int count(Outcome truth, Outcome outcome) {
    return confusion.getOrDefault(truth, Map.of()).getOrDefault(outcome, 0);
  }

  /** Returns the share of adverts of a truth that the gate is open for. */
  public double gateOpen(Outcome truth) {
    int open = confusion.getOrDefault(truth, Map.of()).values().stream().mapToInt(n -> n).sum();
    return (double) open / Math.max(1, made.getOrDefault(truth, 0));
  }

  /** Returns the share of decided adverts whose outcome is the true one. */
  public double accuracy() {
    int right = 0;
    int decided = 0;
    for (Outcome truth : LabelModel.OUTCOMES) {
      for (Outcome outcome : LabelModel.OUTCOMES) {
        decided += count(truth, outcome);
      }
      right += count(truth, truth);
    }
    return (double) right / Math.max(1, decided);
  }

  /** Returns the share of adverts on which the model abstains. */
  public double abstained() {
    int abstained = 0;
    for (Outcome truth : LabelModel.OUTCOMES) {
      abstained += count(truth, Outcome.UNDETERMINED);
    }
    return (double) abstained / Math.max(1, scored.adverts().size());
  }

  /** Returns the average precision of votes alone on the same adverts. */
  static double averagePrecisionOfVotes(LabelModel votes, List<FormReading.Read> held) {
    List<FormReading.Read> open = held.stream().filter(FormReading.Read::assessed).toList();
    double[] scores =
        open.stream()
            .mapToDouble(r -> votes.posterior(r.votes()).getOrDefault(Outcome.RISK, 0.0))
            .toArray();
    boolean[] truth = new boolean[open.size()];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = open.get(i).example().truth() == Outcome.RISK;
    }
    return Metrics.averagePrecision(scores, truth);
  }
}
