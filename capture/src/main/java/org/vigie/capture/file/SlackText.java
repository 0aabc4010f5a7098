package org.vigie.capture.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** How Slack writes what is said in a channel: a list of messages for each day. */
final class SlackText {
  /** {@code <https://example.org|a word for it>}, of which people see the word. */
  private static final Pattern NAMED = Pattern.compile("<[^<>|]{1,2000}\\|([^<>]{1,2000})>");

  private static final Pattern BARE =
      Pattern.compile("<((?:https?://|mailto:|tel:|@|#)[^<>|]{1,2000})>");

  private static final Pattern MESSAGE =
      Pattern.compile("^\\s{0,9}\\[[\\s\\S]{1,4000}?\"type\"\\s{0,3}:\\s{0,3}\"message\"");

  private static final Pattern SENT = Pattern.compile("\"ts\"\\s{0,3}:\\s{0,3}\"\\d{10}\\.\\d");

  private static final Pattern NOTICES =
      Pattern.compile("(?:channel|group|pinned|bot|reminder)_\\w{1,30}");

  private SlackText() {}

  /** Returns whether a file begins as such a list does. */
  static boolean isChat(String head) {
    return MESSAGE.matcher(head).find() && SENT.matcher(head).find();
  }

  /** Returns whether a message is one of Slack's. */
  static boolean is(JsonNode message) {
    return message.path("ts").isTextual() && message.has("type");
  }

  /** Returns whether a message tells that somebody came, left or changed the channel. */
  static boolean isNotice(JsonNode message) {
    return is(message) && NOTICES.matcher(message.path("subtype").asText("")).matches();
  }

  /** Returns a text as people see it. */
  static String shown(String text) {
    String named = NAMED.matcher(text).replaceAll("$1");
    return BARE.matcher(named)
        .replaceAll("$1")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
