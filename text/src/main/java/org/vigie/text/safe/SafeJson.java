package org.vigie.text.safe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.vigie.advert.AssessedAdvert;

/**
 * Values as JSON on one line: the whole text, but with whatever could act on a terminal written as
 * a JSON escape, which a JSON reader undoes.
 */
public final class SafeJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          // Only components are data: isSlot() of a TemplatePart follows from them.
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .addMixIn(AssessedAdvert.class, NotAssessedField.OfAdvert.class)
          .build();

  private SafeJson() {}

  /** Returns a value as JSON. */
  public static String of(Object value) {
    String json;
    try {
      json = JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("every record of ours can be written as JSON", e);
    }
    StringBuilder safe = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); ) {
      int c = json.codePointAt(i);
      i += Character.charCount(c);
      if (SafeText.isVisible(c)) {
        safe.appendCodePoint(c);
      } else {
        for (char unit : Character.toChars(c)) {
          safe.append("\\u%04x".formatted((int) unit));
        }
      }
    }
    return safe.toString();
  }
}
