package org.vigie.pipeline.lines;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;

/** What tells an export of chats from an advert: its keys, wherever they stand in the object. */
public final class ChatKeys {
  private static final JsonFactory JSON = new JsonFactory();

  /** Key → what its value begins with: one chat has messages, a whole account has chats. */
  private static final Map<String, JsonToken> KEYS =
      Map.of("messages", JsonToken.START_ARRAY, "chats", JsonToken.START_OBJECT);

  private ChatKeys() {}

  /**
   * Returns whether an object has one of them itself, not in an object within.
   *
   * @param start the object, or as much of it as is looked at
   */
  public static boolean areIn(String start) {
    try (JsonParser parser = JSON.createParser(start)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
        JsonToken begins = parser.nextToken();
        if (KEYS.containsKey(key) && begins == KEYS.get(key)) {
          return true;
        }
        parser.skipChildren();
      }
      return false;
    } catch (IOException e) {
      return false; // cut off before one came, or no JSON
    }
  }
}
