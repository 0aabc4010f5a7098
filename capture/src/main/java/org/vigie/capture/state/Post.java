package org.vigie.capture.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One post, advert or profile that data describes, as its site declares it. Texts may hold markup.
 *
 * @param kind what sort of thing it is
 * @param id the site's own name for it, or empty
 * @param url where it stands, perhaps relative, or empty
 * @param title its title, or empty
 * @param text its text, or empty
 * @param time when it was posted; null if that isn't said
 * @param place town or region, or empty
 * @param fields further declared parts under the names that adverts use, such as {@code price}
 * @param links addresses that it points to
 * @param images addresses of its pictures
 */
public record Post(
    Kind kind,
    String id,
    String url,
    String title,
    String text,
    @Nullable Instant time,
    String place,
    Map<String, String> fields,
    Set<String> links,
    List<String> images) {

  /** Field of the words that stand in place of its time, such as {@code 2 hours}. */
  public static final String AGO = "ago";

  /** What sort of thing a post is. */
  public enum Kind {
    SOCIAL,
    OFFER,
    JOB,
    MESSAGE,
    INVITATION
  }

  /** Copies what may change. */
  public Post {
    fields = Map.copyOf(fields);
    links = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(links));
    images = List.copyOf(images);
  }

  /** Returns whether it says nothing. */
  public boolean isBlank() {
    return title.isBlank() && text.isBlank();
  }

  /** Returns whether it says when it was posted, be it by how long ago that is. */
  public boolean isDated() {
    return time != null || fields.containsKey(AGO);
  }

  static Builder of(Kind kind) {
    return new Builder(kind);
  }

  /** A post in the making. */
  static final class Builder {
    private final Kind kind;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Set<String> links = new LinkedHashSet<>();
    private final List<String> images = new ArrayList<>();
    private String id = "";
    private String url = "";
    private String title = "";
    private String text = "";
    private @Nullable Instant time;
    private String place = "";

    private Builder(Kind kind) {
      this.kind = kind;
    }

    Builder id(String value) {
      id = value;
      return this;
    }

    Builder url(String value) {
      url = value;
      return this;
    }

    Builder title(String value) {
      title = value.strip();
      return this;
    }

    Builder text(String value) {
      text = value.strip();
      return this;
    }

    Builder time(@Nullable Instant value) {
      time = value;
      return this;
    }

    Builder place(String value) {
      place = value.strip();
      return this;
    }

    Builder author(String value) {
      return field("author", value);
    }

    Builder handle(String value) {
      return field("handle", value);
    }

    Builder field(String name, String value) {
      if (!value.isBlank()) {
        fields.put(name, value.strip());
      }
      return this;
    }

    Builder link(String value) {
      if (value.startsWith("http")) {
        links.add(value);
      }
      return this;
    }

    Builder image(String value) {
      if (value.startsWith("http")) {
        images.add(value);
      }
      return this;
    }

    Post build() {
      return new Post(kind, id, url, title, text, time, place, fields, links, images);
    }
  }
}
