package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A public status of Mastodon's API inside another answer, such as a context or a search. */
final class MastodonShape implements PostShape {
  private static final Set<String> OPEN = Set.of("public", "unlisted", "");

  @Override
  public @Nullable Post read(JsonNode object) {
    boolean status =
        object.has("account") && object.has("created_at") && object.path("content").isTextual();
    boolean profile = object.has("acct") && object.path("note").isTextual();
    if (status && OPEN.contains(Values.text(object, "visibility"))) {
      JsonNode account = object.path("account");
      return Post.of(Post.Kind.SOCIAL)
          .id(Values.text(object, "uri", "id"))
          .url(Values.text(object, "url", "uri"))
          .title(Values.text(object, "spoiler_text"))
          .text(object.path("content").asText())
          .author(Values.text(account, "display_name", "acct"))
          .handle(Values.text(account, "acct"))
          .time(Values.time(object.path("created_at")))
          .build();
    }
    return profile ? profile(object) : null;
  }

  private static Post profile(JsonNode account) {
    StringBuilder note = new StringBuilder(account.path("note").asText());
    account
        .path("fields")
        .forEach(field ->
            note.append("<p>")
                .append(Values.text(field, "name"))
                .append(": ")
                .append(Values.text(field, "value"))
                .append("</p>"));
    return Post.of(Post.Kind.SOCIAL)
        .id(Values.text(account, "id"))
        .url(Values.text(account, "url"))
        .title(Values.text(account, "display_name", "acct"))
        .text(note.toString())
        .author(Values.text(account, "display_name", "acct"))
        .handle(Values.text(account, "acct"))
        .field("profile", "true")
        .build();
  }
}
