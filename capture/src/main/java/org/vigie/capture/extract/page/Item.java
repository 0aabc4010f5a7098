package org.vigie.capture.extract.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a page describes with schema.org words, in whichever syntax it does.
 *
 * <p>A property's values are texts and further items, in page order.
 */
public final class Item {
  private final List<String> types = new ArrayList<>();
  private final Map<String, List<Object>> properties = new LinkedHashMap<>();

  /** Adds a type, of whose address only the last part counts. */
  void addType(String type) {
    String name = type.strip();
    int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('#'));
    int cut = Math.max(slash, name.lastIndexOf(':'));
    types.add(name.substring(cut + 1).toLowerCase(Locale.ROOT));
  }

  void add(String property, String value) {
    put(property, value);
  }

  void add(String property, Item value) {
    put(property, value);
  }

  private void put(String property, Object value) {
    properties.computeIfAbsent(property, name -> new ArrayList<>()).add(value);
  }

  /** Returns its types in lower case, without what stands before their names. */
  List<String> types() {
    return List.copyOf(types);
  }

  /** Returns all it says: each property's values, texts and items. */
  public Map<String, List<Object>> properties() {
    return Collections.unmodifiableMap(properties);
  }

  public boolean is(String type) {
    return types.contains(type.toLowerCase(Locale.ROOT));
  }

  public boolean has(String property) {
    return properties.containsKey(property);
  }

  /** Returns all texts of a property, or the names of the items that stand in their place. */
  public List<String> texts(String property) {
    List<String> texts = new ArrayList<>();
    for (Object value : properties.getOrDefault(property, List.of())) {
      String text = value instanceof Item item ? item.text("name") : (String) value;
      if (!text.isBlank()) {
        texts.add(text.strip());
      }
    }
    return texts;
  }

  /** Returns the first text of the first of some properties that has one, or empty. */
  public String text(String... names) {
    for (String name : names) {
      List<String> texts = texts(name);
      if (!texts.isEmpty()) {
        return texts.getFirst();
      }
    }
    return "";
  }

  /** Returns all items of some properties. */
  public List<Item> items(List<String> names) {
    List<Item> items = new ArrayList<>();
    for (String name : names) {
      for (Object value : properties.getOrDefault(name, List.of())) {
        if (value instanceof Item item) {
          items.add(item);
        }
      }
    }
    return items;
  }

  /** Returns the first item of the first of some properties that has one. */
  public @Nullable Item item(String... names) {
    for (String name : names) {
      for (Object value : properties.getOrDefault(name, List.of())) {
        if (value instanceof Item item) {
          return item;
        }
      }
    }
    return null;
  }
}
