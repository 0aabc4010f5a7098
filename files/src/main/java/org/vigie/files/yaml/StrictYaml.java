package org.vigie.files.yaml;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** The one reader of YAML: a text is one document, in which no key stands twice. */
public final class StrictYaml {
  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory())
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private StrictYaml() {}

  /**
   * Returns what a text says; a missing node, or null, if it says nothing.
   *
   * @throws JsonProcessingException if it is not YAML, has a key twice, or a second document
   */
  public static JsonNode tree(String text) throws JsonProcessingException {
    return YAML.readTree(text);
  }
}
