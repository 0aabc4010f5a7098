package org.vigie.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** The elements of a page with their attributes, as an HTML parser sees them. */
final class PageStructure {
  private PageStructure() {}

  /**
   * Returns each element with its depth, its attributes' names and its classes, once it is sure
   * that none names another host.
   *
   * @param without selector of what is left out, or empty
   */
  static List<String> of(String page, String without) {
    Element document = Jsoup.parse(page);
    assertNamesNoOtherHost(document);
    if (!without.isEmpty()) {
      document.select(without).remove();
    }
    List<String> structure = new ArrayList<>();
    for (Element element : document.getAllElements()) {
      TreeMap<String, String> attributes = new TreeMap<>();
      for (Attribute attribute : element.attributes()) {
        attributes.put(
            attribute.getKey(), attribute.getKey().equals("class") ? attribute.getValue() : "");
      }
      structure.add(element.parents().size() + element.tagName() + attributes);
    }
    return structure;
  }

  static void assertNamesNoOtherHost(Element document) {
    for (String name : List.of("href", "src", "action", "formaction", "data", "srcset", "ping")) {
      for (Element element : document.getElementsByAttribute(name)) {
        assertThat(element.attr(name)).matches("/(?!/)[^\\\\\\s]*|#main");
      }
    }
  }
}
