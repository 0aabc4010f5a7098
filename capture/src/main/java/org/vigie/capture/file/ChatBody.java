package org.vigie.capture.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import org.vigie.capture.state.wire.MixedText;

/**
 * What one message of a chat says, and where it leads: its text, the question of a poll, a link
 * that is shared, and the cards below it.
 *
 * @param text all of it, a line or more each; perhaps empty
 * @param links addresses that stand behind its words
 */
record ChatBody(String text, Set<String> links) {
  private static final int MAX_CARDS = 20;

  static ChatBody of(JsonNode message) {
    JsonNode text = message.has("text") ? message.path("text") : message.path("content");
    text = text.isMissingNode() ? message.path("body") : text;
    StringBuilder body = new StringBuilder();
    body.append(text.isArray() ? MixedText.joined(text) : Mojibake.repaired(text.asText("")));
    line(body, message.path("poll").path("question"));
    line(body, message.path("share").path("link"));
    Set<String> links = new LinkedHashSet<>(MixedText.links(text));
    int cards = 0;
    for (JsonNode card : message.path("embeds")) {
      if (++cards > MAX_CARDS) {
        break;
      }
      card(body, card);
      String link = card.path("url").asText("");
      if (link.startsWith("http")) {
        links.add(link);
      }
    }
    return new ChatBody(body.toString().strip(), links);
  }

  /** A bot writes what it has to say on a card. */
  private static void card(StringBuilder body, JsonNode card) {
    line(body, card.path("title"));
    line(body, card.path("description"));
    int fields = 0;
    for (JsonNode field : card.path("fields")) {
      if (++fields > MAX_CARDS) {
        break;
      }
      line(body, field.path("name"));
      line(body, field.path("value"));
    }
  }

  private static void line(StringBuilder body, JsonNode said) {
    String text = Mojibake.repaired(said.asText("")).strip();
    if (!text.isEmpty() && body.indexOf(text) < 0) {
      body.append('\n').append(text);
    }
  }
}
