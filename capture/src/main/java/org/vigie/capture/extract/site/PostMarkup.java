package org.vigie.capture.extract.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.page.Page;

/**
 * Where a page keeps its posts, and what is in one.
 *
 * @param each the elements of posts
 * @param without elements whose text is no post's own, or null
 * @param parts selectors of a post's parts, of which the first that finds something counts
 */
record PostMarkup(
    FieldSelector each, @Nullable Evaluator without, Map<Part, List<FieldSelector>> parts) {
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

  PostMarkup {
    parts = Map.copyOf(parts);
  }

  /**
   * @throws IllegalArgumentException if it has a selector that can't be read
   */
  static PostMarkup of(JsonNode entry) {
    Map<Part, List<FieldSelector>> parts = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      List<FieldSelector> selectors = new ArrayList<>();
      PlatformMarkup.texts(entry.path(part.name().toLowerCase(Locale.ROOT)))
          .forEach(text -> selectors.add(FieldSelector.parse(text)));
      parts.put(part, List.copyOf(selectors));
    }
    String without = entry.path("without").asText("");
    return new PostMarkup(
        FieldSelector.parse(entry.path("each").asText()),
        without.isEmpty() ? null : Selector.evaluatorOf(without),
        parts);
  }

  List<FieldSelector> selectors(Part part) {
    return parts.getOrDefault(part, List.of());
  }

  /** Returns all that the first selector finds that finds something in a post. */
  List<String> values(Page page, Element post, Part part) {
    for (FieldSelector selector : selectors(part)) {
      List<String> values = selector.all(page, post, without);
      if (!values.isEmpty()) {
        return values;
      }
    }
    return List.of();
  }
}
