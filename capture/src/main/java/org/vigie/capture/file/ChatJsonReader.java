package org.vigie.capture.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.vigie.capture.extract.page.ShownDates;

/**
 * Chats that messengers hand out as JSON: Telegram Desktop, Instagram and Facebook ("download your
 * data"), Discord and Signal by their usual exporters. Each message with text is one row.
 */
final class ChatJsonReader implements FileReader {
  /** What messengers call that somebody came, left, rang or changed the chat. */
  private static final Pattern NOTICES =
      Pattern.compile(
          "service|Subscribe|Unsubscribe|Call|GuildMemberJoin|ThreadCreated|Recipient(?:Add|Remove)"
              + "|Channel\\w{0,40}(?:Change|Pinned\\w{0,40}|Message|Add)"
              + "|\\w{0,40}PremiumGuild\\w{0,40}");

  /** Posts in groups and on one's own page, as Facebook hands them out. */
  private static final Pattern FACEBOOK =
      Pattern.compile("\"data\"\\s{0,3}:\\s{0,3}\\[\\s{0,40}\\{\\s{0,40}\"post\"\\s{0,3}:");

  @Override
  public void read(FileSource file, FileSink sink) throws IOException {
    String text = file.text();
    int[] told = {0};
    if (SignalLines.isChat(text.substring(0, Math.min(text.length(), 8_000)))) {
      told[0] = SignalLines.read(text, sink);
    } else if (isBare(text)) {
      JsonValues messages = JsonValues.of(text);
      messages.reportBroken(sink);
      for (JsonNode message : messages.whole()) {
        told[0] += message("", message, sink) ? 1 : 0;
      }
    } else {
      chats(FileJson.read(text), sink, told, 0);
    }
    if (told[0] == 0) {
      sink.unread("", "no-messages", "a chat export must hold messages with text, but holds none");
    }
  }

  /**
   * Returns whether messages of Signal's database, or of a channel in Discord's package, stand in a
   * list or on lines of their own.
   */
  static boolean isBare(String start) {
    String head = start.substring(0, Math.min(start.length(), 8_000));
    boolean signal = head.contains("\"sent_at\"") && head.contains("\"conversationId\"");
    boolean discord =
        head.contains("\"Timestamp\"")
            && head.contains("\"Contents\"")
            && head.contains("\"Attachments\"");
    boolean facebook =
        head.contains("\"timestamp\"") && FACEBOOK.matcher(head).find() && head.startsWith("[");
    return (signal || discord || facebook || SlackText.isChat(head))
        && !head.contains("\"messages\"");
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
    return Mojibake.repaired(name.isEmpty() ? text(chat.path("channel"), "name") : name);
  }

  private static boolean message(String chat, JsonNode message, FileSink sink) throws IOException {
    if (NOTICES.matcher(message.path("type").asText("")).matches() || SlackText.isNotice(message)) {
      return false;
    }
    ChatBody body = ChatBody.of(message);
    JsonNode author =
        message.path("creator").isObject() ? message.path("creator") : message.path("author");
    RowBuilder row = new RowBuilder();
    pictures(message, row);
    return row.part("id", text(message, "id", "ID"))
        .part("text", body.text())
        .part("channel", "messaging")
        .posted(time(message))
        .field("author", author.isObject() ? text(author, "nickname", "name") : sender(message))
        .field("email", text(message.path("creator"), "email"))
        .field("context.chat", chat)
        .field(
            "context.links",
            (String.join(" ", body.links()) + " " + text(message, "Attachments")).strip())
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
    String named = text(message.path("user_profile"), "real_name", "display_name", "name");
    if (!named.isEmpty()) {
      return named;
    }
    return Mojibake.repaired(
        text(
            message,
            "from",
            "sender_name",
            "sender",
            "author",
            "actor",
            "sourceName",
            "source",
            "username",
            "user"));
  }

  private static @org.jspecify.annotations.Nullable Instant time(JsonNode message) {
    for (String name :
        new String[] {
          "timestamp_ms",
          "sent_at",
          "date_unixtime",
          "timestamp",
          "date",
          "Timestamp",
          "created_date",
          "origin_server_ts",
          "ts"
        }) {
      JsonNode value = message.path(name);
      String digits = value.asText("").replaceFirst("(?<=^\\d{10})\\.\\d{1,9}$", "");
      if (value.isNumber() || digits.matches("\\d{9,13}")) {
        long number = value.isNumber() ? value.asLong() : Long.parseLong(digits);
        return number > 100_000_000_000L
            ? Instant.ofEpochMilli(number)
            : Instant.ofEpochSecond(number);
      }
      Instant parsed = value.isTextual() ? LocalTimes.parse(value.asText(), true) : null;
      if (parsed == null && name.equals("created_date")) { // in words, as Google has it
        parsed = ShownDates.ofAnyLanguage().find(value.asText(""));
      }
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
