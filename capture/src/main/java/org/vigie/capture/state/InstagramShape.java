package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A post of Instagram or Threads, in the forms of their pages, of their apps and of GraphQL. */
final class InstagramShape implements PostShape {
  @Override
  public @Nullable Post read(JsonNode object) {
    boolean app = object.has("code") && object.has("taken_at");
    boolean graph = object.has("shortcode") && object.has("taken_at_timestamp");
    if (!app && !graph) {
      return null;
    }
    String code = Values.text(object, "code", "shortcode");
    boolean threads = object.has("text_post_app_info");
    JsonNode person = object.has("user") ? object.path("user") : object.path("owner");
    String handle = Values.text(person, "username");
    return Post.of(Post.Kind.SOCIAL)
        .id(code)
        .url(
            threads
                ? "https://www.threads.com/@" + handle + "/post/" + code
                : "https://www.instagram.com/p/" + code + "/")
        .text(caption(object))
        .author(Values.text(person, "full_name", "username"))
        .handle(handle)
        .place(Values.text(object.path("location"), "name"))
        .time(Values.time(app ? object.path("taken_at") : object.path("taken_at_timestamp")))
        .link(
            Values.text(Values.at(object, "text_post_app_info", "link_preview_attachment"), "url"))
        .build();
  }

  private static String caption(JsonNode object) {
    String own = Values.textOf(object.path("caption"));
    JsonNode edges = Values.at(object, "edge_media_to_caption", "edges", "0", "node");
    return own.isEmpty() ? Values.text(edges, "text") : own;
  }
}
