package org.vigie.classifier.risk;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The weights of a model of groups with its calibrator. They are few, so that the files are JSON
 * that a person can read.
 *
 * @param table weight of each feature, uncalibrated
 * @param platt what turns a raw score into a probability
 */
public record GroupWeights(WeightTable table, Platt platt) {
  static final String NAME = "weights.json";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  /** Far more than any model of groups. */
  private static final long MAX_FILE = 1 << 20;

  /**
   * Returns the weights under which a sum is the calibrated log-odds: each stretched by the slope,
   * the intercept joined to the bias.
   */
  public WeightTable calibrated() {
    SortedMap<String, Float> weights = new TreeMap<>();
    table.sorted().forEach((name, weight) -> weights.put(name, (float) (platt.slope() * weight)));
    weights.merge(Feature.BIAS, (float) platt.intercept(), Float::sum);
    return new WeightTable(weights);
  }

  public void write(Path folder) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    ObjectNode weights = root.putObject("weights");
    table.sorted().forEach((name, weight) -> weights.put(name, weight));
    Files.writeString(
        folder.resolve(NAME),
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
    platt.write(folder);
  }

  /**
   * Reads the weights of a model.
   *
   * @throws IllegalArgumentException if a file is none of it; names the file and what it lacks
   */
  static GroupWeights read(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    if (Files.size(file) > MAX_FILE) {
      throw new IllegalArgumentException(
          "%s may have up to %d bytes, but has %d".formatted(file, MAX_FILE, Files.size(file)));
    }
    JsonNode root;
    try {
      root = JSON.readTree(Files.readString(file));
    } catch (JsonProcessingException | CharacterCodingException e) {
      throw new IllegalArgumentException(file + " must be JSON", e);
    }
    SortedMap<String, Float> weights = new TreeMap<>();
    for (var entry : root.path("weights").properties()) {
      weights.put(entry.getKey(), (float) number(entry.getValue(), entry.getKey(), file));
    }
    if (!weights.containsKey(Feature.BIAS)) {
      throw new IllegalArgumentException(
          "%s needs a weight '%s', but has none".formatted(file, Feature.BIAS));
    }
    return new GroupWeights(new WeightTable(weights), Platt.read(folder));
  }

  private static double number(JsonNode value, String key, Path file) {
    if (!value.isNumber() || !Double.isFinite(value.floatValue())) {
      throw new IllegalArgumentException(
          "%s needs a finite number under the key '%s'".formatted(file, key));
    }
    return value.asDouble();
  }
}
