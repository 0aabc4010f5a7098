package org.vigie.crawler.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the JSON-LD of a page (W3C JSON-LD 1.1) as {@link Item}s, as forgivingly as search engines
 * do: comments, control characters, trailing commas and whatever follows the first value are passed
 * over.
 */
final class JsonLd {
  private static final Logger LOG = LoggerFactory.getLogger(JsonLd.class);

  /** A page that lists more is no detail page. */
  private static final int MAX_ITEMS = 1_000;

  private static final Evaluator SCRIPTS =
      Selector.evaluatorOf("script[type^=application/ld+json]");

  private JsonLd() {}

  /** Returns the outermost items of all scripts, those of {@code @graph} among them. */
  static List<Item> items(Document document) {
    List<Item> items = new ArrayList<>();
    for (Element script : document.select(SCRIPTS)) {
      try {
        collect(Json.FORGIVING.readTree(json(script.data())), items);
      } catch (JsonProcessingException e) {
        // The rest of the page still speaks; where it broke says enough without its text.
        LOG.debug("JSON-LD must be JSON, but broke off at {}", e.getLocation());
      }
    }
    return items;
  }

  /** Cuts what some servers wrap around the value: comment marks, CDATA. */
  private static String json(String data) {
    int object = data.indexOf('{');
    int array = data.indexOf('[');
    boolean cdata = data.stripLeading().startsWith("<![CDATA[");
    if (cdata) {
      array = data.indexOf('[', data.indexOf("CDATA[") + "CDATA[".length());
    }
    if (object < 0) {
      return array < 0 ? "null" : data.substring(array);
    }
    return data.substring(array >= 0 && array < object ? array : object);
  }

  private static void collect(JsonNode node, List<Item> items) {
    if (items.size() >= MAX_ITEMS) {
      return;
    }
    if (node.isArray()) {
      for (JsonNode element : node) {
        collect(element, items);
      }
    } else if (node.isObject()) {
      if (node.has("@graph")) {
        collect(node.get("@graph"), items);
      }
      if (node.has("@type")) {
        items.add(item(node));
      }
      for (String holder : List.of("itemListElement", "mainEntity", "item")) {
        if (node.has(holder)) {
          collect(node.get(holder), items);
        }
      }
    }
  }

  private static Item item(JsonNode node) {
    Item item = new Item();
    for (var property : node.properties()) {
      if (property.getKey().equals("@type")) {
        types(property.getValue(), item);
      } else {
        values(property.getKey(), property.getValue(), item);
      }
    }
    return item;
  }

  private static void types(JsonNode node, Item item) {
    if (node.isTextual()) {
      item.addType(node.textValue());
    }
    for (JsonNode element : node) {
      if (element.isTextual()) {
        item.addType(element.textValue());
      }
    }
  }

  private static void values(String property, JsonNode node, Item item) {
    if (node.isArray()) {
      for (JsonNode element : node) {
        values(property, element, item);
      }
    } else if (node.isObject()) {
      JsonNode value = node.get("@value");
      if (value != null && value.isValueNode()) {
        item.add(property, value.asText());
      } else {
        item.add(property, item(node));
      }
    } else if (!node.isNull()) {
      item.add(property, node.asText());
    }
  }
}
