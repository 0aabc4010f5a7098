package org.vigie.capture.state.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A page that was written as a file with a head of named values, as generators of sites such as
 * Gatsby keep it: the head is an object of its own beside the text.
 */
public final class FrontMatter {
  private static final String HEAD = "frontmatter";

  private FrontMatter() {}

  /** Returns an object with the values of its head, and its text as such; itself if it has none. */
  public static JsonNode joined(JsonNode object) {
    if (!(object.path(HEAD) instanceof ObjectNode head) || !(object instanceof ObjectNode page)) {
      return object;
    }
    ObjectNode joined = head.deepCopy();
    page.properties().forEach(member -> joined.putIfAbsent(member.getKey(), member.getValue()));
    String text = page.path("html").asText(page.path("rawMarkdownBody").asText(""));
    joined.remove(HEAD);
    return text.isBlank() ? joined : joined.put("fulltext", text);
  }
}
