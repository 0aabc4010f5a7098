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

/** The file in a model's folder that holds how its scores are calibrated. */
public final class CalibrationFile {
  public static final String NAME = "calibration.json";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private CalibrationFile() {}

  static ObjectNode empty() {
    return JSON.createObjectNode();
  }

  static void write(Path folder, ObjectNode root) throws IOException {
    Files.writeString(
        folder.resolve(NAME),
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
  }

  /**
   * Reads the file of a folder.
   *
   * @throws IllegalArgumentException if it is no JSON; names the file
   */
  static JsonNode read(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    try {
      return JSON.readTree(Files.readString(file));
    } catch (JsonProcessingException | CharacterCodingException e) {
      throw new IllegalArgumentException(file + " must be JSON", e);
    }
  }

  /**
   * Returns the number under a key.
   *
   * @param place file, and key of the object if it isn't the whole
   * @throws IllegalArgumentException if there is none; names place and key
   */
  static double number(JsonNode node, String key, String place) {
    JsonNode value = node.path(key);
    if (!value.isNumber()) {
      throw new IllegalArgumentException(place + " needs a number under the key '" + key + "'");
    }
    return value.asDouble();
  }
}
