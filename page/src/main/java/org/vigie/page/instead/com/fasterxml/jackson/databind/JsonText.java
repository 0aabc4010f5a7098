package org.vigie.page.instead.com.fasterxml.jackson.databind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.page.instead.com.fasterxml.jackson.core.JsonProcessingException;

/** A text in JSON (RFC 8259), read from its beginning to its end. */
final class JsonText {
  private final String text;
  private int at;

  JsonText(String text) {
    this.text = text;
  }

  JsonNode read() throws JsonProcessingException {
    JsonNode value = new JsonNode(value());
    space();
    if (at < text.length()) {
      throw unexpected();
    }
    return value;
  }

  private Object value() throws JsonProcessingException {
    space();
    char c = at < text.length() ? text.charAt(at) : ' ';
    return switch (c) {
      case '{' -> object();
      case '[' -> list();
      case '"' -> string();
      default -> literal();
    };
  }

  private Map<String, JsonNode> object() throws JsonProcessingException {
    Map<String, JsonNode> object = new LinkedHashMap<>();
    at++;
    for (space(); !skip('}'); space()) {
      if (!object.isEmpty()) {
        require(',');
        space();
      }
      String key = string();
      space();
      require(':');
      object.put(key, new JsonNode(value()));
    }
    return object;
  }

  private List<JsonNode> list() throws JsonProcessingException {
    List<JsonNode> list = new ArrayList<>();
    at++;
    for (space(); !skip(']'); space()) {
      if (!list.isEmpty()) {
        require(',');
      }
      list.add(new JsonNode(value()));
    }
    return list;
  }

  private String string() throws JsonProcessingException {
    require('"');
    StringBuilder string = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at++);
      string.append(c == '\\' ? escaped() : c);
    }
    require('"');
    return string.toString();
  }

  private char escaped() throws JsonProcessingException {
    if (at == text.length()) {
      throw unexpected();
    }
    char c = text.charAt(at++);
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> (char) Integer.parseInt(text.substring(at, at += 4), 16);
      default -> c;
    };
  }

  private Object literal() throws JsonProcessingException {
    int start = at;
    while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String literal = text.substring(start, at);
    return switch (literal) {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      case "null" -> JsonNode.NULL;
      default -> number(literal);
    };
  }

  private Object number(String literal) throws JsonProcessingException {
    try {
      boolean whole = literal.chars().allMatch(c -> c == '-' || c >= '0' && c <= '9');
      // As Jackson has it, a whole number that an int can't hold is none.
      return whole && literal.length() < 10
          ? (Object) Integer.valueOf(literal)
          : (Object) Double.valueOf(literal);
    } catch (NumberFormatException e) {
      throw unexpected();
    }
  }

  private void space() {
    while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean skip(char c) {
    boolean there = at < text.length() && text.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }

  private void require(char c) throws JsonProcessingException {
    if (!skip(c)) {
      throw unexpected();
    }
  }

  private JsonProcessingException unexpected() {
    return new JsonProcessingException("no JSON at " + at + " of " + text.length());
  }
}
