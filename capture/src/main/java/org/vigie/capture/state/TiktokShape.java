package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A video of TikTok, or its pictures under a title, in its rehydration data and in the older forms
 * of it.
 */
final class TiktokShape implements PostShape {
  @Override
  public @Nullable Post read(JsonNode object) {
    if (object.path("desc").isTextual() && object.has("createTime") && object.has("author")) {
      return video(object);
    }
    JsonNode played = object.path("itemInfos");
    if (played.path("text").isTextual() && object.has("authorInfos")) {
      return played(played, object.path("authorInfos"));
    }
    boolean person = object.has("uniqueId") && object.path("signature").isTextual();
    return person ? person(object) : null;
  }

  private static Post video(JsonNode object) {
    JsonNode author = object.path("author");
    String handle = author.isTextual() ? author.asText() : Values.text(author, "uniqueId");
    String id = Values.text(object, "id");
    return Post.of(Post.Kind.SOCIAL)
        .id(id)
        .url("https://www.tiktok.com/@" + handle + "/video/" + id)
        .title(Values.text(object.path("imagePost"), "title"))
        .text(Values.text(object, "desc") + onThePicture(object))
        .author(
            author.isTextual() ? Values.text(object, "nickname") : Values.text(author, "nickname"))
        .handle(handle)
        .place(Values.text(object, "locationCreated"))
        .time(Values.time(object.path("createTime")))
        .field("context.about", Values.text(author, "signature"))
        .build();
  }

  /** Returns the lines that the author wrote over the picture, each behind a line's end. */
  private static String onThePicture(JsonNode video) {
    StringBuilder lines = new StringBuilder();
    for (JsonNode sticker : video.path("stickersOnItem")) {
      for (JsonNode line : sticker.path("stickerText")) {
        lines.append('\n').append(line.asText(""));
      }
    }
    return lines.toString();
  }

  /** The video of a page that others show within theirs. */
  private static Post played(JsonNode video, JsonNode author) {
    String handle = Values.text(author, "uniqueId");
    String id = Values.text(video, "id");
    return Post.of(Post.Kind.SOCIAL)
        .id(id)
        .url("https://www.tiktok.com/@" + handle + "/video/" + id)
        .text(Values.text(video, "text"))
        .author(Values.text(author, "nickName", "nickname"))
        .handle(handle)
        .time(Values.time(video.path("createTime")))
        .build();
  }

  private static Post person(JsonNode object) {
    String handle = Values.text(object, "uniqueId");
    return Post.of(Post.Kind.SOCIAL)
        .id(handle)
        .url("https://www.tiktok.com/@" + handle)
        .text(Values.text(object, "signature"))
        .author(Values.text(object, "nickname"))
        .handle(handle)
        .field("profile", "true")
        .link(Values.text(object.path("bioLink"), "link"))
        .build();
  }
}
