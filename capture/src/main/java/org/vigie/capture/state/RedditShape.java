package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A thing of Reddit's public listings: a post ({@code t3}) or a comment ({@code t1}). */
final class RedditShape implements PostShape {
  @Override
  public @Nullable Post read(JsonNode object) {
    String kind = Values.text(object, "kind");
    JsonNode data = object.path("data");
    boolean taken = !Values.text(data, "removed_by_category").isEmpty();
    boolean submission = kind.equals("t3") && data.has("title") && !taken;
    boolean comment = kind.equals("t1") && data.has("body") && !isGone(Values.text(data, "body"));
    if (!submission && !comment) {
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

  @Override
  public JsonNode answers(JsonNode object) {
    return object.path("data").path("replies");
  }

  /** Reddit keeps the place of what was taken down, and says so in its stead. */
  private static boolean isGone(String body) {
    return body.equals("[removed]") || body.equals("[deleted]");
  }

  private static String community(JsonNode data) {
    String name = Values.text(data, "subreddit");
    return name.isEmpty() ? "" : "r/" + name;
  }
}
