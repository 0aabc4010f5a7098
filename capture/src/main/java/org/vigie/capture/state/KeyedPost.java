package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A post as the names of an object's members tell it: the shape of answers that nobody wrote a
 * reader for.
 */
final class KeyedPost {
  /** Where the wrapped things of lists lie. */
  private static final String[] WRAPPERS = {
    "node",
    "post",
    "listing",
    "item",
    "ad",
    "data",
    "_source",
    "job",
    "source",
    "attributes",
    "offer"
  };

  private final Map<Role, String> parts = new EnumMap<>(Role.class);
  private final @Nullable Instant time;

  private KeyedPost(Map<Role, String> parts, @Nullable Instant time) {
    this.parts.putAll(parts);
    this.time = time;
  }

  /** Returns the post that an object, or what it wraps, is taken for. */
  static KeyedPost of(JsonNode object) {
    KeyedPost own = read(object);
    for (String wrapper : WRAPPERS) {
      JsonNode inner = object.path(wrapper);
      if (inner.isObject()) {
        KeyedPost wrapped = read(inner);
        if (wrapped.score() > own.score()) {
          own = wrapped;
        }
      }
    }
    return own;
  }

  private static KeyedPost read(JsonNode object) {
    Map<Role, String> parts = new EnumMap<>(Role.class);
    Map<Role, Integer> ranks = new EnumMap<>(Role.class);
    Instant time = null;
    for (var member : object.properties()) {
      Role role = Role.of(member.getKey());
      if (role == null) {
        continue;
      }
      int rank = role.rank(member.getKey());
      if (rank >= ranks.getOrDefault(role, Integer.MAX_VALUE)) {
        continue;
      }
      Instant told = role == Role.TIME ? Values.time(member.getValue()) : null;
      String value = role == Role.TIME && told == null ? "" : value(role, member.getValue());
      if (!value.isBlank()) {
        parts.put(role, value);
        ranks.put(role, rank);
        time = told == null ? time : told;
      }
    }
    return new KeyedPost(parts, time);
  }

  private static String value(Role role, JsonNode value) {
    return switch (role) {
      case PRICE -> price(value, 0);
      case PLACE -> place(value);
      case AUTHOR, EMPLOYER ->
          value.isObject()
              ? Values.text(
                  value,
                  "displayName",
                  "display_name",
                  "fullName",
                  "full_name",
                  "name",
                  "nickname",
                  "username",
                  "login",
                  "title",
                  "handle")
              : Values.textOf(value);
      case PHONE -> value.isArray() ? Values.textOf(value.path(0)) : Values.textOf(value);
      case TITLE, TEXT, URL, ID, EMAIL -> Values.textOf(value);
      case TIME -> value.asText("");
    };
  }

  private static String price(JsonNode value, int depth) {
    if (!value.isObject()) {
      return value.isValueNode() && !value.isNull() && !value.isBoolean() ? value.asText() : "";
    }
    String shown =
        Values.text(
            value,
            "displayValue",
            "formatted",
            "formattedAmount",
            "formatted_amount",
            "label",
            "text",
            "display");
    String amount = Values.text(value, "value", "amount", "price");
    String currency = Values.text(value, "currency", "currencyCode", "priceCurrency");
    JsonNode inner =
        value.has("regularPrice") ? value.path("regularPrice") : value.path("withoutCurrency");
    if (shown.isEmpty() && amount.isEmpty() && inner.isObject() && depth < 2) {
      return price(inner, depth + 1);
    }
    return shown.isEmpty() ? (amount + " " + currency).strip() : shown;
  }

  /** Joins what a place says of itself, from the whole to the part; said twice counts once. */
  private static String place(JsonNode value) {
    JsonNode first = value.isArray() ? value.path(0) : value;
    if (!first.isObject()) {
      return first.isNumber() ? "" : Values.textOf(first);
    }
    String shown =
        Values.text(first, "display_name", "displayName", "pathName", "label", "fullName", "text");
    if (!shown.isEmpty()) {
      return shown;
    }
    Set<String> parts = new LinkedHashSet<>();
    for (String name :
        new String[] {
          "name",
          "city",
          "cityName",
          "municipality",
          "town",
          "locality",
          "addressLocality",
          "district",
          "region",
          "regionName",
          "state",
          "country"
        }) {
      String part = first.path(name).isNumber() ? "" : Values.textOf(first.path(name));
      if (!part.isBlank() && part.length() < 80) {
        parts.add(part);
      }
    }
    return String.join(", ", parts);
  }

  private String part(Role role) {
    return parts.getOrDefault(role, "");
  }

  /** Returns how many of its parts say that it is a post; without words of its own none do. */
  int score() {
    if (!hasWords()) {
      return 0;
    }
    int score = 0;
    for (Role role : parts.keySet()) {
      score += role == Role.URL || role == Role.ID ? 1 : 2;
    }
    return score;
  }

  /** A name or a title alone is a menu's entry; a text has more than one word, or is a link. */
  private boolean hasWords() {
    String title = part(Role.TITLE);
    String text = part(Role.TEXT);
    boolean titled = title.length() >= 3 && !title.startsWith("http") && !title.matches("[\\d.,]+");
    boolean told = text.length() >= 3 && !text.startsWith("data:");
    boolean evidence =
        parts.containsKey(Role.TIME)
            || parts.containsKey(Role.PRICE)
            || parts.containsKey(Role.EMPLOYER)
            || (parts.containsKey(Role.AUTHOR) && told)
            || (titled
                && text.indexOf(' ') > 0
                && text.length() >= 40
                && (parts.containsKey(Role.URL) || parts.containsKey(Role.PLACE)));
    return (titled || told) && evidence;
  }

  /** Returns how many characters its title and its text have. */
  int length() {
    return part(Role.TITLE).length() + part(Role.TEXT).length();
  }

  /** Returns whether it is for sale or to let, or a vacancy. */
  boolean isOffer() {
    return parts.containsKey(Role.PRICE) || parts.containsKey(Role.EMPLOYER);
  }

  Post post() {
    Post.Kind kind =
        parts.containsKey(Role.EMPLOYER)
            ? Post.Kind.JOB
            : parts.containsKey(Role.PRICE) ? Post.Kind.OFFER : Post.Kind.SOCIAL;
    boolean named = kind == Post.Kind.SOCIAL && part(Role.TITLE).equals(part(Role.AUTHOR));
    return Post.of(kind)
        .id(part(Role.ID))
        .url(part(Role.URL))
        .title(named ? "" : part(Role.TITLE))
        .text(part(Role.TEXT))
        .time(time)
        .place(part(Role.PLACE))
        .author(part(Role.AUTHOR))
        .field("organization", part(Role.EMPLOYER))
        .field(kind == Post.Kind.JOB ? "salary" : "price", part(Role.PRICE))
        .field("telephone", part(Role.PHONE))
        .field("email", part(Role.EMAIL))
        .build();
  }
}
