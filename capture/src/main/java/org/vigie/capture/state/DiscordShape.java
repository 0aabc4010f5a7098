package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * An invitation to a server of Discord, its public widget, or a message.
 *
 * @see <a href="https://discord.com/developers/docs/resources/invite">Discord: invites</a>
 */
final class DiscordShape implements PostShape {
  @Override
  public @Nullable Post read(JsonNode object) {
    if (object.has("code") && object.path("guild").has("name")) {
      return invitation(object);
    }
    if (object.has("instant_invite") && object.has("presence_count")) {
      return widget(object);
    }
    boolean message =
        object.has("channel_id")
            && object.has("timestamp")
            && object.path("author").has("username");
    return message ? message(object) : null;
  }

  private static Post invitation(JsonNode invite) {
    JsonNode guild = invite.path("guild");
    String code = Values.text(invite, "code");
    String channel = Values.text(invite.path("channel"), "name");
    return Post.of(Post.Kind.INVITATION)
        .id(code)
        .url("https://discord.gg/" + code)
        .title(Values.text(guild, "name"))
        .text(Values.text(guild, "description"))
        .author(Values.text(invite.path("inviter"), "global_name", "username"))
        .field("contact", "url:https://discord.gg/" + code)
        .field("context.channel", channel)
        .field("context.members", Values.text(invite, "approximate_member_count"))
        .field("context.online", Values.text(invite, "approximate_presence_count"))
        .field("context.expires", Values.text(invite, "expires_at"))
        .build();
  }

  private static Post widget(JsonNode widget) {
    return Post.of(Post.Kind.INVITATION)
        .id(Values.text(widget, "id"))
        .url(Values.text(widget, "instant_invite"))
        .title(Values.text(widget, "name"))
        .field("context.online", Values.text(widget, "presence_count"))
        .build();
  }

  private static Post message(JsonNode message) {
    JsonNode author = message.path("author");
    return Post.of(Post.Kind.MESSAGE)
        .id(Values.text(message, "id"))
        .text(Values.text(message, "content"))
        .author(Values.text(author, "global_name", "username"))
        .handle(Values.text(author, "username"))
        .time(Values.time(message.path("timestamp")))
        .build();
  }
}
