package org.vigie.classifier.encoder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What was learnt of an encoder's vectors: by how much each moves the log-odds that a stretch of
 * text says a sign, and where it may.
 *
 * @param weights one a number of the vector
 * @param bias what is moved whatever the vector
 * @param bounds where and how far log-odds are moved
 * @param trial the vector of {@link #TRIAL} when the weights were learnt
 */
public record EncoderHead(float[] weights, float bias, Bounds bounds, float[] trial) {
  /** The file in the encoder's folder. */
  public static final String FILE = "head.json";

  /** What an encoder is tried with before anything is read. */
  public static final String TRIAL = "The boss keeps our passports until the debt is paid.";

  private static final ObjectMapper JSON = new ObjectMapper();

  public EncoderHead {
    if (weights.length != trial.length || weights.length == 0) {
      throw new IllegalArgumentException(
          "weights and trial must be equally many numbers, but are %d and %d"
              .formatted(weights.length, trial.length));
    }
  }

  /**
   * Where and how far log-odds are moved.
   *
   * @param from lowest log-odds, above those from which a sign is believed, at which the encoder is
   *     asked
   * @param to highest
   * @param most by so much they are moved at most
   */
  public record Bounds(float from, float to, float most) {
    public Bounds {
      if (from > to || most <= 0) {
        throw new IllegalArgumentException(
            "from must be at most to, and most above 0, but they were %s, %s and %s"
                .formatted(from, to, most));
      }
    }
  }

  /**
   * Returns whether the encoder is asked.
   *
   * @param over by how much log-odds are above those from which a sign is believed
   */
  boolean isUnsure(double over) {
    return over >= bounds.from() && over <= bounds.to();
  }

  /** Returns by how much log-odds are moved. */
  double move(float[] vector) {
    return Math.clamp(bias + product(weights, vector), -bounds.most(), bounds.most());
  }

  /** Returns how alike a vector is to that of the trial when the weights were learnt, at most 1. */
  double likeness(float[] vector) {
    return product(trial, vector);
  }

  private static double product(float[] one, float[] other) {
    double product = 0;
    for (int i = 0; i < one.length; i++) {
      product += one[i] * other[i];
    }
    return product;
  }

  /** Writes the file into the encoder's folder. */
  public void write(Path folder) throws IOException {
    var root = JSON.createObjectNode();
    root.put("from", bounds.from());
    root.put("to", bounds.to());
    root.put("most", bounds.most());
    root.put("bias", bias);
    write(root.putArray("weights"), weights);
    write(root.putArray("trial"), trial);
    Files.writeString(folder.resolve(FILE), JSON.writeValueAsString(root) + "\n");
  }

  private static void write(ArrayNode list, float[] numbers) {
    for (float number : numbers) {
      list.add(number);
    }
  }

  /**
   * Reads the file of an encoder's folder.
   *
   * @throws IllegalArgumentException if it says what it must not; names file and key
   */
  public static EncoderHead read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "%s must hold what was learnt of the encoder, but there is no such file; type ./vigie train encoder"
              .formatted(file));
    }
    try {
      JsonNode root = JSON.readTree(Files.readString(file));
      return new EncoderHead(
          numbers(root, "weights"),
          number(root.path("bias"), "bias"),
          new Bounds(
              number(root.path("from"), "from"),
              number(root.path("to"), "to"),
              number(root.path("most"), "most")),
          numbers(root, "trial"));
    } catch (JsonProcessingException | CharacterCodingException e) {
      throw new IllegalArgumentException(file + " must be JSON", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  private static float[] numbers(JsonNode root, String key) {
    JsonNode list = root.path(key);
    float[] numbers = new float[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(list.get(i), key);
    }
    return numbers;
  }

  private static float number(JsonNode node, String key) {
    float number = (float) node.asDouble(Double.NaN);
    if (!node.isNumber() || !Float.isFinite(number)) {
      throw new IllegalArgumentException("needs numbers under the key '" + key + "'");
    }
    return number;
  }
}
