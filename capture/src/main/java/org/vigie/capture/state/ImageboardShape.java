package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A post of an imageboard's thread, as 4chan's API writes it, and as boards of the kind of Wakaba
 * and Makaba do.
 *
 * @see <a href="https://github.com/4chan/4chan-API">4chan API: threads</a>
 */
final class ImageboardShape implements PostShape {
  /** What a post answers stands there by itself; the number says nothing. */
  private static final String ANSWERED =
      "<a[^>]{0,300}class=[\"'](?:quotelink|post-reply-link)[^>]{0,300}>[^<]{0,60}</a>(?:\\s*<br ?/?>)?";

  @Override
  public @Nullable Post read(JsonNode object) {
    // What begins a thread has no number that it answers where the board lists its threads.
    boolean chan =
        object.has("no") && object.has("time") && (object.has("resto") || object.has("replies"));
    boolean makaba = object.has("num") && object.has("timestamp") && object.has("comment");
    if (!chan && !makaba) {
      return null;
    }
    String text = Values.text(object, chan ? "com" : "comment").replaceAll(ANSWERED, "");
    boolean answer = object.path(chan ? "resto" : "parent").asLong() != 0;
    return Post.of(Post.Kind.SOCIAL)
        .field(StateReader.COMMENT, answer ? "true" : "")
        .id(Values.text(object, chan ? "no" : "num"))
        .title(Values.text(object, chan ? "sub" : "subject"))
        .text(text.replace("<wbr>", ""))
        .author(Values.text(object, "name"))
        .time(Values.time(object.path(chan ? "time" : "timestamp")))
        .build();
  }
}
