package org.vigie.capture.state.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What Astro hands to an island of a page: each value in a list behind the number of its type, 0
 * for one as it stands and 1 for a list.
 */
public final class AstroProps {
  private static final int MAX_DEPTH = 60;
  private static final int VALUE = 0;
  private static final int LIST = 1;

  private AstroProps() {}

  /** Returns properties in plain JSON. */
  public static JsonNode plain(JsonNode properties) {
    return members(properties, 0);
  }

  private static JsonNode members(JsonNode object, int depth) {
    ObjectNode plain = JsonNodeFactory.instance.objectNode();
    object
        .properties()
        .forEach(member -> plain.set(member.getKey(), value(member.getValue(), depth + 1)));
    return plain;
  }

  private static JsonNode value(JsonNode typed, int depth) {
    boolean known = typed.isArray() && typed.size() == 2 && typed.get(0).isIntegralNumber();
    if (!known || depth > MAX_DEPTH) {
      return JsonNodeFactory.instance.nullNode();
    }
    JsonNode value = typed.get(1);
    if (typed.get(0).asInt() == LIST && value.isArray()) {
      ArrayNode plain = JsonNodeFactory.instance.arrayNode(value.size());
      value.forEach(element -> plain.add(value(element, depth + 1)));
      return plain;
    }
    return typed.get(0).asInt() == VALUE && value.isObject() ? members(value, depth) : value;
  }
}
