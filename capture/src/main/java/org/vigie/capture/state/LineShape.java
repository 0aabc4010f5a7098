package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A post of LINE VOOM, as its pages and its profiles' feeds hold it. */
final class LineShape implements PostShape {
  @Override
  public @Nullable Post read(JsonNode object) {
    JsonNode post = object.path("post");
    JsonNode about = post.path("postInfo");
    if (!about.has("postId") || !post.path("contents").isObject()) {
      return null;
    }
    String id = Values.text(about, "postId");
    return Post.of(Post.Kind.SOCIAL)
        .id(id)
        .url("https://linevoom.line.me/post/" + id)
        .text(Values.text(post.path("contents"), "text"))
        .author(Values.text(post.path("userInfo"), "nickname"))
        .time(Values.time(about.path("createdTime")))
        .build();
  }
}
