package org.vigie.files.plugin;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.Map;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;

/** The lines that go to plug-ins and come back: adverts under the keys of the schema advert-v1. */
public final class PluginJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(50)
                          .maxStringLength(256 << 20)
                          .build())
                  .build())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** A time beyond these would be more milliseconds than are counted. */
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  private PluginJson() {}

  /** Returns an object without keys. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static JsonNode read(String line) throws JsonProcessingException {
    return MAPPER.readTree(line);
  }

  /** Returns a record as JSON. */
  public static JsonNode of(Object value) {
    return MAPPER.valueToTree(value);
  }

  static <T> T as(JsonNode node, Class<T> type) throws JsonProcessingException {
    return MAPPER.treeToValue(node, type);
  }

  /** Returns an advert as its site declared it; what is absent is left out. */
  public static ObjectNode of(Advert advert) {
    ObjectNode node = object();
    put(node, "id", advert.sourceId());
    put(node, "url", advert.url());
    put(node, "site", advert.site());
    put(node, "channel", advert.channel().label());
    put(node, "posted", advert.postedAt() == null ? "" : advert.postedAt().toString());
    put(node, "seen", advert.seenAt().toString());
    put(node, "lang", advert.language());
    put(node, "country", advert.country());
    put(node, "place", advert.place());
    put(node, "title", advert.title());
    put(node, "text", advert.body());
    ObjectNode fields = node.putObject("fields");
    advert.fields().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(field -> fields.put(field.getKey(), field.getValue()));
    return node;
  }

  private static void put(ObjectNode node, String key, String value) {
    if (!value.isEmpty()) {
      node.put(key, value);
    }
  }

  /**
   * Returns an advert that a line holds.
   *
   * @param absent when it was seen if it doesn't say
   * @throws IllegalArgumentException if it has neither title nor text, or a value is impossible
   */
  static Advert advert(JsonNode node, Instant absent) {
    return builder(node, node.path("site").asText(""), time(node, "seen", absent)).build();
  }

  /**
   * Returns an advert that a line holds, in the making.
   *
   * @param site where it stood, whatever the line says
   * @param seen when, likewise
   * @throws IllegalArgumentException if a value is impossible
   */
  public static Advert.Builder builder(JsonNode node, String site, Instant seen) {
    String channel = node.path("channel").asText("");
    Advert.Builder advert =
        Advert.builder(channel.isEmpty() ? Channel.FILE : Channel.parse(channel), site, seen)
            .sourceId(node.path("id").asText(""))
            .url(node.path("url").asText(""))
            .language(node.path("lang").asText(""))
            .country(node.path("country").asText(""))
            .place(node.path("place").asText(""))
            .title(node.path("title").asText(""))
            .body(node.path("text").asText(""));
    if (node.hasNonNull("posted")) {
      advert.postedAt(time(node, "posted", seen));
    }
    node.path("fields")
        .properties()
        .forEach(field -> advert.field(field.getKey(), field.getValue().asText("")));
    return advert;
  }

  /** Takes from an advert that a plug-in gives the fields that we alone write. */
  public static void forgetMarks(JsonNode advert) {
    if (advert.path("fields") instanceof ObjectNode fields) {
      fields
          .properties()
          .removeIf(field ->
              field.getKey().startsWith(Advert.ENRICHED) || field.getKey().startsWith(Advert.CUT));
    }
  }

  private static Instant time(JsonNode node, String key, Instant absent) {
    String text = node.path(key).asText("");
    try {
      Instant time = text.isEmpty() ? absent : Instant.parse(text);
      if (!time.isBefore(FIRST) && time.isBefore(END)) {
        return time;
      }
    } catch (java.time.DateTimeException e) {
      // Told below, as a time in no calendar is.
    }
    throw new IllegalArgumentException(
        "'" + key + "' must be a time such as 2026-01-31T08:00:00Z, but isn't");
  }
}
