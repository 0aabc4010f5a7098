package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A post view of the AT protocol, as Bluesky's public API gives it.
 *
 * @see <a href="https://docs.bsky.app/docs/api/app-bsky-feed-get-author-feed">Bluesky: feeds</a>
 */
final class BlueskyShape implements PostShape {
  /** Field of what is said below another post of a thread. */
  static final String DEPTH = "context.depth";

  @Override
  public @Nullable Post read(JsonNode object) {
    JsonNode within = object.path("value").path("post");
    // The second form of threads is a list of posts, each with how deep it lies.
    boolean listed = object.has("depth") && within.isObject();
    return listed ? post(within, object.path("depth").asInt()) : post(object, 0);
  }

  private static @Nullable Post post(JsonNode object, int depth) {
    JsonNode record =
        object.path("record").has("text") ? object.path("record") : object.path("value");
    if (!object.has("uri") || !record.path("text").isTextual()) {
      return null;
    }
    JsonNode author = object.path("author");
    Post.Builder post =
        Post.of(Post.Kind.SOCIAL)
            .id(Values.text(object, "uri"))
            .url(address(Values.text(object, "uri"), Values.text(author, "handle")))
            .text(record.path("text").asText())
            .time(Values.time(record.path("createdAt")))
            .author(name(author))
            .handle(Values.text(author, "handle"))
            .field("context.replyTo", Values.text(Values.at(record, "reply", "parent"), "uri"))
            .field(DEPTH, depth > 0 ? String.valueOf(depth) : "")
            .field("language", record.path("langs").path(0).asText(""));
    for (JsonNode facet : record.path("facets")) {
      facet.path("features").forEach(feature -> post.link(Values.text(feature, "uri")));
    }
    embedded(post, object.path("embed"));
    embedded(post, record.path("embed"));
    return post.build();
  }

  /** A person who shows no name is known by the handle. */
  private static String name(JsonNode author) {
    return Values.text(author, "displayName", "handle");
  }

  private static void embedded(Post.Builder post, JsonNode embed) {
    for (JsonNode holder : new JsonNode[] {embed, embed.path("media")}) {
      post.link(Values.text(holder.path("external"), "uri"));
      holder.path("images").forEach(image -> post.image(Values.text(image, "fullsize")));
    }
  }

  private static String address(String uri, String handle) {
    String key = uri.substring(uri.lastIndexOf('/') + 1);
    return handle.isEmpty() || key.isEmpty()
        ? ""
        : "https://bsky.app/profile/" + handle + "/post/" + key;
  }
}
