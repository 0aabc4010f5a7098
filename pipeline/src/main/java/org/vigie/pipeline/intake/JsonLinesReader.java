package org.vigie.pipeline.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.DeadLetter;

/** Reads JSON Lines of the schema {@code advert-v1}. */
final class JsonLinesReader implements EntryReader {
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private final InputManifest input;
  private final AdvertV1 schema;
  private final LineReader lines;
  private long line;

  JsonLinesReader(InputManifest input) throws IOException {
    this.input = input;
    schema = new AdvertV1(input);
    lines = new LineReader(Path.of(input.path()));
  }

  @Override
  public @Nullable List<Intake> next() throws IOException {
    LineReader.Line next = lines.next();
    line++;
    if (next == null) {
      return null;
    }
    if (next.isFaulty()) {
      return dead(next.faultKind(), next.fault(), next.text());
    }
    return next.text().isBlank() ? List.of() : read(next.text());
  }

  @Override
  public void skip() throws IOException {
    lines.next();
    line++;
  }

  @Override
  public long bytesRead() {
    return lines.bytesRead();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private List<Intake> read(String text) {
    JsonNode json;
    try {
      json = JSON.readTree(line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (JsonProcessingException e) {
      var place = e.getLocation();
      return dead(
          "not-json",
          "a line must be one JSON object, but it isn't at column "
              + (place == null ? 1 : place.getColumnNr()),
          text);
    }
    if (!json.isObject()) {
      return dead("not-json", "a line must be one JSON object", text);
    }
    try {
      return List.of(Intake.of(schema.advert(scalars(json), scalars(json.path("fields")), line)));
    } catch (IllegalArgumentException e) {
      return dead("not-advert-v1", String.valueOf(e.getMessage()), text);
    }
  }

  /**
   * Returns the scalar members; what a schema doesn't know is passed over, so other tools' files
   * can be read as they are.
   */
  private static Map<String, String> scalars(JsonNode object) {
    Map<String, String> row = new HashMap<>();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (member.getValue().isValueNode() && !member.getValue().isNull()) {
        row.put(member.getKey(), member.getValue().asText());
      }
    }
    return row;
  }

  private List<Intake> dead(String kind, String reason, String raw) {
    return List.of(Intake.of(new DeadLetter(input.name(), line, kind, reason, raw)));
  }
}
