package org.vigie.files.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A mapping in a YAML file, whose every error names the file and the key. */
public final class YamlMap {
  private final Path file;
  private final String at;
  private final JsonNode node;

  private YamlMap(Path file, String at, JsonNode node) {
    this.file = file;
    this.at = at;
    this.node = node;
    if (!node.isObject()) {
      throw new IllegalArgumentException(place() + " must be a mapping");
    }
  }

  /**
   * Reads the mapping that a file consists of.
   *
   * @throws IllegalArgumentException if it is not YAML, or not a mapping
   */
  public static YamlMap read(Path file) throws IOException {
    try {
      return parse(file, Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(file + " must be text in UTF-8", e);
    }
  }

  /**
   * Parses the mapping that a text consists of.
   *
   * @param file where the text comes from, which errors name
   * @throws IllegalArgumentException if it is not YAML, or not a mapping
   */
  public static YamlMap parse(Path file, String text) {
    try {
      return new YamlMap(file, "", StrictYaml.tree(text));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "%s%s must be YAML: %s".formatted(file, line(e), e.getOriginalMessage()), e);
    }
  }

  private static String line(JsonProcessingException e) {
    return e.getLocation() == null ? "" : ": line " + e.getLocation().getLineNr();
  }

  /** Returns the keys in the order of the file. */
  public List<String> keys() {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** Checks that no key is unknown. */
  public YamlMap allowOnly(String... allowed) {
    for (String key : keys()) {
      if (!Set.of(allowed).contains(key)) {
        throw new IllegalArgumentException(
            place() + " may have keys " + String.join(", ", allowed) + ", but has '" + key + "'");
      }
    }
    return this;
  }

  /** Returns the mapping under a key. */
  public YamlMap map(String key) {
    return new YamlMap(file, path(key), require(key));
  }

  /** Returns the mappings in the list under a key. */
  public List<YamlMap> maps(String key) {
    List<YamlMap> maps = new ArrayList<>();
    for (JsonNode item : requireList(key)) {
      maps.add(new YamlMap(file, path(key) + "[" + maps.size() + "]", item));
    }
    return maps;
  }

  /** Returns the text under a key, never blank. */
  public String text(String key) {
    JsonNode value = require(key);
    if (!value.isValueNode() || value.isNull() || value.asText().isBlank()) {
      throw new IllegalArgumentException(file + ": " + path(key) + " must be a text");
    }
    return value.asText();
  }

  /** Returns the true or false under a key. */
  public boolean flag(String key) {
    JsonNode value = require(key);
    if (!value.isBoolean()) {
      throw new IllegalArgumentException(file + ": " + path(key) + " must be true or false");
    }
    return value.asBoolean();
  }

  /** Returns the whole number from 1 under a key. */
  public int number(String key) {
    JsonNode value = require(key);
    if (!value.isInt() || value.asInt() < 1) {
      throw new IllegalArgumentException(
          file + ": " + path(key) + " must be a whole number from 1, but was '" + value + "'");
    }
    return value.asInt();
  }

  /** Returns the whole number from 1 to 9 under a key. */
  public int digit(String key) {
    if (number(key) > 9) {
      throw new IllegalArgumentException(
          file + ": " + path(key) + " must be a number from 1 to 9, but was " + number(key));
    }
    return number(key);
  }

  /** Returns the texts in the list under a key. */
  public List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : requireList(key)) {
      if (!item.isTextual() || item.asText().isBlank()) {
        throw new IllegalArgumentException(
            file + ": " + path(key) + "[" + texts.size() + "] must be a text in quotes");
      }
      texts.add(item.asText());
    }
    return texts;
  }

  /** Returns key → whole number from 0. */
  public Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (String key : keys()) {
      JsonNode value = require(key);
      if (!value.isInt() || value.asInt() < 0) {
        throw new IllegalArgumentException(file + ": " + path(key) + " must be a whole number");
      }
      numbers.put(key, value.asInt());
    }
    return numbers;
  }

  /** Returns the positive decimal number under a key. */
  public double decimal(String key) {
    JsonNode value = require(key);
    if (!value.isNumber() || !(value.asDouble() > 0) || Double.isInfinite(value.asDouble())) {
      throw new IllegalArgumentException(
          file + ": " + path(key) + " must be a number above 0, but was '" + value + "'");
    }
    return value.asDouble();
  }

  /** Returns key → positive decimal number. */
  public Map<String, Double> decimals() {
    Map<String, Double> decimals = new LinkedHashMap<>();
    for (String key : keys()) {
      decimals.put(key, decimal(key));
    }
    return decimals;
  }

  /** Returns whether there is such a key. */
  public boolean has(String key) {
    return node.has(key);
  }

  /** Returns file and key path, to name this mapping in an error. */
  public String place() {
    return at.isEmpty() ? file.toString() : file + ": " + at;
  }

  private JsonNode requireList(String key) {
    JsonNode value = require(key);
    if (!value.isArray()) {
      throw new IllegalArgumentException(file + ": " + path(key) + " must be a list");
    }
    return value;
  }

  private JsonNode require(String key) {
    JsonNode value = node.get(key);
    if (value == null) {
      throw new IllegalArgumentException(place() + " needs the key '" + key + "'");
    }
    return value;
  }

  private String path(String key) {
    return at.isEmpty() ? key : at + "." + key;
  }
}
