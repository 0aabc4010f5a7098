package org.vigie.pipeline.lines;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.state.PostPart;

/** What tells objects on lines of their own that are no adverts of the schema advert-v1. */
public final class ForeignLines {
  private static final JsonFactory JSON = new JsonFactory();

  private static final String TEXT = "text";

  /** One of these an advert must have. */
  private static final Set<String> KEYS = Set.of(TEXT, "title", "pictures", "fields");

  private static final int MAX_LINES = 50;

  private ForeignLines() {}

  /**
   * Returns whether a text begins with whole objects of which none has a key that an advert must
   * have, or all of those that have one say their text under another name, such as {@code
   * description}.
   *
   * @param start a file's first lines, of which the last may be cut off
   */
  public static boolean areIn(String start) {
    int whole = start.lastIndexOf('\n') + 1;
    long objects = 0;
    for (String line : start.substring(0, whole).lines().limit(MAX_LINES).toList()) {
      Boolean advert = isAdvert(line.strip());
      if (Boolean.TRUE.equals(advert)) {
        return false;
      }
      objects += advert == null ? 0 : 1;
    }
    return objects > 0;
  }

  /** Returns null if a line is no whole object. */
  private static @Nullable Boolean isAdvert(String line) {
    try (JsonParser parser = JSON.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      boolean advert = false;
      boolean elsewhere = false;
      for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
        boolean value = parser.nextToken().isScalarValue() || key.equals("fields");
        if (value && key.equals(TEXT)) {
          return true;
        }
        advert |= KEYS.contains(key) && value;
        elsewhere |= PostPart.of(key) == PostPart.TEXT && value;
        parser.skipChildren();
      }
      return advert && !elsewhere;
    } catch (IOException e) {
      return null;
    }
  }
}
