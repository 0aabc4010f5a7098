package org.vigie.classifier.risk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.vigie.advert.Outcome;
import org.vigie.classifier.weak.LabelModel;

/**
 * What turns the raw scores of a form's model into probabilities of the four outcomes, and these
 * into one outcome or an abstention.
 *
 * @param platts a calibrator for each outcome
 * @param low probability of risk under which an advert is taken not to be risky, in [0, 1]
 * @param high probability of risk from which it is called risky, in [low, 1]; between the two the
 *     model abstains
 */
public record FormCalibration(List<Platt> platts, double low, double high) {
  /** An outcome other than risk is named only where it is likelier than not. */
  private static final double LIKELY = 0.5;

  public FormCalibration {
    platts = List.copyOf(platts);
    if (!(low >= 0 && low <= high && high <= 1)) {
      throw new IllegalArgumentException(
          "the abstain band needs 0 <= low <= high <= 1, but was [" + low + ", " + high + "]");
    }
  }

  /**
   * Returns the probability of each outcome. That of risk is what its calibrator says; those of the
   * others share the rest, in the ratio of what theirs say.
   */
  public Map<Outcome, Double> probabilities(double[] scores) {
    return withRisk(platts.getFirst().probability(scores[0]), others(scores));
  }

  /** Returns how likely each outcome but risk is if it is no risk, summing to 1. */
  Map<Outcome, Double> others(double[] scores) {
    double sum = 0;
    for (int k = 1; k < scores.length; k++) {
      sum += platts.get(k).probability(scores[k]);
    }
    Map<Outcome, Double> others = new EnumMap<>(Outcome.class);
    for (int k = 1; k < scores.length; k++) {
      double share =
          sum > 0 ? platts.get(k).probability(scores[k]) / sum : 1.0 / (scores.length - 1);
      others.put(LabelModel.OUTCOMES.get(k), share);
    }
    return others;
  }

  /** Returns the probabilities of all outcomes: the others share what risk leaves. */
  static Map<Outcome, Double> withRisk(double risk, Map<Outcome, Double> others) {
    Map<Outcome, Double> probabilities = new EnumMap<>(Outcome.class);
    probabilities.put(Outcome.RISK, risk);
    others.forEach((outcome, share) -> probabilities.put(outcome, (1 - risk) * share));
    return probabilities;
  }

  /** Returns the outcome other than risk that is likelier than not, or an abstention. */
  static Outcome likely(Map<Outcome, Double> probabilities) {
    return probabilities.entrySet().stream()
        .filter(e -> e.getKey() != Outcome.RISK && e.getValue() >= LIKELY)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(Outcome.UNDETERMINED);
  }

  /** Returns the outcome that probabilities speak for, or an abstention. */
  public Outcome outcome(Map<Outcome, Double> probabilities) {
    double risk = probabilities.getOrDefault(Outcome.RISK, 0.0);
    if (risk >= high) {
      return Outcome.RISK;
    }
    if (risk >= low) {
      return Outcome.UNDETERMINED;
    }
    return likely(probabilities);
  }

  public void write(Path folder) throws IOException {
    ObjectNode root = CalibrationFile.empty();
    root.put("low", low);
    root.put("high", high);
    for (int k = 0; k < platts.size(); k++) {
      ObjectNode node = root.putObject(LabelModel.OUTCOMES.get(k).label());
      node.put("slope", platts.get(k).slope());
      node.put("intercept", platts.get(k).intercept());
    }
    CalibrationFile.write(folder, root);
  }

  /**
   * Reads a calibration.
   *
   * @throws IllegalArgumentException if a key is missing or no number; names file and key
   */
  static FormCalibration read(Path folder) throws IOException {
    Path file = folder.resolve(CalibrationFile.NAME);
    JsonNode root = CalibrationFile.read(folder);
    List<Platt> platts = new ArrayList<>();
    for (Outcome outcome : LabelModel.OUTCOMES) {
      JsonNode node = root.path(outcome.label());
      String place = file + ": " + outcome.label();
      platts.add(
          new Platt(
              CalibrationFile.number(node, "slope", place),
              CalibrationFile.number(node, "intercept", place)));
    }
    return new FormCalibration(
        platts,
        CalibrationFile.number(root, "low", file.toString()),
        CalibrationFile.number(root, "high", file.toString()));
  }
}
