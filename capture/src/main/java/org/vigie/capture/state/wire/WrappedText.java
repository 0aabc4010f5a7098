package org.vigie.capture.state.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON that was made of XML: what an element says stands under a name of its own, beside its
 * attributes, as in the feeds of Google's Data APIs ({@code {"type": "html", "$t": "…"}}).
 */
final class WrappedText {
  private static final List<String> NAMES = List.of("$t", "#text", "_text", "__cdata", "#cdata");

  /** An element with more attributes is a record with a text in it. */
  private static final int MAX_MEMBERS = 5;

  private WrappedText() {}

  /** Returns the text that an object wraps, or null if it is none of these. */
  static @Nullable JsonNode in(JsonNode object) {
    if (!object.isObject() || object.size() > MAX_MEMBERS) {
      return null;
    }
    for (String name : NAMES) {
      JsonNode text = object.path(name);
      if (text.isTextual() && hasOnlyValues(object)) {
        return text;
      }
    }
    return null;
  }

  private static boolean hasOnlyValues(JsonNode object) {
    for (JsonNode member : object) {
      if (!member.isValueNode()) {
        return false;
      }
    }
    return true;
  }

  /**
   * The title of a thread stands beside its posts, and is that of the first of them: returns
   * whether it was set there.
   */
  static boolean entitle(ObjectNode thread) {
    JsonNode title = thread.path("title");
    JsonNode first = thread.path("posts").path(0);
    boolean untitled = first instanceof ObjectNode && !first.has("title") && !first.has("name");
    if (!title.isTextual() || title.asText().isBlank() || !untitled) {
      return false;
    }
    ((ObjectNode) first).set("title", title);
    return true;
  }
}
