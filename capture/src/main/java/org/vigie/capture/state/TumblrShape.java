package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A post of Tumblr in blocks, as its API gives them and its pages hold them, or in the older form.
 *
 * @see <a href="https://www.tumblr.com/docs/npf">Tumblr: Neue Post Format</a>
 */
final class TumblrShape implements PostShape {
  private static final String HOME = ".tumblr.com";

  @Override
  public @Nullable Post read(JsonNode object) {
    String blog = Values.text(object, "blog_name", "blogName");
    String url = Values.text(object, "post_url", "postUrl");
    boolean blocks = object.path("content").isArray();
    if (object.has("unix-timestamp") && object.has("url")) {
      return dashed(object);
    }
    if (blog.isEmpty()
        || url.isEmpty()
        || !(blocks || object.has("body") || object.has("caption"))) {
      return null;
    }
    StringBuilder text = new StringBuilder();
    Post.Builder post =
        Post.of(Post.Kind.SOCIAL)
            .id(Values.text(object, "id_string", "idString", "id"))
            .url(url)
            .title(Values.text(object, "title"))
            .author(blog)
            .handle(blog)
            .time(Values.time(object.path("timestamp")));
    if (blocks) {
      // What others said before stands above what was added to it.
      object.path("trail").forEach(shared -> add(shared.path("content"), text, post));
      add(object.path("content"), text, post);
    } else {
      text.append(Values.text(object, "body", "caption"));
    }
    return post.text(text.toString()).build();
  }

  /** As {@code /api/read/json} gives it, with names for each kind of post. */
  private static Post dashed(JsonNode object) {
    String url = Values.text(object, "url");
    String host = url.replaceFirst("^https?://", "").replaceFirst("/.*$", "");
    String blog = host.endsWith(HOME) ? host.substring(0, host.length() - HOME.length()) : "";
    return Post.of(Post.Kind.SOCIAL)
        .id(Values.text(object, "id"))
        .url(url)
        .title(Values.text(object, "regular-title", "link-text", "conversation-title"))
        .text(
            Values.text(
                object,
                "regular-body",
                "photo-caption",
                "video-caption",
                "audio-caption",
                "quote-text",
                "link-description",
                "conversation-text",
                "answer"))
        .author(blog)
        .handle(blog)
        .link(Values.text(object, "link-url"))
        .image(Values.text(object, "photo-url-1280"))
        .time(Values.time(object.path("unix-timestamp")))
        .build();
  }

  private static void add(JsonNode blocks, StringBuilder text, Post.Builder post) {
    for (JsonNode block : blocks) {
      String words = Values.text(block, "text", "title", "description");
      text.append(words).append(words.isEmpty() ? "" : "\n");
      if (Values.text(block, "type").equals("link")) {
        post.link(Values.text(block, "url"));
      }
      block.path("formatting").forEach(format -> post.link(Values.text(format, "url")));
      for (JsonNode medium : block.path("media")) {
        post.image(Values.text(medium, "url"));
      }
    }
  }
}
