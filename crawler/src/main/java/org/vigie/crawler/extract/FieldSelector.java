package org.vigie.crawler.extract;

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

  /** Returns the values of all elements that have one, in page order. */
  List<String> all(Element root) {
    List<String> values = new ArrayList<>();
    for (Element element : root.select(evaluator)) {
      String value = value(element);
      if (!value.isEmpty()) {
        values.add(value);
      }
    }
    return values;
  }

  /** Returns the first value, or empty. */
  String first(Element root) {
    List<String> values = all(root);
    return values.isEmpty() ? "" : values.getFirst();
  }

  private String value(Element element) {
    return (attribute.isEmpty() ? BlockText.of(element) : element.attr(attribute)).strip();
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
