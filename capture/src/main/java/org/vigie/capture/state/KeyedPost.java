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
    "offer",
    "mblog",
    "status",
    "story",
    "article"
  };

  private static final String[] DETAILS = {"additional", "details", "contents", "info", "extra"};

  /** A text without a title beside one so many times as long is its title, as vacancies have it. */
  private static final int TIMES_AS_LONG = 3;

  private static final int MAX_TITLE = 120;

  private final Map<PostPart, String> parts = new EnumMap<>(PostPart.class);
  private final @Nullable Instant time;

  private KeyedPost(Map<PostPart, String> parts, @Nullable Instant time) {
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
    Map<PostPart, String> parts = new EnumMap<>(PostPart.class);
    Map<PostPart, Integer> ranks = new EnumMap<>(PostPart.class);
    String longest = "";
    Instant time = null;
    for (var member : object.properties()) {
      PostPart role = PostPart.of(member.getKey());
      if (role == null) {
        continue;
      }
      if (role == PostPart.TEXT) {
        String told = Values.textOf(member.getValue());
        longest = told.length() > longest.length() ? told : longest;
      }
      int rank = role.rank(member.getKey());
      if (rank >= ranks.getOrDefault(role, Integer.MAX_VALUE)) {
        continue;
      }
      Instant told = role == PostPart.TIME ? Values.time(member.getValue()) : null;
      String value = role == PostPart.TIME && told == null ? "" : value(role, member.getValue());
      if (!value.isBlank()) {
        parts.put(role, value);
        ranks.put(role, rank);
        time = told == null ? time : told;
      }
    }
    if (!parts.containsKey(PostPart.TEXT)) {
      String told = withinDetails(object);
      longest = told;
      if (!told.isBlank()) {
        parts.put(PostPart.TEXT, told);
      }
    }
    tellApart(parts, longest);
    return new KeyedPost(parts, time);
  }

  /** Some keep a post's text with what they say of it in detail. */
  private static String withinDetails(JsonNode object) {
    for (String name : DETAILS) {
      String told = Values.text(object.path(name), "description", "text", "body", "content");
      if (!told.isEmpty()) {
        return told;
      }
    }
    return "";
  }

  private static void tellApart(Map<PostPart, String> parts, String longest) {
    String text = parts.getOrDefault(PostPart.TEXT, "");
    boolean isTitle =
        !parts.containsKey(PostPart.TITLE)
            && !text.isEmpty()
            && text.length() <= MAX_TITLE
            && longest.length() >= TIMES_AS_LONG * text.length();
    if (isTitle) {
      parts.put(PostPart.TITLE, text);
      parts.put(PostPart.TEXT, longest);
    }
  }

  private static String value(PostPart role, JsonNode value) {
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
                  "nickName",
                  "nick",
                  "sellerName",
                  "username",
                  "screen_name",
                  "screenName",
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
    if (value.isArray() && value.size() == 1 && depth < 2) {
      return price(value.path(0), depth + 1);
    }
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

  private String part(PostPart role) {
    return parts.getOrDefault(role, "");
  }

  /** Returns how many of its parts say that it is a post; without words of its own none do. */
  int score() {
    if (!hasWords()) {
      return 0;
    }
    int score = 0;
    for (PostPart role : parts.keySet()) {
      score += role == PostPart.URL || role == PostPart.ID ? 1 : 2;
    }
    return score;
  }

  /** A name or a title alone is a menu's entry; a text has more than one word, or is a link. */
  private boolean hasWords() {
    String title = part(PostPart.TITLE);
    String text = part(PostPart.TEXT);
    boolean titled = title.length() >= 3 && !title.startsWith("http") && !title.matches("[\\d.,]+");
    boolean told = text.length() >= 3 && !text.startsWith("data:");
    boolean evidence =
        parts.containsKey(PostPart.TIME)
            || parts.containsKey(PostPart.PRICE)
            || parts.containsKey(PostPart.EMPLOYER)
            || (parts.containsKey(PostPart.AUTHOR) && told)
            || (titled && parts.containsKey(PostPart.URL) && parts.containsKey(PostPart.PLACE))
            || (titled
                && text.indexOf(' ') > 0
                && text.length() >= 40
                && (parts.containsKey(PostPart.URL) || parts.containsKey(PostPart.PLACE)));
    return (titled || told) && evidence;
  }

  /** Returns how many characters its title and its text have. */
  int length() {
    return part(PostPart.TITLE).length() + part(PostPart.TEXT).length();
  }

  /** Returns whether somebody says something at a time. */
  boolean isSaid() {
    return !part(PostPart.TEXT).isBlank()
        && parts.containsKey(PostPart.AUTHOR)
        && parts.containsKey(PostPart.TIME);
  }

  /** Returns whether it is for sale or to let, or a vacancy. */
  boolean isOffer() {
    return parts.containsKey(PostPart.PRICE) || parts.containsKey(PostPart.EMPLOYER);
  }

  Post post() {
    Post.Kind kind =
        parts.containsKey(PostPart.EMPLOYER)
            ? Post.Kind.JOB
            : parts.containsKey(PostPart.PRICE) ? Post.Kind.OFFER : Post.Kind.SOCIAL;
    boolean named = kind == Post.Kind.SOCIAL && part(PostPart.TITLE).equals(part(PostPart.AUTHOR));
    return Post.of(kind)
        .id(part(PostPart.ID))
        .url(part(PostPart.URL))
        .title(named ? "" : part(PostPart.TITLE))
        .text(part(PostPart.TEXT))
        .time(time)
        .place(part(PostPart.PLACE))
        .author(part(PostPart.AUTHOR))
        .field("organization", part(PostPart.EMPLOYER))
        .field(kind == Post.Kind.JOB ? "salary" : "price", part(PostPart.PRICE))
        .field("telephone", part(PostPart.PHONE))
        .field("email", part(PostPart.EMAIL))
        .build();
  }
}
