package org.vigie.classifier.sign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The weights of the categorisers, one column an outcome: each family, each stance, each kind of
 * text.
 *
 * @param outcomes names, such as {@code family:documents-kept}
 * @param index the places that have weights
 * @param weights one row a place of the index, each of one signed byte an outcome
 * @param scales what a byte of an outcome is worth, in log-odds
 * @param biases log-odds of each outcome where there is no feature
 * @param thresholds probability from which each outcome is believed, in (0, 1)
 * @param rightness slope and intercept of the log-odds that what is believed is right, by the
 *     log-odds that the model gives it
 * @param allowance what less is asked of a text of few words, in log-odds
 */
public record SignModel(
    List<String> outcomes,
    PlaceIndex index,
    byte[] weights,
    float[] scales,
    float[] biases,
    float[] thresholds,
    float[] rightness,
    float allowance) {
  /** The file of weights in a model's folder. */
  public static final String WEIGHTS = "model.bin";

  /** The file of outcomes, scales and thresholds in a model's folder. */
  public static final String CALIBRATION = "calibration.json";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ALLOWANCE = "allowance";
  private static final int MOST = 127;
  private static final float[] AS_GIVEN = {1, 0};

  public SignModel {
    outcomes = List.copyOf(outcomes);
    if (weights.length != index.size() * outcomes.size()) {
      throw new IllegalArgumentException(
          "a table of %d outcomes must have %d weights, but has %d"
              .formatted(outcomes.size(), index.size() * outcomes.size(), weights.length));
    }
  }

  /**
   * Returns a model of weights in log-odds.
   *
   * @param columns one array an outcome, of one weight a place of the index
   */
  public static SignModel of(
      List<String> outcomes,
      PlaceIndex index,
      List<float[]> columns,
      float[] biases,
      float[] thresholds) {
    int count = outcomes.size();
    byte[] weights = new byte[index.size() * count];
    float[] scales = new float[count];
    for (int k = 0; k < count; k++) {
      float largest = 1e-6f;
      for (float weight : columns.get(k)) {
        largest = Math.max(largest, Math.abs(weight));
      }
      scales[k] = largest / MOST;
      for (int i = 0; i < index.size(); i++) {
        weights[i * count + k] = (byte) Math.round(columns.get(k)[i] / scales[k]);
      }
    }
    return new SignModel(outcomes, index, weights, scales, biases, thresholds, AS_GIVEN, 0);
  }

  /** Returns the same model, all of whose outcomes are believed from one probability on. */
  public SignModel believedFrom(float threshold) {
    float[] all = new float[outcomes.size()];
    Arrays.fill(all, threshold);
    return new SignModel(outcomes, index, weights, scales, biases, all, rightness, allowance);
  }

  /**
   * Returns the same model with one outcome believed from another probability on.
   *
   * @throws IllegalArgumentException if the outcome was not learnt
   */
  public SignModel believedFrom(String outcome, float threshold) {
    int at = outcome(outcome);
    if (at < 0) {
      throw new IllegalArgumentException("the model must tell of '" + outcome + "'");
    }
    float[] other = thresholds.clone();
    other[at] = threshold;
    return new SignModel(outcomes, index, weights, scales, biases, other, rightness, allowance);
  }

  /** Returns the same model with other log-odds where there is no feature. */
  public SignModel withBiases(float[] other) {
    return new SignModel(outcomes, index, weights, scales, other, thresholds, rightness, allowance);
  }

  /** Returns the same model with another measure of how often it is right. */
  public SignModel withRightness(float slope, float intercept) {
    float[] other = {slope, intercept};
    return new SignModel(outcomes, index, weights, scales, biases, thresholds, other, allowance);
  }

  /** Returns the same model that asks so much less of a text of few words, in log-odds. */
  public SignModel withAllowance(float other) {
    return new SignModel(outcomes, index, weights, scales, biases, thresholds, rightness, other);
  }

  /** Returns the place of an outcome, or -1 if it was not learnt. */
  public int outcome(String name) {
    return outcomes.indexOf(name);
  }

  /**
   * Adds what features say to sums, one an outcome, in units of {@link #scales}.
   *
   * @param places in ascending order
   */
  void add(int[] places, int[] sums) {
    add(places, new int[places.length], sums);
  }

  /**
   * Does the same.
   *
   * @param numbers room for as many as there are places, in which nothing is looked for
   */
  void add(int[] places, int[] numbers, int[] sums) {
    ByteRows.add(weights, numbers, index.numbers(places, numbers), sums);
  }

  /** Returns the log-odds of an outcome. */
  double logOdds(int outcome, int[] sums) {
    return biases[outcome] + (double) scales[outcome] * sums[outcome];
  }

  /**
   * Returns the log-odds of some outcomes; {@link Double#NEGATIVE_INFINITY} of what was not learnt.
   *
   * @param some places of outcomes, or -1
   */
  double[] logOdds(int[] some, int[] sums) {
    double[] odds = new double[some.length];
    for (int i = 0; i < odds.length; i++) {
      odds[i] = some[i] < 0 ? Double.NEGATIVE_INFINITY : logOdds(some[i], sums);
    }
    return odds;
  }

  /** Returns the log-odds of each outcome. */
  float[] logOdds(int[] sums) {
    float[] odds = new float[sums.length];
    for (int k = 0; k < odds.length; k++) {
      odds[k] = (float) logOdds(k, sums);
    }
    return odds;
  }

  /**
   * Returns the log-odds of each outcome for the features of a text.
   *
   * @param places in ascending order
   */
  public float[] logOddsOf(int[] places) {
    int[] sums = new int[outcomes.size()];
    add(places, sums);
    return logOdds(sums);
  }

  /** Returns the probability of log-odds. */
  static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  /** Writes the model's files into its folder. */
  public void write(Path folder) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(
                new DeflaterOutputStream(Files.newOutputStream(folder.resolve(WEIGHTS)))))) {
      for (long word : index.bits()) {
        out.writeLong(word);
      }
      out.write(weights);
    }
    var root = JSON.createObjectNode();
    var list = root.putArray("outcomes");
    for (int k = 0; k < outcomes.size(); k++) {
      var one = list.addObject();
      one.put("name", outcomes.get(k));
      one.put("scale", scales[k]);
      one.put("bias", biases[k]);
      one.put("threshold", thresholds[k]);
    }
    root.putArray("rightness").add(rightness[0]).add(rightness[1]);
    root.put(ALLOWANCE, allowance);
    Files.writeString(
        folder.resolve(CALIBRATION),
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
  }

  /**
   * Reads a model.
   *
   * @throws IllegalArgumentException if a file is none of it; names the file
   */
  public static SignModel read(Path folder) throws IOException {
    Path file = folder.resolve(CALIBRATION);
    List<String> outcomes = new ArrayList<>();
    JsonNode root;
    try {
      root = JSON.readTree(Files.readString(file));
    } catch (JsonProcessingException | CharacterCodingException e) {
      throw new IllegalArgumentException(file + " must be JSON", e);
    }
    JsonNode list = root.path("outcomes");
    float[] scales = new float[list.size()];
    float[] biases = new float[list.size()];
    float[] thresholds = new float[list.size()];
    for (int k = 0; k < list.size(); k++) {
      JsonNode one = list.get(k);
      outcomes.add(one.path("name").asText());
      scales[k] = number(one, "scale", file);
      biases[k] = number(one, "bias", file);
      thresholds[k] = number(one, "threshold", file);
    }
    if (outcomes.isEmpty() || outcomes.size() > 128) {
      throw new IllegalArgumentException(
          file + " must list 1 to 128 outcomes, but lists " + outcomes.size());
    }
    long[] bits = new long[PlaceIndex.words()];
    PlaceIndex index;
    byte[] weights;
    Path table = folder.resolve(WEIGHTS);
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(new InflaterInputStream(Files.newInputStream(table))))) {
      for (int i = 0; i < bits.length; i++) {
        bits[i] = in.readLong();
      }
      index = PlaceIndex.ofBits(bits);
      int size = index.size() * outcomes.size();
      weights = new byte[size]; // outright: gathered piece by piece it took three times the memory
      in.readFully(weights);
      if (in.read() >= 0) {
        throw new IllegalArgumentException(table + " has more weights than it has outcomes for");
      }
    } catch (EOFException | java.util.zip.ZipException e) {
      throw new IllegalArgumentException(
          table + " must hold the weights of " + outcomes.size() + " outcomes, but does not", e);
    }
    float[] rightness = {
      number(root.path("rightness"), 0, file), number(root.path("rightness"), 1, file)
    };
    float allowance = root.has(ALLOWANCE) ? number(root, ALLOWANCE, file) : 0;
    return new SignModel(
        outcomes, index, weights, scales, biases, thresholds, rightness, allowance);
  }

  private static float number(JsonNode list, int at, Path file) {
    if (!list.path(at).isNumber()) {
      throw new IllegalArgumentException(file + " needs two numbers under the key 'rightness'");
    }
    return (float) list.path(at).asDouble();
  }

  private static float number(JsonNode one, String key, Path file) {
    JsonNode value = one.path(key);
    if (!value.isNumber() || !Float.isFinite((float) value.asDouble())) {
      throw new IllegalArgumentException(file + " needs a number under the key '" + key + "'");
    }
    return (float) value.asDouble();
  }
}
