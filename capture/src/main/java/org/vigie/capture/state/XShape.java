package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A post of X, as its syndication, its old API and GraphQL write it. */
final class XShape implements PostShape {
  @Override
  public @Nullable Post read(JsonNode object) {
    JsonNode shared = shared(object);
    return shared.isObject() ? post(shared) : post(object);
  }

  /** What is only passed on is cut at its end; the whole stands within it. */
  private static JsonNode shared(JsonNode object) {
    JsonNode legacy = object.has("legacy") ? object.path("legacy") : object;
    JsonNode result = Values.at(legacy, "retweeted_status_result", "result");
    return result.isObject() ? result : legacy.path("retweeted_status");
  }

  private static @Nullable Post post(JsonNode object) {
    JsonNode legacy = object.has("legacy") ? object.path("legacy") : object;
    String text = Values.text(legacy, "full_text", "text");
    JsonNode note = Values.at(object, "note_tweet", "note_tweet_results", "result");
    String whole = Values.text(note, "text").isEmpty() ? text : Values.text(note, "text");
    boolean post = legacy.has("id_str") && legacy.has("created_at") && !whole.isEmpty();
    if (!post) {
      return null;
    }
    JsonNode user = user(object, legacy);
    String handle = Values.text(user, "screen_name");
    String id = Values.text(legacy, "id_str");
    Post.Builder built =
        Post.of(Post.Kind.SOCIAL)
            .id(id)
            .url(handle.isEmpty() ? "" : "https://x.com/" + handle + "/status/" + id)
            .text(Markup.decoded(whole))
            .author(Values.text(user, "name"))
            .handle(handle)
            .field("language", Values.text(legacy, "lang"))
            .time(Values.time(legacy.path("created_at")));
    for (JsonNode url : Values.at(legacy, "entities", "urls")) {
      built.link(Values.text(url, "expanded_url", "url"));
    }
    return built.build();
  }

  private static JsonNode user(JsonNode object, JsonNode legacy) {
    JsonNode result = Values.at(object, "core", "user_results", "result");
    JsonNode named =
        result.path("core").has("screen_name") ? result.path("core") : result.path("legacy");
    return named.isMissingNode() ? legacy.path("user") : named;
  }
}
