package org.vigie.capture.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** JSON of files, bounded in depth and length. */
final class FileJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(200)
                          .maxStringLength(64 << 20)
                          .build())
                  .build())
          .build();

  private FileJson() {}

  /** Returns what a file holds, whatever its charset. */
  static JsonNode read(byte[] bytes) throws IOException {
    return read(Charsets.decode(bytes));
  }

  /**
   * Returns the values of a text, which are several where it is lines of JSON; of a list its own.
   */
  static List<JsonNode> readAll(String text) throws IOException {
    List<JsonNode> values = new ArrayList<>();
    try (JsonParser parser = MAPPER.createParser(text)) {
      while (parser.nextToken() != null) {
        JsonNode value = MAPPER.readTree(parser);
        (value.isArray() ? value : List.of(value)).forEach(values::add);
      }
      return values;
    } catch (JsonProcessingException e) {
      throw broken(e);
    }
  }

  /** Returns what a text says. */
  static JsonNode read(String text) throws IOException {
    try {
      JsonNode node = MAPPER.readTree(text);
      return node;
    } catch (JsonProcessingException e) {
      throw broken(e);
    }
  }

  private static IOException broken(JsonProcessingException e) {
    var place = e.getLocation();
    return new IOException(
        "JSON must be whole, but isn't at line %d"
            .formatted(place == null ? 1 : Math.max(1, place.getLineNr())),
        e);
  }
}
