package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A topic of Odnoklassniki as its API gives it: its text lies among its media.
 *
 * @see <a href="https://apiok.ru/dev/methods/rest/mediatopic/mediatopic.getByIds">OK: topics</a>
 */
final class OkShape implements PostShape {
  @Override
  public @Nullable Post read(JsonNode object) {
    JsonNode media = object.path("media");
    if (!media.isArray() || !object.has("author_ref") || !object.has("created_ms")) {
      return null;
    }
    Post.Builder post =
        Post.of(Post.Kind.SOCIAL)
            .id(Values.text(object, "id"))
            .url(Values.text(object, "permalink", "url"))
            .author(Values.text(object, "author_name"))
            .time(Values.time(object.path("created_ms")));
    StringBuilder text = new StringBuilder();
    for (JsonNode one : media) {
      add(text, Values.text(one, "text", "question"));
      one.path("answers").forEach(answer -> add(text, Values.text(answer, "text")));
      if (Values.text(one, "type").equals("link")) {
        add(text, Values.text(one, "title"));
        add(text, Values.text(one, "description"));
        post.link(Values.text(one, "url"));
      }
    }
    return post.text(text.toString()).build();
  }

  private static void add(StringBuilder text, String line) {
    text.append(line.isEmpty() ? "" : line + "\n");
  }
}
