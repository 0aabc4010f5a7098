package org.vigie.classifier.sign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A small network of one hidden layer that hears {@link SignModel} and {@link SequenceModel} and
 * tells whether a stretch says a sign at all, and of what kind it is. It learns from what the two
 * say of authors whom they have not read, so it knows how far each is to be trusted.
 *
 * @see <a href="https://doi.org/10.1016/S0893-6080(05)80023-1">Wolpert (1992): stacked
 *     generalization</a>
 * @param outcomes names, such as {@code said} and {@code genre:offer}
 * @param hidden for each unit of the hidden layer its weights, one an input of {@link
 *     StackedInputs}, then its bias
 * @param out for each outcome its weights, one a hidden unit, then its bias
 */
public record StackedModel(List<String> outcomes, float[][] hidden, float[][] out) {
  /** The file in a model's folder. */
  public static final String FILE = "stacked.json";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_UNITS = 1024;

  public StackedModel {
    outcomes = List.copyOf(outcomes);
    if (out.length != outcomes.size() || hidden.length == 0) {
      throw new IllegalArgumentException(
          "a stacked model of %d outcomes needs as many rows, but has %d"
              .formatted(outcomes.size(), out.length));
    }
    requireRows(hidden, hidden[0].length);
    requireRows(out, hidden.length + 1);
  }

  private static void requireRows(float[][] rows, int length) {
    for (float[] row : rows) {
      if (row.length != length || length < 2) {
        throw new IllegalArgumentException(
            "a row of a stacked model needs %d weights, but has %d".formatted(length, row.length));
      }
    }
  }

  /** Returns the number of inputs. */
  public int inputs() {
    return hidden[0].length - 1;
  }

  /** Returns the place of an outcome, or -1 if it was not learnt. */
  public int outcome(String name) {
    return outcomes.indexOf(name);
  }

  /**
   * Returns the place of an outcome.
   *
   * @throws IllegalArgumentException if it was not learnt
   */
  int requireOutcome(String name) {
    int outcome = outcome(name);
    if (outcome < 0) {
      throw new IllegalArgumentException("a stacked model of signs must tell of '" + name + "'");
    }
    return outcome;
  }

  /** Returns what each hidden unit answers, 0 at least. */
  public float[] answers(float[] inputs) {
    float[] answers = new float[hidden.length];
    for (int unit = 0; unit < hidden.length; unit++) {
      answers[unit] = Math.max(0, sum(hidden[unit], inputs));
    }
    return answers;
  }

  /** Returns the log-odds of each outcome, by the answers of the hidden units. */
  public float[] ofAnswers(float[] answers) {
    float[] odds = new float[out.length];
    for (int k = 0; k < out.length; k++) {
      odds[k] = sum(out[k], answers);
    }
    return odds;
  }

  /** Returns the log-odds of each outcome. */
  public float[] logOdds(float[] inputs) {
    return ofAnswers(answers(inputs));
  }

  private static float sum(float[] row, float[] values) {
    float sum = row[values.length];
    for (int i = 0; i < values.length; i++) {
      sum += row[i] * values[i];
    }
    return sum;
  }

  /** Writes the model's file into its folder. */
  public void write(Path folder) throws IOException {
    var root = JSON.createObjectNode();
    outcomes.forEach(root.putArray("outcomes")::add);
    write(root.putArray("hidden"), hidden);
    write(root.putArray("out"), out);
    Files.writeString(folder.resolve(FILE), JSON.writeValueAsString(root) + "\n");
  }

  private static void write(ArrayNode list, float[][] rows) {
    for (float[] row : rows) {
      ArrayNode one = list.addArray();
      for (float weight : row) {
        one.add(weight);
      }
    }
  }

  /**
   * Reads a model.
   *
   * @throws IllegalArgumentException if the file is none of it; names it
   */
  public static StackedModel read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    try {
      JsonNode root = JSON.readTree(Files.readString(file));
      List<String> outcomes = new ArrayList<>();
      root.path("outcomes").forEach(name -> outcomes.add(name.asText()));
      return new StackedModel(outcomes, rows(root, "hidden"), rows(root, "out"));
    } catch (JsonProcessingException | CharacterCodingException e) {
      throw new IllegalArgumentException(file + " must be JSON", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  private static float[][] rows(JsonNode root, String key) {
    JsonNode list = root.path(key);
    if (list.size() > MOST_UNITS) {
      throw new IllegalArgumentException("it must list %d rows at most".formatted(MOST_UNITS));
    }
    float[][] rows = new float[list.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new float[list.get(i).size()];
      for (int k = 0; k < rows[i].length; k++) {
        JsonNode weight = list.get(i).get(k);
        rows[i][k] = (float) weight.asDouble(Double.NaN);
        if (!weight.isNumber() || !Float.isFinite(rows[i][k])) {
          throw new IllegalArgumentException("it must hold numbers under the key '" + key + "'");
        }
      }
    }
    return rows;
  }
}
