package org.vigie.classifier.risk;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;

/**
 * What turns a model's raw scores into probabilities and outcomes.
 *
 * @param english calibrator of scores of English text
 * @param wordless calibrator of scores made without words
 * @param low probability under which an advert is taken to be ordinary, in [0, 1]
 * @param high probability from which it is taken to be risky, in [low, 1]; between the two the
 *     model abstains
 */
record Calibration(Platt english, Platt wordless, double low, double high) {
  static final String NAME = "calibration.json";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
  private static final Set<String> KEYS = Set.of("english", "wordless", "low", "high");

  Calibration {
    if (!(low >= 0 && low <= high && high <= 1)) {
      throw new IllegalArgumentException(
          "the abstain band needs 0 <= low <= high <= 1, but was [" + low + ", " + high + "]");
    }
  }

  void write(Path folder) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    write(english, root.putObject("english"));
    write(wordless, root.putObject("wordless"));
    root.put("low", low);
    root.put("high", high);
    Files.writeString(
        folder.resolve(NAME),
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
  }

  /**
   * Reads a calibration.
   *
   * @throws IllegalArgumentException if a key is missing, unknown or no number; names file and key
   */
  static Calibration read(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    JsonNode root;
    try {
      root = JSON.readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(file + " must be JSON", e);
    }
    allowOnly(root, KEYS, file);
    return new Calibration(
        platt(root.path("english"), file + ": english"),
        platt(root.path("wordless"), file + ": wordless"),
        number(root, "low", file.toString()),
        number(root, "high", file.toString()));
  }

  private static void write(Platt platt, ObjectNode into) {
    into.put("slope", platt.slope());
    into.put("intercept", platt.intercept());
  }

  private static Platt platt(JsonNode node, String place) {
    return new Platt(number(node, "slope", place), number(node, "intercept", place));
  }

  private static double number(JsonNode node, String key, String place) {
    JsonNode value = node.path(key);
    if (!value.isNumber()) {
      throw new IllegalArgumentException(place + " needs a number under the key '" + key + "'");
    }
    return value.asDouble();
  }

  private static void allowOnly(JsonNode node, Set<String> allowed, Path file) {
    for (Iterator<String> keys = node.fieldNames(); keys.hasNext(); ) {
      String key = keys.next();
      if (!allowed.contains(key)) {
        throw new IllegalArgumentException(file + " has the unknown key '" + key + "'");
      }
    }
  }
}
