package org.vigie.capture.state.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** JSON that stands as a text within JSON, as a state that is handed on whole. */
public final class NestedText {
  /** A state is wrapped a few times; what lies deeper are parts of it. */
  private static final int MAX_DEPTH = 5;

  private static final int MIN_CHARS = 80;
  private static final int MAX_TEXTS = 100;

  private int texts;

  private NestedText() {}

  /** Returns a value with such texts read as data. It is changed in place. */
  public static JsonNode read(JsonNode value) {
    new NestedText().read(value, 0);
    return value;
  }

  private void read(JsonNode node, int depth) {
    if (depth > MAX_DEPTH) {
      return;
    }
    if (!(node instanceof ObjectNode object)) {
      node.forEach(element -> read(element, depth + 1));
      return;
    }
    List<Map.Entry<String, JsonNode>> members = new ArrayList<>(object.properties());
    for (Map.Entry<String, JsonNode> member : members) {
      String text = member.getValue().isTextual() ? member.getValue().asText() : "";
      boolean data = text.length() >= MIN_CHARS && text.startsWith("{\"") && text.endsWith("}");
      if (data && ++texts <= MAX_TEXTS) {
        JsonNode inner = ScriptLiteral.at(text, 0).value();
        if (!inner.isMissingNode()) {
          object.set(member.getKey(), inner);
        }
      }
      read(object.path(member.getKey()), depth + 1);
    }
  }
}
