package org.vigie.capture.extract.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Payload;
import org.vigie.capture.state.DataPointer;

/**
 * A CSS selector with what to take of the elements that it matches: an attribute, where one is
 * named after {@code @} as in {@code time @datetime}, else their text; or a pointer into the page's
 * data, as in {@code json:__NEXT_DATA__/props/ad/subject}.
 */
final class FieldSelector {
  /** How a pointer into a page's data begins. */
  private static final String DATA = "json:";

  private static final Evaluator NOTHING = Selector.evaluatorOf("x-none");

  private final Evaluator evaluator;
  private final String attribute;
  private final @Nullable DataPointer pointer;

  private FieldSelector(Evaluator evaluator, String attribute, @Nullable DataPointer pointer) {
    this.evaluator = evaluator;
    this.attribute = attribute;
    this.pointer = pointer;
  }

  /**
   * @throws IllegalArgumentException if it is neither CSS selector nor pointer
   */
  static FieldSelector parse(String text) {
    if (text.startsWith(DATA)) {
      return new FieldSelector(NOTHING, "", DataPointer.parse(text.substring(DATA.length())));
    }
    int at = text.lastIndexOf(" @");
    String css = (at < 0 ? text : text.substring(0, at)).strip();
    String attribute = at < 0 ? "" : text.substring(at + 2).strip();
    try {
      return new FieldSelector(Selector.evaluatorOf(css), attribute, null);
    } catch (Selector.SelectorParseException | IllegalArgumentException e) {
      throw new IllegalArgumentException("must be a CSS selector, but was '" + text + "'", e);
    }
  }

  /**
   * Returns the values of all elements that have one, in page order. The text of an element holds
   * that of those in it, so they have none of their own.
   */
  List<String> all(Payload payload) {
    return pointer == null
        ? all(payload.page(), payload.page().document())
        : texts(pointer.in(payload.state()));
  }

  /** As {@link #all(Payload)}, within an object of the page's data. */
  List<String> all(JsonNode object) {
    return pointer == null ? List.of() : texts(pointer.in(object));
  }

  /** Returns the elements within one that it matches. */
  List<Element> elements(Element root) {
    return root.select(evaluator);
  }

  /** Returns the elements that it matches. */
  List<Element> elements(Page page) {
    return page.document().select(evaluator);
  }

  /** Returns the values that it points to, or null if it is a CSS selector. */
  @Nullable List<JsonNode> data(Payload payload) {
    return pointer == null ? null : pointer.in(payload.state());
  }

  private static List<String> texts(List<JsonNode> found) {
    return found.stream().map(DataPointer::text).filter(text -> !text.isBlank()).toList();
  }

  /** As {@link #all(Payload)}, within an element. */
  List<String> all(Page page, Element root) {
    return all(page, root, null);
  }

  /** As {@link #all(Page, Element)}, without the text of some elements. */
  List<String> all(Page page, Element root, @Nullable Evaluator leftOut) {
    List<String> values = new ArrayList<>();
    @Nullable Element outer = null;
    for (Element element : root.select(evaluator)) {
      if (attribute.isEmpty()) {
        if (isWithin(element, outer)) {
          continue;
        }
        outer = element;
      }
      String value =
          (attribute.isEmpty() ? page.text(element, leftOut) : element.attr(attribute)).strip();
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
  String first(Payload payload) {
    List<String> values = all(payload);
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
