package org.vigie.pipeline.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.vigie.advert.DeadLetter;
import org.vigie.capture.file.AdvertObject;

/** Makes adverts of lines or messages, each one JSON object of the schema {@code advert-v1}. */
public final class AdvertLines {
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private final InputManifest input;
  private final AdvertV1 schema;

  /**
   * @param input what the adverts are said to come from
   */
  public AdvertLines(InputManifest input) {
    this.input = input;
    schema = new AdvertV1(input);
  }

  /**
   * Returns the advert of a text, or the dead letter that says why it is none.
   *
   * @param position number of the line from 1, or offset of the message
   */
  public Intake read(String text, long position) {
    JsonNode json;
    try {
      json = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      var place = e.getLocation();
      return dead(
          "not-json",
          "a line must be one JSON object, but it isn't at column "
              + (place == null ? 1 : place.getColumnNr()),
          text,
          position);
    }
    if (!json.isObject()) {
      return dead("not-json", "a line must be one JSON object", text, position);
    }
    JsonNode unread = json.path("unread");
    if (unread.isObject()) {
      String part = unread.path("part").asText("");
      return dead(
          unread.path("kind").asText("unread"), unread.path("reason").asText(""), part, position);
    }
    try {
      return schema.read(AdvertObject.parts(json), AdvertObject.fields(json), position);
    } catch (IllegalArgumentException e) {
      return dead("not-advert-v1", String.valueOf(e.getMessage()), text, position);
    }
  }

  /** Returns a dead letter. */
  public Intake dead(String kind, String reason, String raw, long position) {
    return Intake.of(new DeadLetter(input.name(), position, kind, reason, raw));
  }
}
