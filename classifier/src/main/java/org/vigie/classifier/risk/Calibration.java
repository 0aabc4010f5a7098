package org.vigie.classifier.risk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;

/**
 * What turns a model's raw scores into probabilities and outcomes.
 *
 * @param sectioned scale of English text under headings
 * @param english scale of other English text
 * @param wordless scale of scores made without words, which never decides
 */
public record Calibration(Scale sectioned, Scale english, Scale wordless) {
  private static final Set<String> SCALE = Set.of("slope", "intercept", "low", "high");
  private static final Set<String> KEYS = Set.of("sectioned", "plain", "wordless");

  /** Returns the scale of a head. */
  public Scale scale(Head head) {
    return switch (head) {
      case SECTIONED -> sectioned;
      case PLAIN -> english;
      case WORDLESS -> wordless;
    };
  }

  public void write(Path folder) throws IOException {
    ObjectNode root = CalibrationFile.empty();
    for (Head head : Head.values()) {
      write(scale(head), root.putObject(head.label()));
    }
    CalibrationFile.write(folder, root);
  }

  /**
   * Reads a calibration.
   *
   * @throws IllegalArgumentException if a key is missing, unknown or no number; names file and key
   */
  public static Calibration read(Path folder) throws IOException {
    Path file = folder.resolve(CalibrationFile.NAME);
    JsonNode root = CalibrationFile.read(folder);
    allowOnly(root, KEYS, file);
    return new Calibration(
        scale(root, Head.SECTIONED, file),
        scale(root, Head.PLAIN, file),
        scale(root, Head.WORDLESS, file));
  }

  private static void write(Scale scale, ObjectNode into) {
    into.put("slope", scale.platt().slope());
    into.put("intercept", scale.platt().intercept());
    into.put("low", scale.low());
    into.put("high", scale.high());
  }

  private static Scale scale(JsonNode root, Head head, Path file) {
    JsonNode node = root.path(head.label());
    String place = file + ": " + head.label();
    allowOnly(node, SCALE, file);
    double slope = CalibrationFile.number(node, "slope", place);
    double intercept = CalibrationFile.number(node, "intercept", place);
    double low = CalibrationFile.number(node, "low", place);
    double high = CalibrationFile.number(node, "high", place);
    try {
      return new Scale(new Platt(slope, intercept), low, high);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
    }
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
