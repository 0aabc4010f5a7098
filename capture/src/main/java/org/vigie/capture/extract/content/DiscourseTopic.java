package org.vigie.capture.extract.content;

import com.fasterxml.jackson.databind.JsonNode;
import org.jsoup.nodes.Element;
import org.vigie.capture.extract.page.Json;
import org.vigie.capture.extract.page.Page;

/** The posts of a Discourse forum's topic, which its pages hold as JSON and not as markup. */
final class DiscourseTopic {
  private DiscourseTopic() {}

  /** Returns the posts, author and text of each, or empty if this is no such page. */
  static String text(Page page) {
    Element preloaded = page.index().preloaded();
    if (preloaded == null) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    for (var entry : Json.read(preloaded.attr("data-preloaded")).properties()) {
      if (entry.getKey().startsWith("topic_") && entry.getValue().isTextual()) {
        posts(page, Json.read(entry.getValue().textValue()), text);
      }
    }
    return text.toString().strip();
  }

  private static void posts(Page page, JsonNode topic, StringBuilder text) {
    for (JsonNode post : topic.path("post_stream").path("posts")) {
      String body = page.described(post.path("cooked").asText(""));
      if (!body.isBlank()) {
        text.append(post.path("username").asText("")).append('\n').append(body).append("\n\n");
      }
    }
  }
}
