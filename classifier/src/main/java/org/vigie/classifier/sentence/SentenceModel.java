package org.vigie.classifier.sentence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import opennlp.tools.doccat.BagOfWordsFeatureGenerator;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import org.vigie.classifier.maxent.MaxentFile;

/**
 * The files of a sentence categoriser: its weights, as OpenNLP writes a maximum-entropy model, and
 * from where on it is believed.
 *
 * @param weights the weights
 * @param threshold probability that a sign is not said, in [0.5, 1], from which it is taken back
 * @param languages ISO 639-1 codes of the languages that it has learnt
 * @param indicators ids of the indicators whose phrases it has learnt beside
 */
public record SentenceModel(
    QNModel weights, double threshold, Set<String> languages, Set<String> indicators) {
  public static final String NAME = "model.bin";
  public static final String CALIBRATION = "calibration.json";

  /** What OpenNLP's generator of features puts before each. */
  private static final String PREFIX = "bow=";

  private static final ObjectMapper JSON = new ObjectMapper();

  public SentenceModel {
    languages = Set.copyOf(languages);
    indicators = Set.copyOf(indicators);
    if (!(threshold >= 0.5 && threshold <= 1)) {
      throw new IllegalArgumentException("the threshold must be in [0.5, 1], but was " + threshold);
    }
  }

  /** Returns a factory of OpenNLP's for features that are strings already. */
  public static DoccatFactory factory() {
    return new DoccatFactory(new FeatureGenerator[] {new BagOfWordsFeatureGenerator()});
  }

  /** Returns how probable each outcome is, as OpenNLP's categoriser with that factory tells it. */
  double[] categorize(String[] features) {
    return weights.eval(Stream.of(features).map(PREFIX::concat).toArray(String[]::new));
  }

  public void write(Path folder) throws IOException {
    MaxentFile.write(weights, folder.resolve(NAME));
    var root = JSON.createObjectNode();
    root.put("threshold", threshold);
    var codes = root.putArray("languages");
    new TreeSet<>(languages).forEach(codes::add);
    var ids = root.putArray("indicators");
    new TreeSet<>(indicators).forEach(ids::add);
    Files.writeString(
        folder.resolve(CALIBRATION),
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
  }

  /**
   * Reads a model.
   *
   * @throws IllegalArgumentException if a file is none of it; names the file
   */
  public static SentenceModel read(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    QNModel weights = MaxentFile.read(file);
    for (Stance stance : Stance.values()) {
      if (weights.getIndex(stance.label()) < 0) {
        throw new IllegalArgumentException(
            "the model %s must have the outcome %s, but hasn't".formatted(file, stance.label()));
      }
    }
    return withCalibration(weights, folder.resolve(CALIBRATION));
  }

  private static SentenceModel withCalibration(QNModel weights, Path file) throws IOException {
    try {
      JsonNode root = JSON.readTree(Files.readString(file));
      if (!root.path("threshold").isNumber()) {
        throw new IllegalArgumentException("it needs a number under the key 'threshold'");
      }
      return new SentenceModel(
          weights,
          root.path("threshold").asDouble(),
          texts(root, "languages"),
          texts(root, "indicators"));
    } catch (JsonProcessingException | CharacterCodingException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s must be the calibration of a sentence categoriser: %s"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private static Set<String> texts(JsonNode root, String key) {
    if (!root.path(key).isArray()) {
      throw new IllegalArgumentException("it needs a list under the key '" + key + "'");
    }
    Set<String> texts = new TreeSet<>();
    root.path(key).forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
