package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A spotlight or a public profile of Snapchat, as its pages hold them. */
final class SnapchatShape implements PostShape {
  @Override
  public @Nullable Post read(JsonNode object) {
    if (object.path("metadata").has("videoMetadata")) {
      return video(object.path("metadata").path("videoMetadata"), id(object.path("story")));
    }
    if (object.path("videoMetadata").has("creator")) {
      return video(object.path("videoMetadata"), "");
    }
    if (object.has("snapList") && object.has("storyTitle")) {
      return highlight(object);
    }
    JsonNode profile = object.path("publicProfileInfo");
    return profile.has("username") && profile.has("bio") ? profile(profile) : null;
  }

  private static String id(JsonNode story) {
    return Values.textOf(story.path("storyId"));
  }

  /** A spotlight that a profile shows, without its author. */
  private static Post highlight(JsonNode story) {
    JsonNode first = story.path("snapList").path(0);
    return Post.of(Post.Kind.SOCIAL)
        .id(wrapped(story, "storyId"))
        .text(wrapped(story, "storyTitle"))
        .time(Values.time(first.path("timestampInSec").path("value")))
        .build();
  }

  private static String wrapped(JsonNode object, String name) {
    String own = Values.text(object, name);
    return own.isEmpty() ? Values.text(object.path(name), "value") : own;
  }

  private static Post video(JsonNode video, String id) {
    JsonNode creator = video.path("creator");
    JsonNode person = creator.has("personCreator") ? creator.path("personCreator") : creator;
    return Post.of(Post.Kind.SOCIAL)
        .id(id)
        .url(id.isEmpty() ? "" : "https://www.snapchat.com/spotlight/" + id)
        .text(Values.text(video, "description"))
        .author(Values.text(person, "name"))
        .handle(Values.text(person, "username"))
        .time(Values.time(video.path("uploadDateMs")))
        .build();
  }

  /** A profile is no subject of its page beside its videos: its words may name a contact. */
  private static Post profile(JsonNode profile) {
    return Post.of(Post.Kind.SOCIAL)
        .text(Values.text(profile, "bio"))
        .author(Values.text(profile, "title"))
        .handle(Values.text(profile, "username"))
        .place(Values.text(profile, "address"))
        .link(Values.text(profile, "websiteUrl"))
        .build();
  }
}
