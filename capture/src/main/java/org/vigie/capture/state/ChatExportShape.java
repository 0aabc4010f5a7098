package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.state.wire.MixedText;

/**
 * A message of a chat as Telegram Desktop exports it ({@code result.json}). What the service itself
 * notes, such as who joined, is no post.
 */
final class ChatExportShape implements PostShape {
  @Override
  public @Nullable Post read(JsonNode object) {
    boolean record = object.has("date_unixtime") && object.has("type") && object.has("text");
    if (!record) {
      return null;
    }
    boolean said = object.path("type").asText().equals("message");
    String handle = Values.text(object, "from_id");
    Post.Builder post = Post.of(Post.Kind.MESSAGE);
    MixedText.links(object.path("text")).forEach(post::link);
    return post.id(Values.text(object, "id"))
        .text(said ? text(object) : "")
        .author(Values.text(object, "from"))
        .handle(handle)
        .time(Values.time(object.path("date_unixtime")))
        .field("forwardedFrom", Values.text(object, "forwarded_from"))
        .field("context.edited", Values.text(object, "edited"))
        .build();
  }

  private static String text(JsonNode message) {
    JsonNode text = message.path("text");
    String said = text.isTextual() ? text.asText() : MixedText.joined(text);
    String asked = Values.text(message.path("poll"), "question");
    return asked.isEmpty() ? said : said + "\n" + asked;
  }
}
