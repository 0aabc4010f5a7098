package org.vigie.capture.extract.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Channel;

/**
 * Where the pages of one known platform keep their posts, wherever they are hosted.
 *
 * @param platform its name, and which of its pages
 * @param marks class names or the like, one of which each of its pages has
 * @param channel what kind of place it is
 * @param listed whether its posts are the beginnings of what other pages show
 * @param nested whether a post may lie in the one that it answers
 * @param mail whether its posts are e-mails, which quote others and end with their list's words
 * @param declared whether its pages may declare in JSON-LD all that they show, and more of it
 * @param each the elements of posts
 * @param without elements whose text is no post's own, or null
 * @param parts selectors of a post's parts, of which the first that finds something counts
 */
record PlatformMarkup(
    String platform,
    List<String> marks,
    Channel channel,
    boolean listed,
    boolean nested,
    boolean mail,
    boolean declared,
    FieldSelector each,
    @Nullable Evaluator without,
    Map<Part, List<FieldSelector>> parts) {
  /** A part of a post. */
  enum Part {
    TITLE,
    TEXT,
    AUTHOR,
    TIME,
    PLACE,
    PRICE,
    LINK,
    ID
  }

  private static final String FILE = "platforms.yaml";

  PlatformMarkup {
    marks = List.copyOf(marks);
    parts = Map.copyOf(parts);
  }

  /**
   * Returns those that come with Vigie, in the order in which they are tried.
   *
   * @throws IllegalStateException if the file is missing or has an entry that can't be read
   */
  static List<PlatformMarkup> known() {
    try (InputStream file = PlatformMarkup.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + " must lie beside its classes, but doesn't");
      }
      List<PlatformMarkup> known = new ArrayList<>();
      for (JsonNode entry : new YAMLMapper().readTree(file)) {
        known.add(of(entry));
      }
      return List.copyOf(known);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PlatformMarkup of(JsonNode entry) {
    String platform = entry.path("platform").asText();
    try {
      Map<Part, List<FieldSelector>> parts = new EnumMap<>(Part.class);
      for (Part part : Part.values()) {
        List<FieldSelector> selectors = new ArrayList<>();
        texts(entry.path(part.name().toLowerCase(Locale.ROOT)))
            .forEach(text -> selectors.add(FieldSelector.parse(text)));
        parts.put(part, List.copyOf(selectors));
      }
      String without = entry.path("without").asText("");
      return new PlatformMarkup(
          platform,
          texts(entry.path("mark")),
          Channel.parse(entry.path("channel").asText()),
          entry.path("listed").asBoolean(),
          entry.path("nested").asBoolean(),
          entry.path("mail").asBoolean(),
          entry.path("declared").asBoolean(),
          FieldSelector.parse(entry.path("each").asText()),
          without.isEmpty() ? null : Selector.evaluatorOf(without),
          parts);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(FILE + ": " + platform + ": " + e.getMessage(), e);
    }
  }

  private static List<String> texts(JsonNode value) {
    List<String> texts = new ArrayList<>();
    if (value.isTextual()) {
      texts.add(value.asText());
    }
    value.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
