package org.vigie.capture.state.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer that names who wrote its posts in lists beside them, as those of VK ({@code profiles},
 * {@code groups}) and of Odnoklassniki ({@code entities}) do. Unfolded, each post says it itself.
 */
final class OwnerNames {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final List<String> POSTS = List.of("items", "media_topics");

  /** Who signed a post comes before the wall it stands on. */
  private static final List<String> OWNERS =
      List.of("signer_id", "from_id", "author_ref", "owner_id", "owner_ref", "created_by");

  private static final int MAX_NAMES = 10_000;

  /** What a post calls its owner → the owner's name. */
  private final Map<String, String> names = new HashMap<>();

  private OwnerNames() {}

  static boolean is(JsonNode value) {
    boolean named =
        value.path("profiles").isArray()
            || value.path("groups").isArray()
            || value.path("entities").isObject();
    return named && POSTS.stream().anyMatch(posts -> value.path(posts).isArray());
  }

  static JsonNode unfolded(JsonNode answer) {
    OwnerNames owners = new OwnerNames();
    owners.add(answer.path("profiles"), "");
    owners.add(answer.path("groups"), "-"); // a group's posts have its number below nought
    answer.path("entities").forEach(list -> owners.add(list, ""));
    ObjectNode unfolded = NODES.objectNode();
    for (Map.Entry<String, JsonNode> member : answer.properties()) {
      boolean posts = POSTS.contains(member.getKey()) && member.getValue().isArray();
      unfolded.set(member.getKey(), posts ? owners.named(member.getValue()) : member.getValue());
    }
    return unfolded;
  }

  private void add(JsonNode list, String sign) {
    for (JsonNode owner : list) {
      String both = owner.path("first_name").asText("") + " " + owner.path("last_name").asText("");
      String name = owner.path("name").asText(both).strip();
      if (names.size() < MAX_NAMES && !name.isEmpty()) {
        names.putIfAbsent(owner.path("ref").asText(sign + owner.path("id").asText()), name);
      }
    }
  }

  private ArrayNode named(JsonNode posts) {
    ArrayNode named = NODES.arrayNode(posts.size());
    for (JsonNode post : posts) {
      String name = "";
      for (String owner : OWNERS) {
        name = name.isEmpty() ? names.getOrDefault(post.path(owner).asText(""), "") : name;
      }
      named.add(
          post instanceof ObjectNode one && !name.isEmpty() && !one.has("author_name")
              ? one.deepCopy().put("author_name", name)
              : post);
    }
    return named;
  }
}
