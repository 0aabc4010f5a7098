package org.vigie.capture.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import org.vigie.capture.state.wire.MixedText;

/**
 * What one message of a chat says, and where it leads: its text, the question of a poll, a link or
 * the number of a contact that is shared, and the cards below it.
 *
 * @param text all of it, a line or more each; perhaps empty
 * @param links addresses that stand behind its words
 */
record ChatBody(String text, Set<String> links) {
  private static final int MAX_CARDS = 20;

  static ChatBody of(JsonNode message) {
    JsonNode text = message.has("text") ? message.path("text") : message.path("content");
    text = text.path("body").isTextual() ? text.path("body") : text; // as Matrix wraps it
    text = text.isMissingNode() ? message.path("body") : text;
    text = text.isMissingNode() ? message.path("Contents") : text; // in Discord's own package
    if (SlackText.is(message)) {
      return new ChatBody(SlackText.shown(text.asText("")).strip(), Set.of());
    }
    Set<String> pieces = new LinkedHashSet<>();
    pieces.add(text.isArray() ? MixedText.joined(text) : Mojibake.repaired(text.asText("")));
    add(pieces, said(message.path("poll").path("question")));
    add(pieces, said(message.path("share").path("link")));
    add(pieces, said(message.path("contact_information").path("phone_number")));
    message.path("data").forEach(part -> add(pieces, said(part.path("post")))); // on Facebook
    Set<String> links = new LinkedHashSet<>(MixedText.links(text));
    int cards = 0;
    for (JsonNode card : message.path("embeds")) {
      if (++cards > MAX_CARDS) {
        break;
      }
      card(pieces, card);
      String link = card.path("url").asText("");
      if (link.startsWith("http")) {
        links.add(link);
      }
    }
    return new ChatBody(String.join("\n", pieces).strip(), links);
  }

  /** A bot writes what it has to say on a card. */
  private static void card(Set<String> pieces, JsonNode card) {
    add(pieces, said(card.path("title")));
    add(pieces, said(card.path("description")));
    int fields = 0;
    for (JsonNode field : card.path("fields")) {
      if (++fields > MAX_CARDS) {
        break;
      }
      add(pieces, said(field.path("name")) + "\n" + said(field.path("value")));
    }
  }

  /** A piece that repeats another one adds nothing. */
  private static void add(Set<String> pieces, String piece) {
    if (!piece.isBlank()) {
      pieces.add(piece.strip());
    }
  }

  private static String said(JsonNode piece) {
    return Mojibake.repaired(piece.asText("")).strip();
  }
}
