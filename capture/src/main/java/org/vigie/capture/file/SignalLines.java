package org.vigie.capture.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The history that Signal itself exports: a line for each person, chat and message. */
final class SignalLines {
  private static final Pattern MARK =
      Pattern.compile("\\{\\s*\"(?:chatItem|recipient|backupTimeMs|version)\"\\s*:");

  private static final Pattern SIGNAL =
      Pattern.compile("\"(?:backupTimeMs|chatItem|recipientId|profileGivenName|e164)\"");

  private static final Pattern MILLIS = Pattern.compile("\\d{12,14}");

  private SignalLines() {}

  /** Returns whether a file begins as such an export does. */
  static boolean isChat(String head) {
    return MARK.matcher(head).lookingAt() && SIGNAL.matcher(head).find();
  }

  /** Hands on each message with text; returns how many there are. */
  static int read(String text, FileSink sink) throws IOException {
    Map<String, String> names = new HashMap<>();
    Map<String, String> chats = new HashMap<>();
    int told = 0;
    JsonValues lines = JsonValues.of(text);
    lines.reportBroken(sink);
    for (JsonNode line : lines.whole()) {
      JsonNode person = line.path("recipient");
      JsonNode message = line.path("chatItem");
      if (person.has("id")) {
        names.put(person.path("id").asText(), name(person));
      }
      JsonNode chat = line.path("chat");
      if (chat.has("id")) { // whom it is with stands before it
        chats.put(
            chat.path("id").asText(), names.getOrDefault(chat.path("recipientId").asText(), ""));
      }
      String with = chats.getOrDefault(message.path("chatId").asText(), "");
      told += message.isObject() && message(message, with, names, sink) ? 1 : 0;
    }
    return told;
  }

  private static boolean message(
      JsonNode message, String chat, Map<String, String> names, FileSink sink) throws IOException {
    return new RowBuilder()
        .part("text", message.path("standardMessage").path("text").path("body").asText(""))
        .part("channel", "messaging")
        .posted(sent(message.path("dateSent").asText("")))
        .field("author", names.getOrDefault(message.path("authorId").asText(), ""))
        .field("context.chat", chat)
        .to(sink);
  }

  private static @Nullable Instant sent(String millis) {
    return MILLIS.matcher(millis).matches() ? Instant.ofEpochMilli(Long.parseLong(millis)) : null;
  }

  /** Returns the name that somebody gave themselves, else the number. */
  private static String name(JsonNode person) {
    JsonNode contact = person.path("contact");
    String name =
        (contact.path("profileGivenName").asText("")
                + " "
                + contact.path("profileFamilyName").asText(""))
            .strip();
    String number = contact.path("e164").asText("");
    String given = name.isEmpty() && !number.isEmpty() ? "+" + number : name;
    if (!given.isEmpty()) {
      return given;
    }
    JsonNode group = person.path("group");
    String title = group.path("snapshot").path("title").path("title").asText("");
    return title.isEmpty() ? group.path("name").asText("") : title;
  }
}
