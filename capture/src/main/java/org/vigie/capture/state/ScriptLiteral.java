package org.vigie.capture.state;

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
final class ScriptLiteral {
  private static final String FUNCTION = "function(";
  private static final int MAX_DEPTH = 100;
  private static final int MAX_VALUES = 1_000_000;

  /** No longer comment is passed over: many that nothing ends would be looked through each. */
  private static final int MAX_COMMENT = 1_000;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Thrown where a text isn't a literal, without a trace, since most scripts aren't. */
  private static final class NoLiteral extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoLiteral() {
      super("no literal", null, false, false);
    }
  }

  private final String script;
  private final Map<String, JsonNode> names;

  /** How many values a name stands for: named a thousand times, it is looked at as often. */
  private final Map<String, Integer> sizes = new HashMap<>();

  private int at;
  private int values;

  private ScriptLiteral(String script, int start, Map<String, JsonNode> names) {
    this.script = script;
    this.at = start;
    this.names = names;
    names.forEach((name, value) -> sizes.put(name, size(value)));
  }

  /** A value with the place behind it. */
  record Read(JsonNode value, int end) {
    boolean isNone() {
      return value.isMissingNode();
    }
  }

  /** Returns the literal that begins at a place; missing if none does. */
  static Read at(String script, int start) {
    ScriptLiteral literal = new ScriptLiteral(script, start, Map.of());
    try {
      return new Read(literal.value(0), literal.at);
    } catch (NoLiteral e) {
      return new Read(MissingNode.getInstance(), Math.max(start + 1, literal.at));
    }
  }

  /**
   * Returns what {@code (function(a,b){return {…}}(1,2))} returns, the form of {@code __NUXT__};
   * missing if a text isn't of that form.
   */
  static JsonNode ofCall(String script, int start) {
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
    } catch (NoLiteral e) {
      return MissingNode.getInstance();
    }
  }

  /** Returns whether a function is called at a place; where none is, that costs nothing. */
  static boolean isCall(String script, int start) {
    int near = Math.min(script.length(), start + 3 + FUNCTION.length());
    return script.indexOf(FUNCTION, start, near) >= 0;
  }

  private JsonNode value(int depth) {
    if (depth > MAX_DEPTH || ++values > MAX_VALUES) {
      throw new NoLiteral();
    }
    skipSpace();
    char c = peek();
    return switch (c) {
      case '{' -> object(depth);
      case '[' -> list('[', ']', depth);
      case '"', '\'', '`' -> NODES.textNode(string());
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
    at++;
    skipSpace();
    while (peek() != '}') {
      String name = peek() == '"' || peek() == '\'' ? string() : identifier();
      skipSpace();
      expect(':');
      object.set(name, value(depth + 1));
      skipSpace();
      if (peek() == ',') {
        at++;
        skipSpace();
      } else if (peek() != '}') {
        throw new NoLiteral();
      }
    }
    at++;
    return object;
  }

  private JsonNode list(char open, char close, int depth) {
    ArrayNode list = NODES.arrayNode();
    expect(open);
    skipSpace();
    while (peek() != close) {
      if (peek() == ',') { // a place left empty
        at++;
        list.addNull();
      } else {
        list.add(value(depth + 1));
        skipSpace();
        if (peek() == ',') {
          at++;
        } else if (peek() != close) {
          throw new NoLiteral();
        }
      }
      skipSpace();
    }
    at++;
    return list;
  }

  private JsonNode not(int depth) {
    at++;
    JsonNode value = value(depth + 1);
    return NODES.booleanNode(!value.asBoolean());
  }

  private JsonNode number() {
    int start = at;
    while (at < script.length() && "+-.eExX0123456789abcdfABCDF".indexOf(script.charAt(at)) >= 0) {
      at++;
    }
    String number = script.substring(start, at);
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
    String word = identifier();
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
        throw new NoLiteral();
      }
      return named;
    }
    skipSpace();
    if (at < script.length() && script.charAt(at) == '(') {
      JsonNode arguments = list('(', ')', depth + 1);
      JsonNode first = arguments.path(0);
      return word.equals("JSON.parse") && first.isTextual() ? at(first.asText(), 0).value() : first;
    }
    throw new NoLiteral();
  }

  private String identifier() {
    int start = at;
    while (at < script.length() && isOfName(script.charAt(at))) {
      at++;
    }
    if (at == start) {
      throw new NoLiteral();
    }
    return script.substring(start, at);
  }

  private static boolean isOfName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '.';
  }

  private String string() {
    char quote = script.charAt(at++);
    StringBuilder text = new StringBuilder();
    while (at < script.length()) {
      char c = script.charAt(at++);
      if (c == quote) {
        return text.toString();
      }
      text.append(c == '\\' ? escaped() : String.valueOf(c));
    }
    throw new NoLiteral();
  }

  private String escaped() {
    char c = at < script.length() ? script.charAt(at++) : '\\';
    return switch (c) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'r' -> "\r";
      case 'b' -> "\b";
      case 'f' -> "\f";
      case 'u' -> coded(4);
      case 'x' -> coded(2);
      case '\n' -> "";
      default -> String.valueOf(c);
    };
  }

  private String coded(int digits) {
    try {
      int code = Integer.parseInt(script, at, Math.min(at + digits, script.length()), 16);
      at += digits;
      return String.valueOf((char) code);
    } catch (NumberFormatException e) {
      return "";
    }
  }

  private void skipSpace() {
    while (at < script.length()) {
      if (Character.isWhitespace(script.charAt(at)) || script.charAt(at) == '\uFEFF') {
        at++;
      } else if (script.startsWith("/*", at)) {
        int end = script.indexOf("*/", at, Math.min(script.length(), at + MAX_COMMENT));
        if (end < 0) {
          throw new NoLiteral();
        }
        at = end + 2;
      } else {
        return;
      }
    }
  }

  private char peek() {
    if (at >= script.length()) {
      throw new NoLiteral();
    }
    return script.charAt(at);
  }

  private void expect(char c) {
    if (peek() != c) {
      throw new NoLiteral();
    }
    at++;
  }
}
