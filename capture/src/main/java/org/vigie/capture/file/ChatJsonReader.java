package org.vigie.capture.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.vigie.capture.state.wire.MixedText;

/**
 * Chats that messengers hand out as JSON: Telegram Desktop, Instagram and Facebook ("download your
 * data"), Discord and Signal by their usual exporters. Each message with text is one row.
 */
final class ChatJsonReader implements FileReader {
  @Override
  public void read(FileSource file, FileSink sink) throws IOException {
    JsonNode root = FileJson.read(file.text());
    int[] told = {0};
    chats(root, sink, told, 0);
    if (told[0] == 0) {
      sink.unread("", "no-messages", "a chat export must hold messages with text, but holds none");
    }
  }

  /** Telegram's whole export nests chats in lists; others are one chat. */
  private static void chats(JsonNode node, FileSink sink, int[] told, int depth)
      throws IOException {
    if (depth > 6 || !node.isContainerNode()) {
      return;
    }
    if (node.path("messages").isArray()) {
      String name = name(node);
      for (JsonNode message : node.path("messages")) {
        told[0] += message(name, message, sink) ? 1 : 0;
      }
      return;
    }
    for (JsonNode member : node) {
      chats(member, sink, told, depth + 1);
    }
  }

  private static String name(JsonNode chat) {
    String name = text(chat, "name", "title");
    return repaired(name.isEmpty() ? text(chat.path("channel"), "name") : name);
  }

  private static boolean message(String chat, JsonNode message, FileSink sink) throws IOException {
    if (message.path("type").asText("").equals("service")) {
      return false;
    }
    JsonNode author = message.path("author");
    RowBuilder row = new RowBuilder();
    pictures(message, row);
    return row.part("id", text(message, "id"))
        .part("text", body(message))
        .part("channel", "messaging")
        .posted(time(message))
        .field("author", author.isObject() ? text(author, "nickname", "name") : sender(message))
        .field("context.chat", chat)
        .field("forwardedFrom", text(message, "forwarded_from"))
        .field("context.edited", text(message, "edited", "timestampEdited"))
        .to(sink);
  }

  /** Telegram names one, or a file that is one; Instagram and Facebook a list from the root. */
  private static void pictures(JsonNode message, RowBuilder row) {
    row.picture(text(message, "photo"));
    if (message.path("mime_type").asText("").startsWith("image/")) {
      row.picture(text(message, "file"));
    }
    message.path("photos").forEach(photo -> row.picture(text(photo, "uri")));
  }

  private static String sender(JsonNode message) {
    return repaired(text(message, "from", "sender_name", "sender", "author", "actor"));
  }

  /** Telegram parts a text where its look changes. */
  private static String body(JsonNode message) {
    JsonNode text = message.has("text") ? message.path("text") : message.path("content");
    if (text.isMissingNode()) {
      text = message.path("body");
    }
    StringBuilder body = new StringBuilder();
    if (text.isArray()) {
      body.append(MixedText.joined(text));
    } else if (text.isTextual()) {
      body.append(repaired(text.asText()));
    }
    String poll = message.path("poll").path("question").asText("");
    String share = message.path("share").path("link").asText("");
    return (body + (poll.isEmpty() ? "" : "\n" + poll) + (share.isEmpty() ? "" : "\n" + share))
        .strip();
  }

  /** Facebook writes the bytes of UTF-8 as if each were a letter. */
  private static String repaired(String text) {
    boolean narrow = text.chars().allMatch(c -> c < 0x100) && text.chars().anyMatch(c -> c >= 0xc2);
    if (!narrow) {
      return text;
    }
    String repaired =
        new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    return repaired.indexOf('\uFFFD') < 0 ? repaired : text;
  }

  private static @org.jspecify.annotations.Nullable Instant time(JsonNode message) {
    for (String name :
        new String[] {"timestamp_ms", "sent_at", "date_unixtime", "timestamp", "date"}) {
      JsonNode value = message.path(name);
      if (value.isNumber() || value.asText("").matches("\\d{9,13}")) {
        long number = value.asLong();
        return number > 100_000_000_000L
            ? Instant.ofEpochMilli(number)
            : Instant.ofEpochSecond(number);
      }
      Instant parsed = value.isTextual() ? LocalTimes.parse(value.asText(), true) : null;
      if (parsed != null) {
        return parsed;
      }
    }
    return null;
  }

  private static String text(JsonNode node, String... names) {
    for (String name : names) {
      String value =
          node.path(name).isValueNode() && !node.path(name).isNull()
              ? node.path(name).asText()
              : "";
      if (!value.isBlank()) {
        return value;
      }
    }
    return "";
  }
}
