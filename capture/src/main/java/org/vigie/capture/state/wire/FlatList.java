package org.vigie.capture.state.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Data as one list, in which lists and objects name their parts by the places where they stand: the
 * form of Nuxt 3 and SvelteKit (devalue), and that of React Router (turbo-stream), whose objects
 * name their members by place, too ({@code _3}). The first value is the whole.
 */
final class FlatList {
  private static final int MAX_DEPTH = 60;

  /** Nuxt marks its values so; the mark says nothing of them. */
  private static final Set<String> MARKS =
      Set.of("ref", "shallowref", "reactive", "shallowreactive", "object", "island");

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonNode list;
  private int values;

  private FlatList(JsonNode list) {
    this.list = list;
  }

  /** Returns whether a value is such a list: all its lists and objects hold places in it. */
  static boolean is(JsonNode value) {
    if (!value.isArray() || value.size() < 3 || !value.get(0).isContainerNode()) {
      return false;
    }
    boolean words = false;
    for (JsonNode part : value) {
      if (part.isContainerNode() && !holdsPlaces(part, value.size())) {
        return false;
      }
      words |= part.isTextual();
    }
    return words && !value.get(0).isEmpty();
  }

  private static boolean holdsPlaces(JsonNode part, int size) {
    // A typed value begins with its type's name, and may hold a text or a number.
    if (part.isArray() && part.path(0).isTextual()) {
      return part.size() <= size && !part.path(1).isContainerNode();
    }
    for (JsonNode place : part) {
      if (!place.isIntegralNumber() || place.asLong() < -7 || place.asLong() >= size) {
        return false;
      }
    }
    return true;
  }

  static JsonNode unfolded(JsonNode list) {
    return new FlatList(list).at(0, 0);
  }

  private JsonNode at(int place, int depth) {
    if (place < 0 || place >= list.size() || depth > MAX_DEPTH) {
      return NODES.nullNode();
    }
    if (++values > WireForm.MAX_VALUES) {
      return NODES.nullNode();
    }
    JsonNode part = list.get(place);
    if (part.isObject()) {
      return object(part, depth);
    }
    return part.isArray() ? array(part, depth) : part;
  }

  private JsonNode object(JsonNode part, int depth) {
    ObjectNode object = NODES.objectNode();
    for (Map.Entry<String, JsonNode> member : part.properties()) {
      if (values > WireForm.MAX_VALUES) {
        break;
      }
      String key = member.getKey();
      boolean placed = key.length() > 1 && key.length() < 9 && key.matches("_\\d+");
      JsonNode named = placed ? list.path(Integer.parseInt(key.substring(1))) : NODES.nullNode();
      object.set(
          named.isTextual() ? named.asText() : key, at(member.getValue().asInt(), depth + 1));
    }
    return object;
  }

  private JsonNode array(JsonNode part, int depth) {
    if (part.path(0).isTextual()) {
      return typed(part, depth);
    }
    return placed(part, 0, depth);
  }

  private JsonNode typed(JsonNode part, int depth) {
    String type = part.path(0).asText().toLowerCase(Locale.ROOT);
    if (MARKS.contains(type)) {
      return part.path(1).isIntegralNumber() ? at(part.path(1).asInt(), depth + 1) : part.path(1);
    }
    return switch (type) {
      case "date", "d", "url", "u", "bigint", "b" -> part.path(1);
      case "set" -> placed(part, 1, depth);
      case "map", "null", "m", "n" -> pairs(part, depth);
      default -> NODES.nullNode();
    };
  }

  private JsonNode placed(JsonNode part, int from, int depth) {
    ArrayNode array = NODES.arrayNode();
    for (int i = from; i < part.size() && values <= WireForm.MAX_VALUES; i++) {
      array.add(at(part.path(i).asInt(-1), depth + 1));
    }
    return array;
  }

  /** Members one behind the other; in {@code null} objects the names stand as they are. */
  private JsonNode pairs(JsonNode part, int depth) {
    ObjectNode object = NODES.objectNode();
    for (int i = 1; i + 1 < part.size() && values <= WireForm.MAX_VALUES; i += 2) {
      JsonNode name = part.path(i);
      String key = name.isIntegralNumber() ? list.path(name.asInt()).asText("") : name.asText("");
      object.set(key, at(part.path(i + 1).asInt(-1), depth + 1));
    }
    return object;
  }
}
