package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A post or a comment of Lemmy and of servers that speak its API.
 *
 * @see <a href="https://join-lemmy.org/api/">Lemmy: API</a>
 */
final class LemmyShape implements PostShape {
  @Override
  public @Nullable Post read(JsonNode object) {
    if (!object.path("creator").has("name")) {
      return null;
    }
    JsonNode comment = object.path("comment");
    JsonNode post = comment.has("content") ? comment : object.path("post");
    boolean taken = post.path("removed").asBoolean() || post.path("deleted").asBoolean();
    if (taken || (!post.has("name") && !post.has("content"))) {
      return null;
    }
    JsonNode creator = object.path("creator");
    String community = Values.text(object.path("community"), "name");
    return Post.of(Post.Kind.SOCIAL)
        .id(Values.text(post, "ap_id", "id"))
        .url(Values.text(post, "ap_id"))
        .title(post == comment ? "" : Values.text(post, "name"))
        .text(Values.text(post, post == comment ? "content" : "body"))
        .author(Values.text(creator, "display_name", "name"))
        .handle(Values.text(creator, "name"))
        .field("community", community)
        .time(Values.time(post.path("published")))
        .link(Values.text(post, "url"))
        .build();
  }
}
