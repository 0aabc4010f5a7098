package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A thing of Reddit's public listings: a post ({@code t3}) or a comment ({@code t1}). */
final class RedditShape implements PostShape {
  @Override
  public @Nullable Post read(JsonNode object) {
    String kind = Values.text(object, "kind");
    JsonNode data = object.path("data");
    boolean submission = kind.equals("t3") && data.has("title");
    if (!submission && !(kind.equals("t1") && data.has("body"))) {
      return null;
    }
    Post.Builder post =
        Post.of(Post.Kind.SOCIAL)
            .id(kind + "_" + Values.text(data, "id"))
            .url("https://www.reddit.com" + Values.text(data, "permalink"))
            .title(submission ? Values.text(data, "title") : "")
            .text(Markup.decoded(Values.text(data, submission ? "selftext" : "body")))
            .author(Values.text(data, "author"))
            .field("community", community(data))
            .time(Values.time(data.path("created_utc")));
    String link = Values.text(data, "url");
    return data.path("is_self").asBoolean() ? post.build() : post.link(link).build();
  }

  private static String community(JsonNode data) {
    String name = Values.text(data, "subreddit");
    return name.isEmpty() ? "" : "r/" + name;
  }
}
