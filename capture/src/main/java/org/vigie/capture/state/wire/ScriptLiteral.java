package org.vigie.capture.state.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * A literal of JavaScript, read as data: JSON, and what scripts write beside it (names without
 * quotes, single quotes, {@code undefined}, {@code !0}, names of values given before). Nothing is
 * run. Bounded in depth and in the number of its values.
 */
public final class ScriptLiteral {
  private static final String FUNCTION = "function(";
  private static final int MAX_DEPTH = 100;
  private static final int MAX_VALUES = 1_000_000;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ScriptCursor script;
  private final Map<String, JsonNode> names;

  /** How many values a name stands for: named a thousand times, it is looked at as often. */
  private final Map<String, Integer> sizes = new HashMap<>();

  private int values;

  private ScriptLiteral(String script, int start, Map<String, JsonNode> names) {
    this.script = new ScriptCursor(script, start);
    this.names = names;
    names.forEach((name, value) -> sizes.put(name, size(value)));
  }

  /** A value with the place behind it. */
  public record Read(JsonNode value, int end) {
    public boolean isNone() {
      return value.isMissingNode();
    }
  }

  /** Returns the literal that begins at a place; missing if none does. */
  public static Read at(String script, int start) {
    ScriptLiteral literal = new ScriptLiteral(script, start, Map.of());
    try {
      return new Read(literal.value(0), literal.script.at());
    } catch (ScriptCursor.NoLiteral e) {
      return new Read(MissingNode.getInstance(), Math.max(start + 1, literal.script.at()));
    }
  }

  /**
   * Returns what {@code (function(a,b){return {…}}(1,2))} returns, the form of {@code __NUXT__};
   * missing if a text isn't of that form.
   */
  public static JsonNode ofCall(String script, int start) {
    if (!isCall(script, start)) {
      return MissingNode.getInstance();
    }
    int open = script.indexOf(FUNCTION, start);
    int close = script.indexOf(')', open);
    int body = close < 0 ? -1 : script.indexOf("return", close);
    if (body < 0) {
      return MissingNode.getInstance();
    }
    String[] parameters = script.substring(open + FUNCTION.length(), close).split(",");
    int last = script.lastIndexOf("}(");
    if (last < body) {
      return MissingNode.getInstance();
    }
    try {
      ScriptLiteral arguments = new ScriptLiteral(script, last + 1, Map.of());
      JsonNode given = arguments.list('(', ')', 0);
      Map<String, JsonNode> names = new HashMap<>();
      for (int i = 0; i < parameters.length && i < given.size(); i++) {
        names.put(parameters[i].strip(), given.get(i));
      }
      return new ScriptLiteral(script, body + "return".length(), names).value(0);
    } catch (ScriptCursor.NoLiteral e) {
      return MissingNode.getInstance();
    }
  }

  /** Returns whether a function is called at a place; where none is, that costs nothing. */
  public static boolean isCall(String script, int start) {
    int near = Math.min(script.length(), start + 3 + FUNCTION.length());
    return script.indexOf(FUNCTION, start, near) >= 0;
  }

  private JsonNode value(int depth) {
    if (depth > MAX_DEPTH || ++values > MAX_VALUES) {
      throw new ScriptCursor.NoLiteral();
    }
    script.skipSpace();
    char c = script.peek();
    return switch (c) {
      case '{' -> object(depth);
      case '[' -> list('[', ']', depth);
      case '"', '\'', '`' -> NODES.textNode(script.string());
      case '!' -> not(depth);
      case '-', '+', '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      default -> word(depth);
    };
  }

  private static int size(JsonNode value) {
    int size = 1;
    for (JsonNode member : value) {
      size += size(member);
    }
    return size;
  }

  private JsonNode object(int depth) {
    ObjectNode object = NODES.objectNode();
    script.next();
    script.skipSpace();
    while (script.peek() != '}') {
      String name =
          script.peek() == '"' || script.peek() == '\'' ? script.string() : script.identifier();
      script.skipSpace();
      script.expect(':');
      object.set(name, value(depth + 1));
      script.skipSpace();
      if (script.peek() == ',') {
        script.next();
        script.skipSpace();
      } else if (script.peek() != '}') {
        throw new ScriptCursor.NoLiteral();
      }
    }
    script.next();
    return object;
  }

  private JsonNode list(char open, char close, int depth) {
    ArrayNode list = NODES.arrayNode();
    script.expect(open);
    script.skipSpace();
    while (script.peek() != close) {
      if (script.peek() == ',') { // a place left empty
        script.next();
        list.addNull();
      } else {
        list.add(value(depth + 1));
        script.skipSpace();
        if (script.peek() == ',') {
          script.next();
        } else if (script.peek() != close) {
          throw new ScriptCursor.NoLiteral();
        }
      }
      script.skipSpace();
    }
    script.next();
    return list;
  }

  private JsonNode not(int depth) {
    script.next();
    JsonNode value = value(depth + 1);
    return NODES.booleanNode(!value.asBoolean());
  }

  private JsonNode number() {
    String number = script.whileIn("+-.eExX0123456789abcdfABCDF");
    try {
      return number.length() > 40
          ? NODES.textNode(number)
          : number.matches("-?\\d{1,18}")
              ? NODES.numberNode(Long.parseLong(number))
              : NODES.numberNode(new BigDecimal(number).doubleValue());
    } catch (NumberFormatException e) {
      return NODES.textNode(number);
    }
  }

  private JsonNode word(int depth) {
    String word = script.identifier();
    return switch (word) {
      case "true" -> NODES.booleanNode(true);
      case "false" -> NODES.booleanNode(false);
      case "null", "undefined", "NaN", "Infinity" -> NODES.nullNode();
      case "void" -> {
        value(depth + 1);
        yield NODES.nullNode();
      }
      case "new" -> value(depth + 1);
      default -> named(word, depth);
    };
  }

  /** A name given before, or a call such as {@code Date(1)} or {@code JSON.parse("…")}. */
  private JsonNode named(String word, int depth) {
    JsonNode named = names.get(word);
    if (named != null) {
      values += sizes.getOrDefault(word, 0);
      if (values > MAX_VALUES) {
        throw new ScriptCursor.NoLiteral();
      }
      return named;
    }
    script.skipSpace();
    if (script.isAt('(')) {
      JsonNode arguments = list('(', ')', depth + 1);
      JsonNode first = arguments.path(0);
      return word.equals("JSON.parse") && first.isTextual() ? at(first.asText(), 0).value() : first;
    }
    throw new ScriptCursor.NoLiteral();
  }
}
