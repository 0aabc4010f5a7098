package org.vigie.capture.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What Discord sends whoever asks for their data: a folder for each channel with the messages that
 * they wrote there. Of the other folders, which tell of the account, nothing is read but its name.
 *
 * @see <a
 *     href="https://support.discord.com/hc/en-us/articles/360004957991-Your-Discord-Data-Package">Your
 *     Discord Data Package</a>
 */
final class DiscordPackage {
  private static final Pattern MESSAGES =
      Pattern.compile("(?i)((?:.*/)?messages/)c?(\\d+)/messages\\.(?:json|csv)");

  /** What the column of attached files is taken for: it has nothing but addresses. */
  private static final String ATTACHED = "url";

  private static final String LINKS = "context.links";

  private static final Pattern USER = Pattern.compile("(?i)(?:.*/)?account/user\\.json");

  /** What lies in a package, by the names of its folders and of its one file. */
  private static final Set<String> OWN =
      Set.of(
          "account",
          "activities",
          "activity",
          "ads",
          "messages",
          "programs",
          "readme.txt",
          "servers",
          "support_tickets");

  private final Map<String, byte[]> parts;

  /** The folders in which packages lie, with a slash behind, or empty. */
  private final Set<String> roots;

  private final Map<String, JsonNode> indexes = new HashMap<>();
  private final String author;

  private DiscordPackage(Map<String, byte[]> parts) {
    this.parts = new LinkedHashMap<>(parts);
    roots =
        parts.keySet().stream()
            .map(MESSAGES::matcher)
            .filter(Matcher::matches)
            .map(name -> name.group(1).substring(0, name.group(1).length() - "messages/".length()))
            .collect(Collectors.toSet());
    author =
        parts.keySet().stream()
            .filter(name -> USER.matcher(name).matches())
            .findFirst()
            .map(user -> json(user).path("username").asText(""))
            .orElse("");
  }

  /** Returns the package that the parts of a zip are, or null if they are none. */
  static @Nullable DiscordPackage of(Map<String, byte[]> parts) {
    boolean is =
        parts.keySet().stream()
            .anyMatch(name -> MESSAGES.matcher(name).matches() && parts.containsKey(channel(name)));
    return is ? new DiscordPackage(parts) : null;
  }

  /** Hands on the messages of all channels; returns how many channels there are. */
  int read(FileSource file, FileSink sink) throws IOException {
    int channels = 0;
    for (Map.Entry<String, byte[]> part : parts.entrySet()) {
      Matcher name = MESSAGES.matcher(part.getKey());
      if (name.matches()) {
        channels++;
        String index = json(channel(part.getKey())).path("name").asText("");
        String chat = index.isEmpty() ? named(name.group(1), name.group(2)) : index;
        if (hasMessages(part.getValue())) {
          ArchiveReader.inner(
              file.inner(part.getKey(), part.getValue()), new ChannelSink(sink, chat, author));
        }
      }
    }
    return channels;
  }

  /** Returns whether a part of the zip is one of the package, and no other file beside it. */
  boolean holds(String part) {
    return roots.stream()
        .anyMatch(root ->
            part.startsWith(root)
                && OWN.contains(
                    part.substring(root.length()).split("/", 2)[0].toLowerCase(Locale.ROOT)));
  }

  private static String channel(String messages) {
    return messages.substring(0, messages.lastIndexOf('/') + 1) + "channel.json";
  }

  /** The index has each channel as people see it, such as {@code jobs in Harbour}. */
  private String named(String folder, String id) {
    return indexes.computeIfAbsent(folder, of -> json(of + "index.json")).path(id).asText("");
  }

  /** What is missing or broken names nothing. */
  private JsonNode json(String name) {
    byte[] part = parts.get(name);
    try {
      return FileJson.read(part == null ? "{}" : new String(part, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }
  }

  /** A channel without messages has an empty list, or the names of the columns alone. */
  private static boolean hasMessages(byte[] messages) {
    String start =
        new String(messages, 0, Math.min(messages.length, 200), StandardCharsets.UTF_8).strip();
    return start.length() > 2 && (start.startsWith("[") || start.lines().count() > 1);
  }

  /** Names chat and author of what stands in a channel. */
  private record ChannelSink(FileSink sink, String chat, String author) implements FileSink {
    @Override
    public void row(Map<String, String> parts, Map<String, String> fields) throws IOException {
      Map<String, String> declared = new LinkedHashMap<>(fields);
      Map<String, String> message = new LinkedHashMap<>(parts);
      String links =
          Stream.of(message.getOrDefault(ATTACHED, ""), declared.getOrDefault(LINKS, ""))
              .filter(some -> !some.isBlank())
              .collect(Collectors.joining(" "));
      message.remove(ATTACHED);
      put(declared, LINKS, links);
      put(declared, "context.chat", chat);
      put(declared, "author", author);
      message.put("channel", "messaging");
      sink.row(message, declared);
    }

    private static void put(Map<String, String> fields, String name, String value) {
      if (!value.isBlank()) {
        fields.put(name, value);
      }
    }

    @Override
    public void page(String url, String type, byte[] body, @Nullable Instant at)
        throws IOException {
      sink.page(url, type, body, at);
    }

    @Override
    public void table(TableStart start) {
      sink.table(start);
    }

    @Override
    public void unread(String part, String kind, String reason) throws IOException {
      sink.unread(part, kind, reason);
    }
  }
}
