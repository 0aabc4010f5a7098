package org.vigie.capture.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.state.wire.FrontMatter;

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

  /** What a wrapper has of these is not about what it wraps. */
  private static final Set<PostPart> OWN =
      EnumSet.of(PostPart.TITLE, PostPart.TEXT, PostPart.URL, PostPart.ID);

  private static final int MAX_BESIDE_WRAPPED = 6;
  private static final int MAX_COUNTED = 400;

  private final Map<PostPart, String> parts = new EnumMap<>(PostPart.class);
  private final @Nullable Instant time;
  private final String ago;

  private KeyedPost(Map<PostPart, String> parts, @Nullable Instant time, String ago) {
    this.parts.putAll(parts);
    this.time = time;
    this.ago = ago;
  }

  /** Returns the post that an object, or what it wraps, is taken for. */
  static KeyedPost of(JsonNode object) {
    KeyedPost outer = read(object);
    KeyedPost own = outer;
    for (String wrapper : WRAPPERS) {
      JsonNode inner = object.path(wrapper);
      if (inner.isObject()) {
        KeyedPost wrapped = read(inner);
        if (wrapped.score() > own.score()) {
          own = wrapped;
        }
      }
    }
    KeyedPost best = own.score() > 0 ? own : wrapped(object);
    return best == outer || best.score() == 0 ? best : best.with(outer);
  }

  /** Who, where and when may stand beside what is wrapped. */
  private KeyedPost with(KeyedPost outer) {
    Map<PostPart, String> all = new EnumMap<>(PostPart.class);
    all.putAll(outer.parts);
    OWN.forEach(all::remove);
    all.putAll(parts);
    boolean own = parts.containsKey(PostPart.TIME);
    return new KeyedPost(all, own ? time : outer.time, ago.isEmpty() ? outer.ago : ago);
  }

  /** What lists hold may be wrapped under a name that nobody listed, beside some values. */
  private static KeyedPost wrapped(JsonNode object) {
    KeyedPost best = read(MissingNode.getInstance());
    if (object.size() > MAX_BESIDE_WRAPPED) {
      return best;
    }
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      boolean part = PostPart.of(member.getKey()) != null;
      boolean beside = StateReader.BESIDE.matcher(member.getKey()).matches();
      if (!part && !beside && member.getValue().isObject()) {
        KeyedPost one = read(member.getValue());
        best = one.score() > best.score() ? one : best;
      }
    }
    return best;
  }

  private static KeyedPost read(JsonNode object) {
    boolean taken =
        object.path("removed").asBoolean()
            || object.path("deleted").asBoolean()
            || !Values.text(object, "removed_by_category").isEmpty();
    if (taken || object.path("content").path("protected").asBoolean()) {
      return new KeyedPost(Map.of(), null, "");
    }
    PostParts read = PostParts.of(FrontMatter.joined(object));
    return new KeyedPost(read.parts(), read.time(), read.ago());
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

  /** Returns how many characters its title and its text have; an ideogram says as much as three. */
  int length() {
    return length(part(PostPart.TITLE)) + length(part(PostPart.TEXT));
  }

  private static int length(String text) {
    long ideograms = text.chars().limit(MAX_COUNTED).filter(c -> c >= 0x2e80).count();
    return text.length() + 2 * (int) ideograms;
  }

  /** Returns whether somebody says something at a time. */
  boolean isSaid() {
    return !part(PostPart.TEXT).isBlank()
        && parts.containsKey(PostPart.AUTHOR)
        && parts.containsKey(PostPart.TIME);
  }

  boolean isUntitled() {
    return part(PostPart.TITLE).isEmpty();
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
        .field(Post.AGO, time == null ? ago : "")
        .place(part(PostPart.PLACE))
        .author(part(PostPart.AUTHOR))
        .field("organization", part(PostPart.EMPLOYER))
        .field(kind == Post.Kind.JOB ? "salary" : "price", part(PostPart.PRICE))
        .field("telephone", part(PostPart.PHONE))
        .field("email", part(PostPart.EMAIL))
        .build();
  }
}
