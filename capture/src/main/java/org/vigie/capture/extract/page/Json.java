package org.vigie.capture.extract.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** JSON written by others, read within bounds on its depth, its size, the number of its tokens. */
public final class Json {
  private static final Logger LOG = LoggerFactory.getLogger(Json.class);

  /** Deeper nesting than any vocabulary needs, shallow enough for recursion. */
  private static final int MAX_DEPTH = 64;

  /** A tree of as many nodes takes some hundred MiB at most. */
  private static final long MAX_TOKENS = 1_000_000;

  private static final StreamReadConstraints BOUNDS =
      StreamReadConstraints.builder()
          .maxNestingDepth(MAX_DEPTH)
          .maxStringLength(4 << 20)
          .maxTokenCount(MAX_TOKENS)
          .build();

  /** As forgiving as search engines are with what site owners type by hand. */
  static final ObjectReader FORGIVING =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(BOUNDS).build())
          .enable(
              JsonReadFeature.ALLOW_JAVA_COMMENTS,
              JsonReadFeature.ALLOW_YAML_COMMENTS,
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
              JsonReadFeature.ALLOW_TRAILING_COMMA,
              JsonReadFeature.ALLOW_MISSING_VALUES,
              JsonReadFeature.ALLOW_SINGLE_QUOTES,
              JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES,
              JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS,
              JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
              JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private static final ObjectReader EXACT =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(BOUNDS).build())
          .build()
          .readerFor(JsonNode.class);

  private Json() {}

  /** Returns the value that a file holds, or the missing node if it is broken or out of bounds. */
  public static JsonNode read(byte[] bytes) {
    return read(bytes, 0);
  }

  /** As {@link #read(byte[])}, of what begins at some byte; what stands behind it is left. */
  static JsonNode read(byte[] bytes, int start) {
    try {
      return EXACT.readTree(bytes, start, bytes.length - start);
    } catch (IOException e) {
      LOG.debug("a JSON file must be whole and within bounds: {}", e.getClass().getSimpleName());
      return MissingNode.getInstance();
    }
  }

  /**
   * As {@link #read(byte[], int)}, but several values one after another, as servers stream them,
   * are a list. What stands behind the last whole one is left.
   */
  static JsonNode readAll(byte[] bytes, int start) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    try (JsonParser parser = EXACT.createParser(bytes, start, bytes.length - start)) {
      for (JsonNode one = EXACT.readTree(parser); one != null; one = EXACT.readTree(parser)) {
        all.add(one);
      }
    } catch (IOException e) {
      LOG.debug("JSON must be whole and within bounds: {}", e.getClass().getSimpleName());
    }
    return all.size() > 1 ? all : all.path(0);
  }

  /** Returns the value that a text holds, or the missing node if it is broken or out of bounds. */
  public static JsonNode read(String text) {
    try {
      return EXACT.readTree(text);
    } catch (IOException e) {
      LOG.debug("JSON in a page must be whole and within bounds: {}", e.getClass().getSimpleName());
      return MissingNode.getInstance();
    }
  }

  /** Returns the first text or number among some properties that isn't blank, or empty. */
  public static String text(JsonNode node, String... names) {
    for (String name : names) {
      JsonNode value = node.path(name);
      if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
        return value.asText().strip();
      }
    }
    return "";
  }
}
