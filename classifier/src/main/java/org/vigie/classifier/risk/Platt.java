package org.vigie.classifier.risk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A calibrator that turns a raw score into a probability, {@code 1 / (1 + exp(-(slope * score +
 * intercept)))}.
 *
 * <p>Fitted on scores of adverts that the model was not trained on (Platt, 1999), by Newton's
 * method with backtracking (Lin, Lin and Weng, 2007).
 *
 * @param slope factor of the raw score, above 0 if a higher score means more risk
 * @param intercept log-odds at a raw score of 0
 * @see <a href="https://doi.org/10.1007/s10994-007-5018-6">Lin, Lin and Weng (2007)</a>
 */
public record Platt(double slope, double intercept) {
  private static final int MAX_STEPS = 100;

  public Platt {
    if (!Double.isFinite(slope) || !Double.isFinite(intercept)) {
      throw new IllegalArgumentException(
          "slope and intercept must be finite, but were " + slope + " and " + intercept);
    }
  }

  public double probability(double score) {
    return sigmoid(slope * score + intercept);
  }

  /** Writes the calibration of a model that has one calibrator. */
  void write(Path folder) throws IOException {
    ObjectNode root = CalibrationFile.empty();
    root.put("slope", slope);
    root.put("intercept", intercept);
    CalibrationFile.write(folder, root);
  }

  /**
   * Reads the calibration of a model that has one calibrator.
   *
   * @throws IllegalArgumentException if a key is missing, unknown or no number; names file and key
   */
  static Platt read(Path folder) throws IOException {
    Path file = folder.resolve(CalibrationFile.NAME);
    JsonNode root = CalibrationFile.read(folder);
    for (String key : List.of("slope", "intercept")) {
      if (!root.path(key).isNumber() || !Double.isFinite(root.path(key).asDouble())) {
        throw new IllegalArgumentException(
            "%s needs a finite number under the key '%s'".formatted(file, key));
      }
    }
    if (root.size() != 2) {
      throw new IllegalArgumentException(file + " may have the keys slope and intercept alone");
    }
    return new Platt(root.path("slope").asDouble(), root.path("intercept").asDouble());
  }

  /** Returns the calibrator under which the truth is most likely, with Platt's softened targets. */
  public static Platt fit(double[] scores, boolean[] truth) {
    double positives = 0;
    for (boolean t : truth) {
      positives += t ? 1 : 0;
    }
    double negatives = truth.length - positives;
    double high = (positives + 1) / (positives + 2);
    double low = 1 / (negatives + 2);
    double[] target = new double[truth.length];
    for (int i = 0; i < truth.length; i++) {
      target[i] = truth[i] ? high : low;
    }
    return fit(scores, target, StrictMath.log((positives + 1) / (negatives + 1)));
  }

  /** Returns the calibrator that is nearest, in cross entropy, to probabilities of the truth. */
  public static Platt fit(double[] scores, double[] target) {
    double positives = 0;
    for (double t : target) {
      positives += t;
    }
    double negatives = target.length - positives;
    return fit(scores, target, StrictMath.log((positives + 1) / (negatives + 1)));
  }

  private static Platt fit(double[] scores, double[] target, double start) {
    double a = 0;
    double b = start;
    double loss = loss(a, b, scores, target);
    for (int step = 0; step < MAX_STEPS; step++) {
      double[] move = newton(a, b, scores, target);
      double size = 1;
      double next = loss(a + move[0], b + move[1], scores, target);
      while (next > loss && size > 1e-6) {
        size /= 2;
        next = loss(a + size * move[0], b + size * move[1], scores, target);
      }
      boolean done = loss - next < 1e-10;
      if (next < loss) {
        a += size * move[0];
        b += size * move[1];
        loss = next;
      }
      if (done) {
        break;
      }
    }
    return new Platt(a, b);
  }

  private static double[] newton(double a, double b, double[] scores, double[] target) {
    double h11 = 1e-9;
    double h22 = 1e-9;
    double h12 = 0;
    double g1 = 0;
    double g2 = 0;
    for (int i = 0; i < scores.length; i++) {
      double p = sigmoid(a * scores[i] + b);
      double w = p * (1 - p);
      h11 += scores[i] * scores[i] * w;
      h12 += scores[i] * w;
      h22 += w;
      g1 += scores[i] * (p - target[i]);
      g2 += p - target[i];
    }
    double determinant = h11 * h22 - h12 * h12;
    return new double[] {
      -(h22 * g1 - h12 * g2) / determinant, -(-h12 * g1 + h11 * g2) / determinant
    };
  }

  private static double loss(double a, double b, double[] scores, double[] target) {
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      double z = a * scores[i] + b;
      // log(1 + exp(z)) - t z, written so that neither sign of z overflows
      sum += Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z))) - target[i] * z;
    }
    return sum;
  }

  public static double sigmoid(double z) {
    return 1 / (1 + StrictMath.exp(-z));
  }
}
