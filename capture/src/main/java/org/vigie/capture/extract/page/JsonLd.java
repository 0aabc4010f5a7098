package org.vigie.capture.extract.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
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

  /** One script may hold several values, one after the other. */
  private static final int MAX_VALUES = 1_000;

  /** A posting, its organisation, that one's address: further references lead in circles. */
  private static final int MAX_REFERENCES = 3;

  /** Statements taken from one page, so that a few references can't stand for millions. */
  private static final int MAX_STATEMENTS = 200_000;

  private static final String CDATA = "<![CDATA[";

  private static final List<String> PREFIXES =
      List.of("schema:", "http://schema.org/", "https://schema.org/");

  private static final Evaluator SCRIPTS = Selector.evaluatorOf("script[type*=ld+json]");

  private final Map<String, JsonNode> byId = new HashMap<>();
  private int budget = MAX_STATEMENTS;

  private JsonLd() {}

  /**
   * Returns the outermost items of those among some scripts that hold JSON-LD, members of {@code
   * @graph} included.
   */
  static List<Item> items(List<Element> scripts) {
    List<JsonNode> values = new ArrayList<>();
    for (Element script : scripts) {
      if (script.is(SCRIPTS)) {
        values.addAll(values(script.data()));
      }
    }
    JsonLd reader = new JsonLd();
    values.forEach(reader::index);
    List<Item> items = new ArrayList<>();
    values.forEach(value -> reader.collect(value, items));
    return items;
  }

  /** Returns the values that a script holds: one as a rule, one after the other in some. */
  private static List<JsonNode> values(String script) {
    List<JsonNode> values = new ArrayList<>();
    String json = json(script);
    try (MappingIterator<JsonNode> iterator = Json.FORGIVING.readValues(json)) {
      while (values.size() < MAX_VALUES && iterator.hasNextValue()) {
        values.add(iterator.nextValue());
      }
    } catch (IOException e) {
      // What came before still speaks, and so does the rest of the page.
      LOG.debug("JSON-LD must be JSON, but broke off: {}", e.getClass().getSimpleName());
    }
    return values;
  }

  /** Cuts what some servers wrap around the value: comment marks, CDATA, escapes of HTML. */
  private static String json(String data) {
    int object = data.indexOf('{');
    int array = data.indexOf('[');
    int cdata = data.indexOf(CDATA);
    if (cdata >= 0 && (object < 0 || cdata < object)) {
      array = data.indexOf('[', cdata + CDATA.length());
    }
    if (object < 0 && array < 0) {
      return "null";
    }
    int start = object < 0 || (array >= 0 && array < object) ? array : object;
    String json = data.substring(start);
    return json.indexOf('"') < 0 && json.contains("&quot;")
        ? Parser.unescapeEntities(json, false)
        : json;
  }

  /** Notes the nodes that others may refer to by {@code @id} (JSON-LD 1.1, section 3.3). */
  private void index(JsonNode node) {
    if (node.isObject()) {
      String id = node.path("@id").asText("");
      if (!id.isEmpty() && node.size() > 1) {
        byId.putIfAbsent(id, node);
      }
    }
    for (JsonNode child : node) {
      index(child);
    }
  }

  private void collect(JsonNode node, List<Item> items) {
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
        items.add(item(node, 0));
      }
      for (String holder : List.of("itemListElement", "mainEntity", "item")) {
        if (node.has(holder)) {
          collect(node.get(holder), items);
        }
      }
    }
  }

  private Item item(JsonNode node, int references) {
    Item item = new Item();
    for (var property : node.properties()) {
      if (property.getKey().equals("@type")) {
        types(property.getValue(), item);
      } else {
        values(name(property.getKey()), property.getValue(), item, references);
      }
    }
    return item;
  }

  /** Returns a property's own name: {@code schema:title} and the whole address say the same. */
  private static String name(String property) {
    for (String prefix : PREFIXES) {
      if (property.startsWith(prefix)) {
        return property.substring(prefix.length());
      }
    }
    return property;
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

  private void values(String property, JsonNode node, Item item, int references) {
    if (--budget < 0) {
      return;
    }
    if (node.isArray()) {
      for (JsonNode element : node) {
        values(property, element, item, references);
      }
    } else if (node.isObject()) {
      JsonNode value = node.get("@value");
      if (value != null && value.isValueNode()) {
        item.add(property, value.asText());
      } else if (node.path("@list").isArray() || node.path("@set").isArray()) {
        values(property, node.path(node.has("@list") ? "@list" : "@set"), item, references);
      } else {
        item.add(property, referred(node, references));
      }
    } else if (!node.isNull()) {
      item.add(property, node.asText());
    }
  }

  /** Returns the item of a node or, if all it has is an {@code @id}, of the node so named. */
  private Item referred(JsonNode node, int references) {
    JsonNode target = node.size() == 1 ? byId.get(node.path("@id").asText("")) : null;
    return target != null && references < MAX_REFERENCES
        ? item(target, references + 1)
        : item(node, references);
  }
}
