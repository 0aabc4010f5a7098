package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads single values of JSON objects whose makers each have their own habits. */
final class Values {
  /** As X writes it: {@code Wed Oct 10 20:19:24 +0000 2018}. */
  private static final DateTimeFormatter OF_X =
      DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss xx yyyy", Locale.ENGLISH);

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd['T'][' ']HH:mm[:ss]")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
          .optionalEnd()
          .appendPattern("[ ]['UTC']['GMT'][xxx][xx][X]")
          .toFormatter(Locale.ROOT);

  private static final long FIRST = Instant.parse("1995-01-01T00:00:00Z").getEpochSecond();
  private static final long END = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond();

  private static final String[] TIME_WRAPPERS = {"$date", "$numberLong", "_seconds"};

  /** An object of more members is no time. */
  private static final int MAX_TIME_MEMBERS = 4;

  private static final int MAX_TIME_DEPTH = 3;

  /** Seconds since 1970 with a part of one, as chats number what is said. */
  private static final Pattern SECONDS = Pattern.compile("\\d{10}\\.\\d{1,9}");

  private Values() {}

  /** Returns the first text or number among some members that isn't blank, or empty. */
  static String text(JsonNode node, String... names) {
    for (String name : names) {
      JsonNode value = node.path(name);
      if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
        return value.asText().strip();
      }
    }
    return "";
  }

  /** Returns the node at a path of members, the missing node if there is none. */
  static JsonNode at(JsonNode node, String... path) {
    JsonNode at = node;
    for (String name : path) {
      at = name.matches("\\d+") && at.isArray() ? at.path(Integer.parseInt(name)) : at.path(name);
    }
    return at;
  }

  /**
   * Returns the text that a node holds: its own, that of its {@code text}, {@code simpleText},
   * {@code name} or {@code runs}, or of the first of a list.
   */
  static String textOf(JsonNode node) {
    if (node.isTextual() || node.isNumber()) {
      return node.asText().strip();
    }
    if (node.path("runs").isArray()) {
      StringBuilder joined = new StringBuilder();
      node.path("runs").forEach(run -> joined.append(run.path("text").asText("")));
      return joined.toString().strip();
    }
    return text(
        node, "text", "simpleText", "name", "content", "value", "label", "html", "raw", "rendered");
  }

  /**
   * Returns the instant that a value tells: ISO 8601, the form of X, or a Unix time, perhaps in an
   * object of its own as exports of databases have it.
   */
  static @Nullable Instant time(JsonNode value) {
    return time(value, 0);
  }

  private static @Nullable Instant time(JsonNode value, int depth) {
    if (value.isObject()) {
      return depth < MAX_TIME_DEPTH ? wrapped(value, depth + 1) : null;
    }
    if (value.isNumber()) {
      return unix(value.asLong());
    }
    String text = value.isTextual() ? value.asText().strip() : "";
    if (text.length() < 8 || text.length() > 40) {
      return null;
    }
    if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return text.length() == 10 || text.length() == 13 ? unix(Long.parseLong(text)) : null;
    }
    if (SECONDS.matcher(text).matches()) {
      return unix(Long.parseLong(text.substring(0, 10)));
    }
    return written(text);
  }

  /** A time may be wrapped, once and again, beside its zone or how its site shows it. */
  private static @Nullable Instant wrapped(JsonNode value, int depth) {
    for (String wrapper : TIME_WRAPPERS) {
      if (value.has(wrapper)) {
        return time(value.path(wrapper), depth);
      }
    }
    if (value.size() > MAX_TIME_MEMBERS) {
      return null;
    }
    Instant told = null;
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      boolean number = member.getKey().toLowerCase(Locale.ROOT).endsWith("id");
      Instant one = number ? null : time(member.getValue(), depth);
      if (one != null && told != null && !one.equals(told)) {
        return null; // it begins and ends
      }
      told = one == null ? told : one;
    }
    return told;
  }

  private static @Nullable Instant unix(long number) {
    long seconds = number > 100_000_000_000L ? number / 1_000 : number;
    long millis = number > 100_000_000_000L ? number % 1_000 : 0;
    return seconds >= FIRST && seconds < END
        ? Instant.ofEpochSecond(seconds, millis * 1_000_000)
        : null;
  }

  private static @Nullable Instant written(String text) {
    try {
      if (text.length() == 10) {
        return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
      }
      if (text.endsWith("Z") && text.indexOf('T') > 0) {
        return Instant.parse(text);
      }
      DateTimeFormatter form =
          !Character.isLetter(text.charAt(0))
              ? ISO
              : text.indexOf(',') == 3 ? DateTimeFormatter.RFC_1123_DATE_TIME : OF_X;
      return switch (form.parseBest(text, OffsetDateTime::from, LocalDateTime::from)) {
        case OffsetDateTime offset -> offset.toInstant();
        case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
        default -> null;
      };
    } catch (DateTimeException e) {
      return null;
    }
  }
}
