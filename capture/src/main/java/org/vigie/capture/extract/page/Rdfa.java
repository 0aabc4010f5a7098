package org.vigie.capture.extract.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import org.jsoup.nodes.Element;

/**
 * Names that RDFa gives to things and their properties, as far as they are schema.org's or mean the
 * same: {@code typeof="schema:Offer"}, {@code property="schema:name"}.
 *
 * @see <a href="https://www.w3.org/TR/rdfa-lite/">RDFa Lite 1.1</a>
 */
final class Rdfa {
  private static final String SCHEMA = "schema:";
  private static final String ADDRESS = "schema.org/";

  /** Types that pages without a prefix speak of; other vocabularies have none of these. */
  private static final List<String> TYPES =
      List.of(
          "JobPosting",
          "Offer",
          "Product",
          "ClassifiedAd",
          "Person",
          "Organization",
          "Place",
          "PostalAddress",
          "MonetaryAmount",
          "QuantitativeValue",
          "PriceSpecification");

  /** Properties of older vocabularies, as Drupal's pages have them. */
  private static final Map<String, String> SAME =
      Map.of("dc:title", "name", "content:encoded", "description", "dc:created", "datePublished");

  private static final int MAX_WORDS = 20;

  private Rdfa() {}

  /** Returns whether an element begins a thing that schema.org knows. */
  static boolean isScope(Element element) {
    return element.hasAttr("typeof") && !types(element).isEmpty();
  }

  /** Returns the types of a thing by their names in schema.org, with spaces between them. */
  static String types(Element element) {
    List<String> types = new ArrayList<>();
    for (String type : words(element.attr("typeof"))) {
      String name = own(type);
      if (!name.equals(type) || TYPES.contains(type)) {
        types.add("http://schema.org/" + name);
      }
    }
    return String.join(" ", types);
  }

  /** Returns the properties that an element tells, with spaces between them. */
  static String properties(Element element) {
    if (!element.hasAttr("property")) {
      return "";
    }
    List<String> properties = new ArrayList<>();
    for (String property : words(element.attr("property"))) {
      String name = SAME.getOrDefault(property, own(property));
      if (name.indexOf(':') < 0) {
        properties.add(name);
      }
    }
    return String.join(" ", properties);
  }

  private static String own(String name) {
    int address = name.indexOf(ADDRESS);
    return address >= 0
        ? name.substring(address + ADDRESS.length())
        : name.startsWith(SCHEMA) ? name.substring(SCHEMA.length()) : name;
  }

  private static List<String> words(String attribute) {
    List<String> words = new ArrayList<>();
    StringTokenizer tokens = new StringTokenizer(attribute);
    while (words.size() < MAX_WORDS && tokens.hasMoreTokens()) {
      words.add(tokens.nextToken());
    }
    return words;
  }
}
