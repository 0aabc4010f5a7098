package org.vigie.search.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/**
 * Records as JSON and back, without loss: instants in ISO 8601, maps in the order of their keys,
 * lone surrogates escaped.
 */
public final class RecordJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          // Only components are data: isSlot() of a TemplatePart follows from them.
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .build();

  private static final ObjectWriter PLAIN = MAPPER.writer();
  private static final ObjectWriter ESCAPED = PLAIN.with(JsonWriteFeature.ESCAPE_NON_ASCII);

  private RecordJson() {}

  /** Returns a record as one line of JSON that is valid Unicode whatever the record's texts are. */
  public static String write(Object value) {
    try {
      String json = PLAIN.writeValueAsString(value);
      return isUnicode(json) ? json : ESCAPED.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          value.getClass().getSimpleName() + " must be a record of texts, numbers and instants", e);
    }
  }

  /**
   * Returns the record that {@link #write} wrote.
   *
   * @throws IOException if it isn't the JSON of such a record
   */
  public static <T> T read(String json, Class<T> type) throws IOException {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      // Its own message quotes the text.
      throw new IOException(
          "stored JSON must be a "
              + type.getSimpleName()
              + ", but "
              + e.getClass().getSimpleName());
    }
  }

  private static boolean isUnicode(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }
}
