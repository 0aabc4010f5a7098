package org.vigie.page.instead.com.fasterxml.jackson.databind;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A value in JSON, asked as Jackson's is. */
public final class JsonNode implements Iterable<JsonNode> {
  static final Object NULL = new Object();

  private static final Object MISSING = new Object();

  private final Object value;

  JsonNode(Object value) {
    this.value = value;
  }

  @SuppressWarnings("unchecked") // as JsonText makes them
  private Map<String, JsonNode> object() {
    return value instanceof Map<?, ?> map ? (Map<String, JsonNode>) map : Map.of();
  }

  @SuppressWarnings("unchecked") // as JsonText makes them
  private List<JsonNode> list() {
    return value instanceof List<?> list ? (List<JsonNode>) list : List.of();
  }

  public boolean isObject() {
    return value instanceof Map;
  }

  public boolean isArray() {
    return value instanceof List;
  }

  public boolean isValueNode() {
    return !isObject() && !isArray() && value != MISSING;
  }

  public boolean isNull() {
    return value == NULL;
  }

  public boolean isTextual() {
    return value instanceof String;
  }

  public boolean isBoolean() {
    return value instanceof Boolean;
  }

  public boolean isNumber() {
    return value instanceof Number;
  }

  public boolean isInt() {
    return value instanceof Integer;
  }

  public String asText() {
    return isTextual() || isNumber() || isBoolean() ? value.toString() : isNull() ? "null" : "";
  }

  public boolean asBoolean() {
    return Boolean.TRUE.equals(value);
  }

  public int asInt() {
    return value instanceof Number number ? number.intValue() : 0;
  }

  public double asDouble() {
    return asDouble(0);
  }

  public double asDouble(double otherwise) {
    return value instanceof Number number ? number.doubleValue() : otherwise;
  }

  public int size() {
    return isObject() ? object().size() : list().size();
  }

  public boolean has(String key) {
    return object().containsKey(key);
  }

  public @Nullable JsonNode get(String key) {
    return object().get(key);
  }

  public JsonNode get(int index) {
    return list().get(index);
  }

  public JsonNode path(String key) {
    return object().getOrDefault(key, new JsonNode(MISSING));
  }

  public JsonNode path(int index) {
    return index >= 0 && index < list().size() ? list().get(index) : new JsonNode(MISSING);
  }

  public Set<Map.Entry<String, JsonNode>> properties() {
    return object().entrySet();
  }

  public Iterator<String> fieldNames() {
    return object().keySet().iterator();
  }

  @Override
  public Iterator<JsonNode> iterator() {
    return isObject() ? object().values().iterator() : list().iterator();
  }

  @Override
  public String toString() {
    return asText();
  }
}
