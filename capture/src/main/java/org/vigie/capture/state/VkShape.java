package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A post of a wall, or a comment on one, as VK's API gives it. What people say elsewhere, such as
 * in a topic of a group, says not where: it has no address.
 *
 * @see <a href="https://dev.vk.com/reference/objects/post">VK: wall post</a>
 */
final class VkShape implements PostShape {
  @Override
  public @Nullable Post read(JsonNode object) {
    boolean owned = object.path("owner_id").isNumber() || object.path("from_id").isNumber();
    if (!owned || !object.path("date").isNumber() || !object.path("text").isTextual()) {
      return null;
    }
    String owner = Values.text(object, "owner_id", "to_id", "source_id");
    String number = Values.text(object, "id", "post_id");
    String answered = object.has("id") ? Values.text(object, "post_id") : "";
    String wall = "wall" + owner + "_";
    String id = answered.isEmpty() ? wall + number : wall + answered + "?reply=" + number;
    Post.Builder post =
        Post.of(Post.Kind.SOCIAL)
            .id(owner.isEmpty() ? number : id)
            .url(owner.isEmpty() ? "" : "https://vk.com/" + id)
            .author(Values.text(object, "author_name"))
            .time(Values.time(object.path("date")))
            .field("context.pinned", Values.text(object, "is_pinned").equals("1") ? "true" : "");
    String text = withShared(object);
    String attached = attached(post, object.path("attachments"));
    return post.text(text.isBlank() ? attached : text).build();
  }

  /** What a post shares is part of what it says. */
  private static String withShared(JsonNode object) {
    StringBuilder text = new StringBuilder(object.path("text").asText().strip());
    for (JsonNode shared : object.path("copy_history")) {
      text.append('\n').append(shared.path("text").asText("").strip());
    }
    return text.toString().strip();
  }

  /** Returns the titles of what is attached: all that a post without text says. */
  private static String attached(Post.Builder post, JsonNode attachments) {
    StringBuilder titles = new StringBuilder();
    for (JsonNode attachment : attachments) {
      JsonNode thing = attachment.path(Values.text(attachment, "type"));
      String title = Values.text(thing, "title", "text", "caption");
      titles.append(title.isEmpty() ? "" : title + "\n");
      if (Values.text(attachment, "type").equals("link")) {
        post.link(Values.text(thing, "url"));
      }
    }
    return titles.toString().strip();
  }
}
