package org.vigie.capture.state.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Data of a page in whichever form its framework wrote it. */
public final class WireForm {
  /**
   * Values that one piece of data may unfold to: parts that name each other could go on forever.
   */
  static final int MAX_VALUES = 200_000;

  /** Frameworks wrap their data a few times; deeper lies what a page is about. */
  private static final int MAX_DEPTH = 6;

  private WireForm() {}

  /** Returns a value in plain JSON: itself if it already is. */
  public static JsonNode plain(JsonNode value) {
    return plain(value, 0);
  }

  private static JsonNode plain(JsonNode value, int depth) {
    if (depth > MAX_DEPTH || !value.isContainerNode()) {
      return value;
    }
    if (FlatList.is(value)) {
      return plain(FlatList.unfolded(value), depth + 1);
    }
    if (JsonApi.is(value)) {
      return JsonApi.unfolded(value);
    }
    if (CacheRefs.is(value)) {
      return CacheRefs.unfolded(value);
    }
    if (OwnerNames.is(value)) {
      return OwnerNames.unfolded(value);
    }
    JsonNode wrapped = WrappedText.in(value);
    if (wrapped != null) {
      return wrapped;
    }
    return value.isObject() ? entitled(members(value, depth)) : elements(value, depth);
  }

  /** A thread's title is that of its first post. */
  private static JsonNode entitled(JsonNode object) {
    if (object instanceof ObjectNode thread && thread.path("posts").isArray()) {
      WrappedText.entitle(thread);
    }
    return object;
  }

  private static JsonNode members(JsonNode object, int depth) {
    ObjectNode changed = null;
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      JsonNode plain = plain(member.getValue(), depth + 1);
      if (plain != member.getValue()) {
        changed = changed == null ? shallow(object) : changed;
        changed.set(member.getKey(), plain);
      }
    }
    return changed == null ? object : changed;
  }

  private static ObjectNode shallow(JsonNode object) {
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    object.properties().forEach(member -> copy.set(member.getKey(), member.getValue()));
    return copy;
  }

  private static JsonNode elements(JsonNode list, int depth) {
    ArrayNode plain = JsonNodeFactory.instance.arrayNode(list.size());
    boolean changed = false;
    for (JsonNode element : list) {
      JsonNode one = plain(element, depth + 1);
      changed |= one != element;
      plain.add(one);
    }
    return changed ? plain : list;
  }
}
