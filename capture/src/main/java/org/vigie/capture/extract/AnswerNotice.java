package org.vigie.capture.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What data says in place of a post: that it is gone, or that the site bars who asks. */
final class AnswerNotice {
  /** Members under which services say what is wrong. */
  private static final Set<String> SAYING =
      Set.of(
          "message",
          "statusMsg",
          "status_msg",
          "error",
          "error_message",
          "errorMessage",
          "detail",
          "reason",
          "text");

  /** Members that are set where a moderator or its author took a post down. */
  private static final Set<String> REMOVED = Set.of("removed_by_category", "tombstone");

  private static final int MAX_LOOKED_AT = 2_000;
  private static final int MAX_CHARS = 300;
  private static final int MAX_DEPTH = 20;

  private int looked;

  private AnswerNotice() {}

  /** Returns which notice is in some data that holds no post, or null if none is. */
  static @Nullable Unread of(JsonNode data) {
    return new AnswerNotice().in(data, 0);
  }

  private @Nullable Unread in(JsonNode node, int depth) {
    if (depth > MAX_DEPTH || ++looked > MAX_LOOKED_AT) {
      return null;
    }
    Unread found = null;
    if (node.isArray()) {
      for (JsonNode element : node) {
        found = found == null ? in(element, depth + 1) : found;
      }
      return found;
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      found = found == null ? said(member.getKey(), member.getValue(), depth) : found;
    }
    return found;
  }

  private @Nullable Unread said(String name, JsonNode value, int depth) {
    boolean set = value.isContainerNode() || !value.asText("").isEmpty();
    if (REMOVED.contains(name) && set && !value.isNull()) {
      return Unread.GONE;
    }
    if (value.isContainerNode()) {
      return in(value, depth + 1);
    }
    String text = value.isTextual() ? value.asText() : "";
    return SAYING.contains(name) && text.length() <= MAX_CHARS ? PageNotice.of(text) : null;
  }
}
