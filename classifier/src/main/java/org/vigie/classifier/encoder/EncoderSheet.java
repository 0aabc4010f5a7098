package org.vigie.classifier.encoder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What an operator says of an encoder, and how much each text may take of it.
 *
 * @param dimension numbers of a vector, 8 to 4096
 * @param maxTokens tokens of a text that are read, 8 to 512; the rest is cut off
 * @param maxMillis milliseconds that one text may take, 1 to 60000
 * @param languages ISO 639-1 codes of the languages that it is asked about; none stands for all
 */
public record EncoderSheet(int dimension, int maxTokens, int maxMillis, List<String> languages) {
  /** The file in the encoder's folder. */
  public static final String FILE = "encoder.json";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> KEYS =
      List.of("dimension", "max-tokens", "max-millis", "languages");

  public EncoderSheet {
    languages = List.copyOf(languages);
    requireIn("dimension", dimension, 8, 4096);
    requireIn("max-tokens", maxTokens, 8, 512);
    requireIn("max-millis", maxMillis, 1, 60_000);
    for (String language : languages) {
      if (!language.matches("[a-z]{2,3}")) {
        throw new IllegalArgumentException(
            "languages must be codes such as en, but one was '%s'".formatted(language));
      }
    }
  }

  private static void requireIn(String key, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be from %d to %d, but was %d".formatted(key, least, most, value));
    }
  }

  /** Returns whether the encoder is asked about texts of any language. */
  public boolean isForAll() {
    return languages.isEmpty();
  }

  /** Returns whether the encoder is asked about texts of a language. */
  public boolean isFor(String language) {
    return isForAll() || languages.contains(language);
  }

  /** Writes the file into the encoder's folder. */
  public void write(Path folder) throws IOException {
    var root = JSON.createObjectNode();
    root.put("dimension", dimension);
    root.put("max-tokens", maxTokens);
    root.put("max-millis", maxMillis);
    languages.forEach(root.putArray("languages")::add);
    Files.writeString(folder.resolve(FILE), root.toPrettyString() + "\n");
  }

  /**
   * Reads the file of an encoder's folder.
   *
   * @throws IllegalArgumentException if it says what it must not; names file and key
   */
  public static EncoderSheet read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "%s must say dimension, max-tokens, max-millis and languages of the encoder, but there is no such file"
              .formatted(file));
    }
    try {
      JsonNode root = JSON.readTree(Files.readString(file));
      root.fieldNames()
          .forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
              throw new IllegalArgumentException("knows no key '" + key + "', only " + KEYS);
            }
          });
      return new EncoderSheet(
          number(root, "dimension"),
          number(root, "max-tokens"),
          number(root, "max-millis"),
          languages(root));
    } catch (JsonProcessingException | CharacterCodingException e) {
      throw new IllegalArgumentException(file + " must be JSON", e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  private static int number(JsonNode root, String key) {
    if (!root.path(key).isInt()) {
      throw new IllegalArgumentException(key + " must be a whole number, but isn't");
    }
    return root.path(key).asInt();
  }

  private static List<String> languages(JsonNode root) {
    if (!root.path("languages").isArray()) {
      throw new IllegalArgumentException("languages must be a list, but isn't");
    }
    List<String> languages = new ArrayList<>();
    root.path("languages").forEach(code -> languages.add(code.asText()));
    return languages;
  }
}
