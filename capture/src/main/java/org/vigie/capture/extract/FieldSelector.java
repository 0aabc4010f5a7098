package org.vigie.capture.extract;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/**
 * A CSS selector with what to take of the elements that it matches: an attribute, where one is
 * named after {@code @} as in {@code time @datetime}, else their text.
 */
final class FieldSelector {
  private final Evaluator evaluator;
  private final String attribute;

  private FieldSelector(Evaluator evaluator, String attribute) {
    this.evaluator = evaluator;
    this.attribute = attribute;
  }

  /**
   * @throws IllegalArgumentException if it is no CSS selector
   */
  static FieldSelector parse(String text) {
    int at = text.lastIndexOf(" @");
    String css = (at < 0 ? text : text.substring(0, at)).strip();
    String attribute = at < 0 ? "" : text.substring(at + 2).strip();
    try {
      return new FieldSelector(Selector.evaluatorOf(css), attribute);
    } catch (Selector.SelectorParseException | IllegalArgumentException e) {
      throw new IllegalArgumentException("must be a CSS selector, but was '" + text + "'", e);
    }
  }

  /**
   * Returns the values of all elements that have one, in page order. The text of an element holds
   * that of those in it, so they have none of their own.
   */
  List<String> all(Page page) {
    List<String> values = new ArrayList<>();
    @Nullable Element outer = null;
    for (Element element : page.document().select(evaluator)) {
      if (attribute.isEmpty()) {
        if (isWithin(element, outer)) {
          continue;
        }
        outer = element;
      }
      String value = (attribute.isEmpty() ? page.text(element) : element.attr(attribute)).strip();
      if (!value.isEmpty()) {
        values.add(value);
      }
    }
    return values;
  }

  private static boolean isWithin(Element element, @Nullable Element outer) {
    Element e = outer == null ? null : element;
    while (e != null && e != outer) {
      e = e.parent();
    }
    return e != null;
  }

  /** Returns the first value, or empty. */
  String first(Page page) {
    List<String> values = all(page);
    return values.isEmpty() ? "" : values.getFirst();
  }

  /** Returns the address that the first element leads to, or null. */
  @Nullable String link(Page page) {
    for (Element element : page.document().select(evaluator)) {
      String url = page.links().resolve(element.attr(attribute.isEmpty() ? "href" : attribute));
      if (!url.isEmpty()) {
        return url;
      }
    }
    return null;
  }
}
