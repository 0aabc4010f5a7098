package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A video, a comment below one, a post of a channel's community or a channel, as {@code
 * ytInitialPlayerResponse} and {@code ytInitialData} hold them; comments also as the API gives
 * them.
 *
 * @see <a href="https://developers.google.com/youtube/v3/docs/commentThreads">commentThreads</a>
 */
final class YoutubeShape implements PostShape {
  private static final String COMMENT = "youtube#comment";
  private static final String WATCH = "https://www.youtube.com/watch?v=";

  @Override
  public @Nullable Post read(JsonNode object) {
    if (object.path("videoDetails").has("videoId")) {
      return watched(object);
    }
    if (object.path("videoRenderer").has("videoId")) {
      return listed(object.path("videoRenderer"));
    }
    if (object.path("backstagePostRenderer").has("postId")) {
      return posted(object.path("backstagePostRenderer"));
    }
    if (object.path("commentEntityPayload").has("properties")) {
      return commented(object.path("commentEntityPayload"));
    }
    if (object.path("commentRenderer").has("commentId")) {
      return commentedBefore(object.path("commentRenderer"));
    }
    JsonNode top = Values.at(object, "snippet", "topLevelComment");
    if (top.isObject() || Values.text(object, "kind").equals(COMMENT)) {
      return answered(top.isObject() ? top : object, object.path("snippet"));
    }
    return object.path("channelMetadataRenderer").has("title")
        ? channel(object.path("channelMetadataRenderer"))
        : null;
  }

  @Override
  public JsonNode answers(JsonNode object) {
    return Values.at(object, "replies", "comments");
  }

  private static Post watched(JsonNode player) {
    JsonNode video = player.path("videoDetails");
    JsonNode about = Values.at(player, "microformat", "playerMicroformatRenderer");
    JsonNode published =
        about.has("publishDate") ? about.path("publishDate") : about.path("uploadDate");
    String id = Values.text(video, "videoId");
    return Post.of(Post.Kind.SOCIAL)
        .id(id)
        .url(WATCH + id)
        .title(Values.text(video, "title"))
        .text(Values.text(video, "shortDescription"))
        .author(Values.text(video, "author"))
        .handle(handle(Values.text(about, "ownerProfileUrl")))
        .field("channelId", Values.text(video, "channelId"))
        .time(Values.time(published))
        .build();
  }

  private static Post listed(JsonNode video) {
    String id = Values.text(video, "videoId");
    JsonNode snippet = Values.at(video, "detailedMetadataSnippets", "0", "snippetText");
    return Post.of(Post.Kind.SOCIAL)
        .id(id)
        .url(WATCH + id)
        .title(Values.textOf(video.path("title")))
        .text(Values.textOf(snippet.isMissingNode() ? video.path("descriptionSnippet") : snippet))
        .author(Values.textOf(video.path("ownerText")))
        .field("context.posted", Values.textOf(video.path("publishedTimeText")))
        .build();
  }

  private static Post posted(JsonNode post) {
    String id = Values.text(post, "postId");
    return linked(Post.of(Post.Kind.SOCIAL), post.path("contentText"))
        .id(id)
        .url("https://www.youtube.com/post/" + id)
        .text(Values.textOf(post.path("contentText")))
        .author(Values.textOf(post.path("authorText")))
        .field("context.posted", Values.textOf(post.path("publishedTimeText")))
        .build();
  }

  /** What a run shows of an address is cut short; where it leads stands beside it. */
  private static Post.Builder linked(Post.Builder post, JsonNode text) {
    for (JsonNode run : text.path("runs")) {
      post.link(Values.text(Values.at(run, "navigationEndpoint", "urlEndpoint"), "url"));
    }
    return post;
  }

  private static Post commented(JsonNode comment) {
    JsonNode said = comment.path("properties");
    return Post.of(Post.Kind.SOCIAL)
        .id(Values.text(said, "commentId"))
        .text(Values.textOf(said.path("content")))
        .author(Values.text(comment.path("author"), "displayName"))
        .field("context.posted", Values.text(said, "publishedTime"))
        .field(StateReader.COMMENT, "true")
        .build();
  }

  /** As pages held comments until 2024. */
  private static Post commentedBefore(JsonNode comment) {
    return linked(Post.of(Post.Kind.SOCIAL), comment.path("contentText"))
        .id(Values.text(comment, "commentId"))
        .text(Values.textOf(comment.path("contentText")))
        .author(Values.textOf(comment.path("authorText")))
        .field("context.posted", Values.textOf(comment.path("publishedTimeText")))
        .field(StateReader.COMMENT, "true")
        .build();
  }

  /** What begins a thread tells its video, be it that the comment itself doesn't. */
  private static Post answered(JsonNode comment, JsonNode thread) {
    JsonNode said = comment.path("snippet");
    String id = Values.text(comment, "id");
    String video = Values.text(said.has("videoId") ? said : thread, "videoId");
    return Post.of(Post.Kind.SOCIAL)
        .id(id)
        .url(video.isEmpty() ? "" : WATCH + video + "&lc=" + id)
        .text(Values.text(said, "textDisplay", "textOriginal"))
        .author(Values.text(said, "authorDisplayName"))
        .time(Values.time(said.path("publishedAt")))
        .field(StateReader.COMMENT, "true")
        .build();
  }

  private static Post channel(JsonNode channel) {
    return Post.of(Post.Kind.SOCIAL)
        .id(Values.text(channel, "externalId"))
        .url(Values.text(channel, "vanityChannelUrl", "channelUrl"))
        .title(Values.text(channel, "title"))
        .text(Values.text(channel, "description"))
        .author(Values.text(channel, "title"))
        .handle(handle(Values.text(channel, "vanityChannelUrl", "ownerUrls")))
        .field("profile", "true")
        .build();
  }

  private static String handle(String url) {
    int at = url.indexOf('@');
    return at < 0 ? "" : url.substring(at);
  }
}
