package org.vigie.capture.state.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer in the form of JSON:API (jsonapi.org), such as Flarum's: what a resource says stands
 * under {@code attributes}, and who wrote it among what the answer includes. Unfolded, each has its
 * parts at one place, and its relations with theirs.
 */
final class JsonApi {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Relations of Flarum's discussions in which what they begin with lies. */
  private static final List<String> FIRST = List.of("firstPost", "mostRelevantPost");

  private static final List<String> TEXTS = List.of("contentHtml", "content");

  private final Map<String, JsonNode> resources = new HashMap<>();

  /** Values of resources that were set in others. */
  private int copied;

  private JsonApi() {}

  static boolean is(JsonNode value) {
    JsonNode first = value.path("data").isArray() ? value.path("data").path(0) : value.path("data");
    return value.path("included").isArray() && isResource(first);
  }

  private static boolean isResource(JsonNode node) {
    return node.has("type") && node.has("id") && node.path("attributes").isObject();
  }

  static JsonNode unfolded(JsonNode answer) {
    JsonApi api = new JsonApi();
    answer.path("included").forEach(one -> api.resources.put(key(one), one));
    ObjectNode unfolded = NODES.objectNode();
    JsonNode data = answer.path("data");
    if (data.isArray()) {
      ArrayNode list = NODES.arrayNode();
      data.forEach(one -> list.add(begun(one, api.resource(one))));
      unfolded.set("data", list);
    } else {
      unfolded.set("data", api.resource(data));
    }
    for (JsonNode one : answer.path("included")) {
      unfolded.withArray("/" + pointer(one.path("type").asText(""))).add(api.resource(one));
    }
    api.entitle(data, unfolded);
    return unfolded;
  }

  /** A discussion's title is that of its first post. */
  private void entitle(JsonNode data, ObjectNode unfolded) {
    String title = data.path("attributes").path("title").asText("");
    JsonNode first = data.path("relationships").path("posts").path("data").path(0);
    for (JsonNode one : unfolded.path(first.path("type").asText(""))) {
      boolean same = one.path("id").asText().equals(first.path("id").asText());
      if (same && !title.isEmpty() && one instanceof ObjectNode post && !post.has("title")) {
        post.put("title", title);
      }
    }
  }

  private ObjectNode resource(JsonNode resource) {
    ObjectNode plain = attributes(resource);
    for (Map.Entry<String, JsonNode> relation : resource.path("relationships").properties()) {
      JsonNode target = resources.get(key(relation.getValue().path("data")));
      if (target != null && copied < WireForm.MAX_VALUES && !plain.has(relation.getKey())) {
        copied += 1 + target.path("attributes").size();
        plain.set(relation.getKey(), attributes(target));
      }
    }
    return plain;
  }

  /** A list of discussions tells the text of each by its first post. */
  private static ObjectNode begun(JsonNode resource, ObjectNode plain) {
    for (String relation : FIRST) {
      boolean bare = TEXTS.stream().noneMatch(plain::has);
      for (String text : TEXTS) {
        JsonNode said = plain.path(relation).path(text);
        if (bare && said.isTextual()) {
          plain.set(text, said);
        }
      }
    }
    String slug = plain.path("slug").asText("");
    boolean discussion = resource.path("type").asText("").equals("discussions");
    if (discussion && !slug.isEmpty() && !plain.has("url")) {
      plain.put("url", "/d/" + slug);
    }
    return plain;
  }

  private static ObjectNode attributes(JsonNode resource) {
    ObjectNode plain = NODES.objectNode();
    plain.set("id", resource.path("id"));
    resource
        .path("attributes")
        .properties()
        .forEach(one -> plain.set(one.getKey(), one.getValue()));
    return plain;
  }

  private static String key(JsonNode one) {
    return one.path("type").asText("") + " " + one.path("id").asText("");
  }

  private static String pointer(String type) {
    String name = type.isEmpty() || type.equals("data") ? "included" : type;
    return name.replace("~", "~0").replace("/", "~1");
  }
}
