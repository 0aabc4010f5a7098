package org.vigie.capture.state.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What Next.js's app router streams to a page: rows {@code id:value}, in pieces that may end within
 * a word. A long text is a row of its own, which others name as {@code $id}.
 */
public final class FlightStream {
  private static final int MAX_ROWS = 400;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final StringBuilder stream;
  private final Map<String, JsonNode> rows = new LinkedHashMap<>();
  private final Map<String, JsonNode> texts = new HashMap<>();

  private FlightStream(StringBuilder stream) {
    this.stream = stream;
  }

  /** Returns id → value of the rows that hold data, in order. */
  public static Map<String, JsonNode> rows(StringBuilder stream) {
    FlightStream flight = new FlightStream(stream);
    flight.read();
    flight.rows.replaceAll((id, value) -> flight.named(value));
    return flight.rows;
  }

  private void read() {
    int at = 0;
    while (at < stream.length() && rows.size() < MAX_ROWS) {
      int colon = stream.indexOf(":", at);
      if (colon < 0 || colon + 1 >= stream.length()) {
        return;
      }
      String id = stream.substring(at, colon).strip();
      at = stream.charAt(colon + 1) == 'T' ? text(id, colon + 2) : row(id, colon + 1);
    }
  }

  private int row(String id, int tag) {
    int start = tag;
    while (start < stream.length() && Character.isUpperCase(stream.charAt(start))) {
      start++;
    }
    int end = stream.indexOf("\n", start);
    end = end < 0 ? stream.length() : end;
    if (start < end && stream.charAt(start) != '"') {
      rows.put(id, ScriptLiteral.at(stream.substring(start, end), 0).value());
    }
    return end + 1;
  }

  /** A text row tells its length in bytes of UTF-8, in hexadecimal digits. */
  private int text(String id, int start) {
    int comma = stream.indexOf(",", start);
    try {
      int bytes = Integer.parseInt(stream, start, Math.max(comma, start), 16);
      int at = comma + 1;
      while (at < stream.length() && bytes > 0) {
        int point = Character.codePointAt(stream, at);
        bytes -= point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
        at += Character.charCount(point);
      }
      texts.put(id, NODES.textNode(stream.substring(comma + 1, at)));
      return at;
    } catch (NumberFormatException e) {
      return stream.length();
    }
  }

  /** Returns a value with texts in place of their names, and times without their mark. */
  private JsonNode named(JsonNode node) {
    if (node.isTextual()) {
      return text(node);
    }
    if (node.isArray()) {
      ArrayNode list = NODES.arrayNode(node.size());
      node.forEach(element -> list.add(named(element)));
      return list;
    }
    if (!node.isObject()) {
      return node;
    }
    ObjectNode object = NODES.objectNode();
    node.properties().forEach(member -> object.set(member.getKey(), named(member.getValue())));
    return object;
  }

  private JsonNode text(JsonNode node) {
    String text = node.asText();
    if (text.length() < 2 || text.charAt(0) != '$') {
      return node;
    }
    return switch (text.charAt(1)) {
      case '$' -> NODES.textNode(text.substring(1));
      case 'D' -> NODES.textNode(text.substring(2));
      case 'u' -> NODES.nullNode();
      default -> texts.getOrDefault(text.substring(1), node);
    };
  }
}
