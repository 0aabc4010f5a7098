package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A post of Weibo, as its pages for phones and their answers hold it. */
final class WeiboShape implements PostShape {
  @Override
  public @Nullable Post read(JsonNode object) {
    JsonNode user = object.path("user");
    boolean post = object.has("mid") && object.has("created_at") && user.has("screen_name");
    if (!post || !object.path("text").isTextual()) {
      return null;
    }
    String id = Values.text(object, "id", "mid");
    return Post.of(Post.Kind.SOCIAL)
        .id(id)
        .url("https://m.weibo.cn/status/" + id)
        .text(withShared(object))
        .author(Values.text(user, "screen_name"))
        .field("code", Values.text(object, "bid", "mblogid"))
        .time(Values.time(object.path("created_at")))
        .build();
  }

  /** What a post shares is part of what it says. */
  private static String withShared(JsonNode object) {
    String shared = Values.text(object.path("retweeted_status"), "text");
    String own =
        object.path("longText").has("longTextContent")
            ? Values.text(object.path("longText"), "longTextContent")
            : Values.text(object, "text");
    return shared.isEmpty() ? own : own + "<br>" + shared;
  }
}
