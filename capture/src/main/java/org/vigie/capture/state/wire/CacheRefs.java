package org.vigie.capture.state.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * The cache of Apollo or Relay: objects by their names, which stand in others as {@code {"__ref":
 * "User:7"}}. Who wrote a post is told only by following that.
 */
final class CacheRefs {
  /** An author of a post of a list; what an author has posted besides is read where it stands. */
  private static final int MAX_FOLLOWED = 2;

  private static final int MAX_DEPTH = 60;

  /** Entries looked at to tell what an object is. */
  private static final int LOOKED_AT = 50;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonNode cache;
  private int values;

  private CacheRefs(JsonNode cache) {
    this.cache = cache;
  }

  static boolean is(JsonNode value) {
    if (!value.isObject() || value.size() < 2) {
      return false;
    }
    if (value.has("ROOT_QUERY") || value.has("client:root")) {
      return true;
    }
    int looked = 0;
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      if (++looked > LOOKED_AT) {
        return false;
      }
      if (member.getKey().indexOf(':') > 0 && member.getValue().has("__typename")) {
        return true;
      }
    }
    return false;
  }

  static JsonNode unfolded(JsonNode cache) {
    CacheRefs refs = new CacheRefs(cache);
    ObjectNode unfolded = NODES.objectNode();
    cache
        .properties()
        .forEach(member -> unfolded.set(member.getKey(), refs.value(member.getValue(), 0, 0)));
    return unfolded;
  }

  private JsonNode value(JsonNode node, int followed, int depth) {
    if (!node.isContainerNode()) {
      return node;
    }
    values += 1 + node.size();
    if (depth > MAX_DEPTH || values > WireForm.MAX_VALUES) {
      return NODES.nullNode();
    }
    if (node.isArray()) {
      ArrayNode list = NODES.arrayNode(node.size());
      node.forEach(element -> list.add(value(element, followed, depth + 1)));
      return list;
    }
    if (node.path("__refs").isArray()) {
      ArrayNode list = NODES.arrayNode();
      node.path("__refs").forEach(name -> list.add(named(name.asText(), followed, depth)));
      return list;
    }
    String name = name(node);
    return name.isEmpty() ? object(node, followed, depth) : named(name, followed, depth);
  }

  /** Apollo 2 and 3, and Relay. */
  private static String name(JsonNode node) {
    String name = node.path("__ref").asText("");
    boolean second = node.path("type").asText("").equals("id") && node.has("generated");
    return name.isEmpty() && second ? node.path("id").asText("") : name;
  }

  private JsonNode object(JsonNode node, int followed, int depth) {
    ObjectNode object = NODES.objectNode();
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      object.set(member.getKey(), value(member.getValue(), followed, depth + 1));
    }
    return object;
  }

  private JsonNode named(String name, int followed, int depth) {
    JsonNode target = cache.path(name);
    values += 1 + target.size();
    boolean room = values <= WireForm.MAX_VALUES;
    return room && followed < MAX_FOLLOWED && target.isObject()
        ? object(target, followed + 1, depth + 1)
        : NODES.nullNode();
  }
}
