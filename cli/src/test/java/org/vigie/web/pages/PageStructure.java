package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The elements of a page with their attributes, as an HTML parser sees them. */
final class PageStructure {
  /** Attributes that can name a host. */
  private static final List<String> NAMING =
      List.of("href", "src", "action", "formaction", "data", "srcset", "ping");

  private static final Pattern OF_THIS_HOST = Pattern.compile("/(?!/)[^\\\\\\s]*|#main");

  private PageStructure() {}

  /**
   * Returns each element with its depth, its attributes' names and its classes, once it is sure
   * that none names another host.
   *
   * @param without selector of what is left out, or empty
   */
  static List<String> of(String page, String without) {
    return of(Jsoup.parse(page), without);
  }

  /** The same of a page that is parsed already, from which that is removed. */
  static List<String> of(Document document, String without) {
    assertNamesNoOtherHost(document);
    if (!without.isEmpty()) {
      document.select(without).remove();
    }
    List<String> structure = new ArrayList<>();
    document.traverse((node, depth) -> {
      if (node instanceof Element element) {
        structure.add(depth + element.tagName() + attributes(element));
      }
    });
    return structure;
  }

  private static TreeMap<String, String> attributes(Element element) {
    TreeMap<String, String> attributes = new TreeMap<>();
    for (Attribute attribute : element.attributes()) {
      attributes.put(
          attribute.getKey(), attribute.getKey().equals("class") ? attribute.getValue() : "");
    }
    return attributes;
  }

  static void assertNamesNoOtherHost(Element document) {
    for (Element element : document.getAllElements()) {
      for (String name : NAMING) {
        if (element.hasAttr(name)) {
          assertThat(element.attr(name)).matches(OF_THIS_HOST);
        }
      }
    }
  }
}
